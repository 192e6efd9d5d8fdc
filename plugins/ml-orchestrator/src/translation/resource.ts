import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { mlOrchestratorTranslationRef } from './ref';

/** The languages the plugin ships besides English, loaded when they are chosen. */
export const mlOrchestratorTranslations = createTranslationResource({
  ref: mlOrchestratorTranslationRef,
  translations: { de: () => import('./german') },
});
