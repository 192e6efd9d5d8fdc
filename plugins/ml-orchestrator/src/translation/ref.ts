import {
  createTranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import * as en from './en';

/** Every string of the interface, in English; what the guidance says is data and not in here. */
export const mlOrchestratorTranslationRef = createTranslationRef({
  id: 'plugin.ml-orchestrator',
  messages: { ...en },
});

/** Says a message in the reader's language. */
export type Translate = ReturnType<
  typeof useTranslationRef<(typeof mlOrchestratorTranslationRef)['T']>
>['t'];

/** The messages of this plugin in the reader's language. */
export function useTranslate(): Translate {
  return useTranslationRef(mlOrchestratorTranslationRef).t;
}
