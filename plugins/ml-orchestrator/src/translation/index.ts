export { mlOrchestratorTranslationRef, useTranslate } from './ref';
export type { Translate } from './ref';
export { mlOrchestratorTranslations } from './resource';
