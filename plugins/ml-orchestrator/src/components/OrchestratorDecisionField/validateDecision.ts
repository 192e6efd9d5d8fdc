import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { mlOrchestratorApiRef } from '../../api';
import { decisionProblems, readDecisionValue } from '../../lib/decisionValue';
import { translateWith } from '../../translation';
import { knownAnswers } from '../../lib/answersQuery';

/**
 * Checks the field's value against the guidance in force. The action does so again;
 * this is to say it while it can still be changed with ease.
 */
export async function validateDecision(
  formData: unknown,
  validation: { addError: (message: string) => void },
  { apiHolder }: { apiHolder: Pick<ApiHolder, 'get'> },
): Promise<void> {
  const api = apiHolder.get(mlOrchestratorApiRef);
  if (!api) {
    throw new Error('The ML Orchestrator frontend plugin is not installed');
  }
  const t = await translateWith(apiHolder);
  const value = readDecisionValue(formData);
  const { guidance } = await api.getGuidance();
  const { known } = knownAnswers(guidance, value.answers);
  const recommendation = await api.recommend(known);
  decisionProblems(t, guidance, value, recommendation).forEach(message =>
    validation.addError(message),
  );
}
