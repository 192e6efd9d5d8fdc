import { useMemo } from 'react';
import { EmptyState, LinkButton } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useCompareView } from '../../hooks';
import { compareRows } from '../../lib/compareView';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { CompareControls } from './CompareControls';
import { ComparisonTable } from './ComparisonTable';
import { PositionChart } from './PositionChart';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    idea: { maxWidth: theme.spacing(90) },
    chart: { marginTop: theme.spacing(3) },
  }),
  { name: 'MlOrchestratorComparison' },
);

/** The orchestrators side by side, and where each stands. */
export const Comparison = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const decideLink = useGuideLinks().tab('decide');
  const [view, changeView] = useCompareView();
  const rows = useMemo(() => compareRows(guidance, view), [guidance, view]);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.idea}>
          <Typography variant="h5" component="h2">
            {guidance.title}
          </Typography>
          <Typography variant="body1">{guidance.idea}</Typography>
        </div>
        {decideLink && (
          <LinkButton variant="contained" color="primary" to={decideLink}>
            {t('compare.decide')}
          </LinkButton>
        )}
      </div>
      {guidance.criteria.length === 0 ? (
        <EmptyState
          missing="content"
          title={t('compare.empty.title')}
          description={t('compare.empty.text')}
        />
      ) : (
        <>
          <CompareControls
            guidance={guidance}
            view={view}
            rows={rows}
            onChange={changeView}
          />
          {rows.shown > 0 && rows.orchestrators.length > 0 && (
            <ComparisonTable guidance={guidance} rows={rows} />
          )}
          <div className={classes.chart}>
            <PositionChart guidance={guidance} />
          </div>
        </>
      )}
    </>
  );
};
