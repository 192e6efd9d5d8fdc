import { useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { mlOrchestratorApiRef } from '../../api';
import { useSettled } from '../../hooks';

/** What is wrong with each option, as react-jsonschema-form shows it beside the option. */
type ErrorSchema = Record<string, { __errors: string[] }>;

/**
 * What is wrong with the options, kept up to date while they are corrected.
 * @param wanted - nothing is said, nor asked, before the form was refused once
 */
export function useProblems(
  spec: { decision: unknown; options: unknown },
  wanted: boolean,
): ErrorSchema {
  const api = useApi(mlOrchestratorApiRef);
  const asked = useSettled(JSON.stringify(spec));
  // Should the backend be away, the form says so when somebody wants to go on.
  const { value: errors = {} } = useAsync(async () => {
    const { problems } = wanted
      ? await api.starterOptions(JSON.parse(asked))
      : { problems: [] };
    return problems.reduce<ErrorSchema>(
      (schema, { option, message }) => ({
        ...schema,
        [option]: {
          __errors: [...(schema[option]?.__errors ?? []), message],
        },
      }),
      {},
    );
  }, [api, asked, wanted]);
  return errors;
}
