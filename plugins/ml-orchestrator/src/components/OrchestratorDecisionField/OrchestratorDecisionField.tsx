import { useMemo } from 'react';
import { Progress } from '@backstage/core-components';
import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { useGuidance } from '../../hooks';
import { readDecisionValue } from '../../lib/decisionValue';
import type { DecisionValue } from '../../lib/decisionValue';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { DecisionForm } from './DecisionForm';

/** Props of {@link OrchestratorDecisionField}: what it uses of those that the form gives. */
export interface OrchestratorDecisionFieldProps {
  onChange: (value: DecisionValue) => void;
  /** A prefilled link may hold anything. */
  formData?: unknown;
  rawErrors?: string[];
  required?: boolean;
  disabled?: boolean;
  schema: { title?: string; description?: string };
}

/** Asks the guide's questions inside a template form. */
export const OrchestratorDecisionField = (
  props: OrchestratorDecisionFieldProps,
) => {
  const t = useTranslate();
  const { onChange, formData, rawErrors = [], required, disabled } = props;
  const { value: response, error, retry } = useGuidance();
  const value = useMemo(() => readDecisionValue(formData), [formData]);
  const { title = t('field.title'), description } = props.schema;
  return (
    <FormControl
      component="fieldset"
      fullWidth
      required={required}
      error={rawErrors.length > 0}
    >
      <FormLabel component="legend">{title}</FormLabel>
      {description && <FormHelperText>{description}</FormHelperText>}
      {error && (
        <LoadError
          title={t('shared.load.guidance')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !response && <Progress />}
      {response && (
        <DecisionForm
          guidance={response.guidance}
          value={value}
          onChange={onChange}
          disabled={disabled}
        />
      )}
      {rawErrors.map(message => (
        <FormHelperText key={message} role="alert">
          {message}
        </FormHelperText>
      ))}
    </FormControl>
  );
};
