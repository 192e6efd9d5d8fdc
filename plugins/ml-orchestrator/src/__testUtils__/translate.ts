import { mockApis } from '@backstage/frontend-test-utils';
import { mlOrchestratorTranslationRef } from '../translation';
import type { Translate } from '../translation';

/** Says messages in English, for tests of functions that make sentences. */
export const englishTranslate: Translate = (() => {
  const snapshot = mockApis
    .translation()
    .getTranslation(mlOrchestratorTranslationRef);
  if (!snapshot.ready) {
    throw new Error('The English messages are part of the reference');
  }
  return snapshot.t;
})();
