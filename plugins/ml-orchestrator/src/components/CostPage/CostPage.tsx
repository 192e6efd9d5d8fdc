import { useMemo } from 'react';
import { EmptyState } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useSearchParams } from 'react-router-dom';
import { formQuery, parseForm, readForm } from '../../lib/workloadForm';
import { useTranslate } from '../../translation';
import { GuideContent } from '../GuideContent';
import { CostResult } from './CostResult';
import { WorkloadForm } from './WorkloadForm';

const useStyles = makeStyles(
  theme => ({ parts: { display: 'grid', gap: theme.spacing(3) } }),
  { name: 'MlOrchestratorCostPage' },
);

const Cost = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const [query, setQuery] = useSearchParams();
  const form = useMemo(() => readForm(query), [query]);
  const parsed = useMemo(() => parseForm(form), [form]);
  return (
    <>
      <Typography variant="h5" component="h2">
        {t('cost.title')}
      </Typography>
      <Typography variant="body1" paragraph>
        {t('cost.text')}
      </Typography>
      {guidance.prices.length === 0 ? (
        <EmptyState
          missing="content"
          title={t('cost.empty.title')}
          description={t('cost.empty.text')}
        />
      ) : (
        <div className={classes.parts}>
          <WorkloadForm
            guidance={guidance}
            form={form}
            wrong={'wrong' in parsed ? parsed.wrong : []}
            onChange={(field, value) =>
              // Typing must not fill the history.
              setQuery(formQuery({ ...form, [field]: value }), {
                replace: true,
              })
            }
          />
          {'workload' in parsed ? (
            <CostResult guidance={guidance} workload={parsed.workload} />
          ) : (
            <Typography role="status" variant="body1">
              {t('cost.correct')}
            </Typography>
          )}
        </div>
      )}
    </>
  );
};

/** The Cost tab. What is estimated lives in the address. */
export const CostPage = () => (
  <GuideContent>{guidance => <Cost guidance={guidance} />}</GuideContent>
);
