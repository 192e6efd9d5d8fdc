import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { mlOrchestratorApiRef } from '../../api';
import { refusalOf } from '../../lib/refusal';
import { optionTitle } from '../../lib/starterOptions';
import { isDecided, specOfForm } from '../../lib/starterSpec';
import { translateWith } from '../../translation';

/**
 * Asks the backend what is wrong with the options. The action asks again; this is to
 * say it while it can still be changed with ease.
 */
export async function validateOptions(
  options: unknown,
  validation: { addError: (message: string) => void },
  context: { apiHolder: Pick<ApiHolder, 'get'>; formData: object },
): Promise<void> {
  const api = context.apiHolder.get(mlOrchestratorApiRef);
  if (!api) {
    throw new Error('The ML Orchestrator frontend plugin is not installed');
  }
  const t = await translateWith(context.apiHolder);
  const { decision } = specOfForm(context.formData);
  if (!isDecided({ decision })) {
    validation.addError(t('options.decideFirst'));
    return;
  }
  try {
    const form = await api.starterOptions({ decision, options: options ?? {} });
    form.problems.forEach(({ option, message }) =>
      validation.addError(
        t('options.problem', { option: optionTitle(form, option), message }),
      ),
    );
  } catch (error) {
    const problems = refusalOf(error as Error);
    if (!problems) {
      throw error;
    }
    validation.addError(t('options.refused', { problems }));
  }
}
