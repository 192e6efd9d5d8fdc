import { useApi } from '@backstage/frontend-plugin-api';
import { Progress } from '@backstage/core-components';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import useAsync from 'react-use/esm/useAsync';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { mlOrchestratorApiRef } from '../../api';
import { useSettled } from '../../hooks';
import { refusalOf } from '../../lib/refusal';
import { isDecided, specOfForm } from '../../lib/starterSpec';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { PreviewedFiles } from './PreviewedFiles';

/** Props of {@link StarterPreviewField}: what it uses of those that the form gives. */
export interface StarterPreviewFieldProps {
  schema: { title?: string; description?: string };
  formContext?: { formData?: unknown };
}

/** Shows inside a template form which files it would generate. */
export const StarterPreviewField = (props: StarterPreviewFieldProps) => {
  const t = useTranslate();
  const api = useApi(mlOrchestratorApiRef);
  const asked = useSettled(
    JSON.stringify(specOfForm(props.formContext?.formData)),
  );
  const spec: Record<string, unknown> = JSON.parse(asked);
  const decided = isDecided(spec);
  const { value, error, loading, retry } = useAsyncRetry(
    async () => (decided ? api.previewStarter(spec) : undefined),
    [api, asked],
  );
  const decision = JSON.stringify(spec.decision);
  // Without it options and values are shown by their names.
  const { value: form } = useAsync(
    async () =>
      decided
        ? api.starterOptions({ decision: JSON.parse(decision) })
        : undefined,
    [api, decided, decision],
  );
  const problems = error && refusalOf(error);
  const { title = t('preview.title'), description } = props.schema;
  return (
    <section aria-label={title} aria-busy={loading}>
      <FormLabel component="h3">{title}</FormLabel>
      {description && <Typography paragraph>{description}</Typography>}
      {!decided && <Typography>{t('preview.decideFirst')}</Typography>}
      {problems && (
        <Typography role="status" color="error">
          {t('preview.correct', { problems })}
        </Typography>
      )}
      {error && !problems && (
        <LoadError title={t('preview.load')} error={error} onRetry={retry} />
      )}
      {decided && !error && !value && <Progress />}
      {decided && !error && value && (
        <PreviewedFiles preview={value} form={form} />
      )}
    </section>
  );
};
