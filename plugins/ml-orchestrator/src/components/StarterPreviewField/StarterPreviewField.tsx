import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Progress } from '@backstage/core-components';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useDebounce from 'react-use/esm/useDebounce';
import { mlOrchestratorApiRef } from '../../api';
import { isDecided, specOfForm } from '../../lib/starterSpec';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { PreviewedFiles } from './PreviewedFiles';

/** Long enough not to ask for each letter, short enough to seem immediate. */
const PAUSE_MS = 400;

/** Props of {@link StarterPreviewField}: what it uses of those that the form gives. */
export interface StarterPreviewFieldProps {
  schema: { title?: string; description?: string };
  formContext?: { formData?: unknown };
}

/** What the backend says is wrong with a spec, if that is why it refused. */
function problemsOf(error: Error): string | undefined {
  const { statusCode, cause } = error as Error & {
    statusCode?: number;
    cause?: Error;
  };
  return statusCode === 400 ? cause?.message : undefined;
}

/** Shows inside a template form which files it would generate. */
export const StarterPreviewField = (props: StarterPreviewFieldProps) => {
  const t = useTranslate();
  const api = useApi(mlOrchestratorApiRef);
  const wanted = JSON.stringify(specOfForm(props.formContext?.formData));
  const [asked, setAsked] = useState(wanted);
  useDebounce(() => setAsked(wanted), PAUSE_MS, [wanted]);
  const spec: Record<string, unknown> = JSON.parse(asked);
  const decided = isDecided(spec);
  const { value, error, loading, retry } = useAsyncRetry(
    async () => (decided ? api.previewStarter(spec) : undefined),
    [api, asked],
  );
  const problems = error && problemsOf(error);
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
      {decided && !error && value && <PreviewedFiles preview={value} />}
    </section>
  );
};
