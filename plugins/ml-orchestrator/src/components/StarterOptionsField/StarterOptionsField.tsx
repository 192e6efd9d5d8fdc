import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Progress } from '@backstage/core-components';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { mlOrchestratorApiRef } from '../../api';
import { refusalOf } from '../../lib/refusal';
import type { OptionValues } from '../../lib/starterOptions';
import { isDecided, specOfForm } from '../../lib/starterSpec';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { OptionsForm } from './OptionsForm';

/** Props of {@link StarterOptionsField}. */
export type StarterOptionsFieldProps =
  FieldExtensionComponentProps<OptionValues>;

/** Asks inside a template form for what the starter of the decision offers. */
export const StarterOptionsField = (props: StarterOptionsFieldProps) => {
  const t = useTranslate();
  const api = useApi(mlOrchestratorApiRef);
  const { decision } = specOfForm(props.formContext?.formData);
  const decided = isDecided({ decision });
  const key = JSON.stringify(decision);
  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      decided
        ? { key, form: await api.starterOptions({ decision }) }
        : undefined,
    [api, key],
  );
  // The form of another decision is not shown while the one for this is fetched.
  const form = value?.key === key ? value.form : undefined;
  const problems = error && refusalOf(error);
  const { title = t('options.title'), description } = props.schema;
  return (
    <section aria-label={title} aria-busy={loading}>
      {/* What is needed or wrong is said with each option. */}
      <FormLabel component="h3" required={false} error={false}>
        {title}
      </FormLabel>
      {description && <Typography paragraph>{description}</Typography>}
      {!decided && <Typography>{t('options.decideFirst')}</Typography>}
      {problems && (
        <Typography role="status" color="error">
          {t('options.refused', { problems })}
        </Typography>
      )}
      {error && !problems && (
        <LoadError title={t('options.load')} error={error} onRetry={retry} />
      )}
      {decided && !error && !form && <Progress />}
      {decided && !error && form && (
        <OptionsForm key={key} field={props} form={form} decision={decision} />
      )}
    </section>
  );
};
