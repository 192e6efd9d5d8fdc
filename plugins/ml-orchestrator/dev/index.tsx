import { createDevApp } from '@backstage/frontend-dev-utils';
import plugin from '../src';
import { fixtureModule } from '../src/__fixtures__';
import translations from '../src/translations';

createDevApp({ features: [plugin, fixtureModule, translations] });
