import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import useEffectOnce from 'react-use/esm/useEffectOnce';
import type { StarterOptionsForm } from 'backstage-plugin-ml-orchestrator-common';
import {
  allows,
  changeOptions,
  droppedWords,
  readOptionValues,
  startOptions,
} from '../../lib/starterOptions';
import type { Asked, OptionValues } from '../../lib/starterOptions';
import { useTranslate } from '../../translation';
import { ImpliedOptions } from './ImpliedOptions';
import { RefusedOptions } from './RefusedOptions';
import type { StarterOptionsFieldProps } from './StarterOptionsField';
import { useProblems } from './useProblems';

const useStyles = makeStyles(
  theme => ({
    dropped: {
      padding: theme.spacing(1, 2),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
    },
    notes: { marginTop: theme.spacing(3) },
  }),
  { name: 'MlOrchestratorOptionsForm' },
);

/** Props of {@link OptionsForm}. */
export interface OptionsFormProps {
  /** What the template's form gave the field. */
  field: StarterOptionsFieldProps;
  form: StarterOptionsForm;
  decision: unknown;
}

/** The form of one starter, drawn by the same library, widgets and theme as the template's. */
export const OptionsForm = ({ field, form, decision }: OptionsFormProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const { registry, onChange, disabled, rawErrors = [] } = field;
  const values = readOptionValues(field.formData);
  const asked: Asked = chosen =>
    (registry.schemaUtils.retrieveSchema(form.schema, chosen).properties ??
      {}) as ReturnType<Asked>;

  const [start] = useState(() => startOptions(form, values, asked));
  useEffectOnce(() => {
    if (JSON.stringify(start.values) !== JSON.stringify(field.formData)) {
      onChange(start.values);
    }
  });

  const change = (next: OptionValues | undefined) =>
    onChange(changeOptions(form, values, next ?? {}, asked));
  const problems = useProblems(
    { decision, options: values },
    rawErrors.length > 0,
  );
  const { SchemaField } = registry.fields;
  return (
    <>
      {start.dropped.length > 0 && (
        <Paper role="alert" variant="outlined" className={classes.dropped}>
          {start.dropped.map(dropped => (
            <Typography key={dropped.option} variant="body2">
              <span aria-hidden="true">! </span>
              {droppedWords(t, form, dropped)}
            </Typography>
          ))}
        </Paper>
      )}
      <SchemaField
        name={field.name}
        schema={form.schema}
        uiSchema={{ ...form.uiSchema, 'ui:label': false }}
        idSchema={field.idSchema}
        idPrefix={field.idPrefix}
        idSeparator={field.idSeparator}
        formData={values}
        formContext={field.formContext}
        errorSchema={problems}
        disabled={disabled}
        readonly={field.readonly}
        onBlur={field.onBlur}
        onFocus={field.onFocus}
        onChange={change}
        registry={registry}
      />
      <div className={classes.notes}>
        <ImpliedOptions
          form={form}
          values={values}
          disabled={disabled}
          canUse={({ option, value }) => allows(asked(values)[option], value)}
          onUse={({ option, value }) => change({ ...values, [option]: value })}
        />
        <RefusedOptions form={form} />
      </div>
    </>
  );
};
