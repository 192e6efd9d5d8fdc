import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import * as de from './de';
import { flatten } from './flatten';
import { mlOrchestratorTranslationRef } from './ref';

/** Every string of the interface in German. */
const german = createTranslationMessages({
  ref: mlOrchestratorTranslationRef,
  full: false,
  messages: flatten({ ...de }),
});
export default german;
