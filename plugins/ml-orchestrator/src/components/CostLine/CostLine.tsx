import { useState } from 'react';
import { Link } from '@backstage/core-components';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { estimateCost } from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { inDollars } from '../../lib/money';
import { formQuery, parseForm, readForm } from '../../lib/workloadForm';
import { orchestratorShortTitle } from '../../lib/words';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

// The rest of the workload is asked for on the Cost tab.
const ASKED = ['runsPerMonth', 'stepsPerRun'] as const;

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0, 1),
      '@media print': { display: 'none' },
    },
    // The secondary colour is too faint.
    label: { color: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorCostLine' },
);

/** Props of {@link CostLine}. */
export interface CostLineProps {
  guidance: Guidance;
  /** Id of the orchestrator that is named first. */
  winner?: string;
}

/** What a person's own workload costs a month with each orchestrator, and the way to the details. */
export const CostLine = ({ guidance, winner }: CostLineProps) => {
  const t = useTranslate();
  const language = useLanguage();
  const classes = useStyles();
  const cost = useGuideLinks().tab('cost');
  const [form, setForm] = useState(() => readForm(new URLSearchParams()));
  if (guidance.prices.length === 0) {
    return null;
  }
  const parsed = parseForm(form);
  const offers =
    'workload' in parsed ? estimateCost(guidance, parsed.workload).offers : [];
  const inOrder = [...guidance.orchestrators].sort(
    (a, b) => Number(b.id === winner) - Number(a.id === winner),
  );
  const costs = inOrder.flatMap(({ id }) => {
    const own = offers.filter(offer => offer.orchestrator === id);
    const known = own.flatMap(({ usd }) => usd ?? []);
    if (own.length === 0) {
      return [];
    }
    return [
      t('cost.line.one', {
        orchestrator: orchestratorShortTitle(guidance, id),
        usd:
          known.length > 0
            ? inDollars(Math.min(...known), language)
            : t('cost.unknown'),
      }),
    ];
  });
  const wrong = 'wrong' in parsed ? parsed.wrong : [];
  return (
    <>
      <div className={classes.fields}>
        {ASKED.map(field => (
          <TextField
            key={field}
            id={`ml-orchestrator-line-${field}`}
            variant="outlined"
            size="small"
            label={t(`cost.field.${field}.label`)}
            value={form[field]}
            error={wrong.includes(field)}
            onChange={event =>
              setForm({ ...form, [field]: event.target.value })
            }
            inputProps={{ inputMode: 'decimal' }}
            InputLabelProps={{ shrink: true, className: classes.label }}
          />
        ))}
      </div>
      <Typography variant="body2" paragraph>
        <span role="status">
          {wrong.length > 0
            ? t('cost.correct')
            : t('cost.line.all', {
                runs: form.runsPerMonth,
                steps: form.stepsPerRun,
                costs: costs.join(' · '),
              })}
        </span>{' '}
        {cost && (
          <Link underline="always" to={`${cost}?${formQuery(form)}`}>
            {t('cost.line.own')}
          </Link>
        )}
      </Typography>
    </>
  );
};
