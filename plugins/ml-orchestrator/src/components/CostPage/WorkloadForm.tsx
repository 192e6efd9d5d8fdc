import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { limitsOf, WORKLOAD_FIELDS } from '../../lib/workloadForm';
import type { WorkloadField } from '../../lib/workloadForm';
import { useTranslate } from '../../translation';
import { Section } from '../Section';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${theme.spacing(
        28,
      )}px), 1fr))`,
    },
    // The secondary colour is too faint.
    readable: { color: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorWorkloadForm' },
);

/** Props of {@link WorkloadForm}. */
export interface WorkloadFormProps {
  guidance: Guidance;
  form: Readonly<Record<WorkloadField, string>>;
  /** Fields that hold nothing usable. */
  wrong: WorkloadField[];
  onChange: (field: WorkloadField, value: string) => void;
}

/** What is run in a month. */
export const WorkloadForm = (props: WorkloadFormProps) => {
  const { guidance, form, wrong, onChange } = props;
  const t = useTranslate();
  const classes = useStyles();
  const choices: Partial<Record<WorkloadField, string[]>> = {
    region: guidance.prices.map(p => p.region).filter(r => r !== 'any'),
    environmentClass: guidance.prices.flatMap(p => p.environmentClass ?? []),
  };
  return (
    <Section title={t('cost.workload')}>
      <div className={classes.fields}>
        {WORKLOAD_FIELDS.map(field => {
          const limits = limitsOf(field);
          const suggested = [...new Set(choices[field])].sort();
          const list =
            suggested.length > 0 ? `ml-orchestrator-${field}-known` : undefined;
          const bad = wrong.includes(field);
          return (
            <div key={field}>
              <TextField
                fullWidth
                id={`ml-orchestrator-${field}`}
                variant="outlined"
                size="small"
                label={t(`cost.field.${field}.label`)}
                value={form[field]}
                error={bad}
                helperText={
                  bad && limits
                    ? t(limits.whole ? 'cost.wholeNumber' : 'cost.number', {
                        least: String(limits.least),
                        most: String(limits.most),
                      })
                    : t(`cost.field.${field}.help`)
                }
                onChange={event => onChange(field, event.target.value)}
                inputProps={{
                  inputMode: limits ? 'decimal' : 'text',
                  list,
                }}
                InputLabelProps={{ shrink: true, className: classes.readable }}
                FormHelperTextProps={{ className: classes.readable }}
              />
              {list && (
                <datalist id={list}>
                  {suggested.map(value => (
                    <option key={value} value={value} />
                  ))}
                </datalist>
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
};
