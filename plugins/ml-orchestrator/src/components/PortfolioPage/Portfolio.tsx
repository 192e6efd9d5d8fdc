import { useMemo } from 'react';
import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import {
  useLanguage,
  usePortfolioSummary,
  usePortfolioView,
  useSettled,
} from '../../hooks';
import { isFiltered, unfiltered } from '../../lib/portfolioView';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { EmptyPortfolio } from './EmptyPortfolio';
import { NothingLeft } from './NothingLeft';
import { PortfolioActions } from './PortfolioActions';
import { PortfolioCharts } from './PortfolioCharts';
import { PortfolioControls } from './PortfolioControls';
import { PortfolioCounts } from './PortfolioCounts';
import { PortfolioRows } from './PortfolioRows';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'MlOrchestratorPortfolio' },
);

/** The pipelines that the view asks for, with their numbers. The view lives in the address. */
export const Portfolio = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const language = useLanguage();
  const [view, changeView] = usePortfolioView();
  const typed = view.filters.search ?? '';
  const settledSearch = useSettled(typed);
  // Nothing more is typed once it is cleared.
  const search = typed && settledSearch;
  const settled = useMemo(
    () => ({ ...view, filters: { ...view.filters, search } }),
    [view, search],
  );
  // What there is to choose from does not depend on what is chosen.
  const everything = usePortfolioSummary({});
  const some = usePortfolioSummary(
    isFiltered(view) ? settled.filters : undefined,
  );
  const shown = isFiltered(view) ? some : everything;

  if (everything.error) {
    return (
      <LoadError
        title={t('portfolio.load')}
        error={everything.error}
        onRetry={everything.retry}
      />
    );
  }
  if (!everything.value) {
    return <Progress />;
  }
  const { total, refreshedAt } = everything.value;
  if (total === 0) {
    return (
      <EmptyPortfolio
        refreshed={refreshedAt !== undefined}
        onReload={everything.retry}
      />
    );
  }
  return (
    <>
      <div className={classes.head}>
        <Typography variant="h5" component="h2">
          {t('portfolio.title')}
        </Typography>
        <PortfolioActions view={view} />
      </div>
      {shown.value && (
        <PortfolioCounts
          guidance={guidance}
          view={view}
          summary={shown.value}
        />
      )}
      <PortfolioControls
        guidance={guidance}
        view={view}
        choices={everything.value}
        onChange={changeView}
      />
      {shown.error && (
        // The filters stay: what is asked for may be what is wrong.
        <LoadError
          title={t('portfolio.load')}
          error={shown.error}
          onRetry={shown.retry}
        />
      )}
      {!shown.error && !shown.value && <Progress />}
      {shown.value?.total === 0 && (
        <NothingLeft onClear={() => changeView(unfiltered)} />
      )}
      {shown.value &&
        shown.value.total > 0 &&
        (view.shape === 'charts' ? (
          <div aria-busy={shown.loading}>
            {shown.loading && <Progress />}
            <PortfolioCharts
              guidance={guidance}
              view={view}
              summary={shown.value}
            />
          </div>
        ) : (
          <PortfolioRows
            guidance={guidance}
            view={settled}
            onChange={changeView}
          />
        ))}
      {refreshedAt && (
        <Typography variant="body2">
          {t('portfolio.refreshed', {
            at: new Intl.DateTimeFormat(language, {
              dateStyle: 'medium',
              timeStyle: 'short',
            }).format(new Date(refreshedAt)),
          })}
        </Typography>
      )}
    </>
  );
};
