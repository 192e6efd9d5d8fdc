export { mlOrchestratorTranslationRef, useTranslate } from './ref';
export type { Translate } from './ref';
export { translateWith } from './outsideReact';
export { mlOrchestratorTranslations } from './resource';
