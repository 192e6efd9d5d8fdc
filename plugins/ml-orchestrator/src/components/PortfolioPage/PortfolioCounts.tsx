import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  PortfolioSummary,
} from 'backstage-plugin-ml-orchestrator-common';
import type { PortfolioView } from '../../lib/portfolioView';
import { filterValueWords } from '../../lib/portfolioWords';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { usePortfolioLink } from '../PortfolioNumber';
import { Sign } from '../Sign';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(1, 4),
      marginBottom: theme.spacing(2),
    },
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    bar: {
      display: 'inline-block',
      height: theme.spacing(1.25),
      marginRight: theme.spacing(0.5),
      backgroundColor: theme.palette.text.primary,
    },
  }),
  { name: 'MlOrchestratorPortfolioCounts' },
);

/** Length of the bar of all pipelines, in em. */
const WHOLE_BAR = 6;

/** Props of {@link PortfolioCounts}. */
export interface PortfolioCountsProps {
  guidance: Guidance;
  view: PortfolioView;
  /** Of the pipelines in the view. */
  summary: PortfolioSummary;
}

/** The numbers in a line; each leads to the rows behind it. */
export const PortfolioCounts = (props: PortfolioCountsProps) => {
  const { guidance, view, summary } = props;
  const t = useTranslate();
  const classes = useStyles();
  const linkTo = usePortfolioLink(view);
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="p" role="status">
        <Link underline="always" to={linkTo({})}>
          {t('portfolio.total', { count: summary.total })}
        </Link>
      </Typography>
      <ul className={classes.list} aria-label={t('portfolio.byOrchestrator')}>
        {summary.orchestrators.map(({ value = '', count }) => (
          <Typography key={value} component="li" variant="body1">
            <span
              aria-hidden="true"
              className={classes.bar}
              style={{ width: `${(WHOLE_BAR * count) / summary.total}em` }}
            />
            <Link underline="always" to={linkTo({ orchestrator: [value] })}>
              {count} {filterValueWords(t, guidance, 'orchestrator', value)}
            </Link>
          </Typography>
        ))}
      </ul>
      <ul className={classes.list} aria-label={t('portfolio.byVerdict')}>
        {VERDICTS.filter(verdict => summary.verdicts[verdict] > 0).map(
          verdict => (
            <Typography key={verdict} component="li" variant="body1">
              <Link underline="always" to={linkTo({ verdict: [verdict] })}>
                <Sign
                  sign={verdictBadge(t, verdict).sign}
                  word={t(`portfolio.count.${verdict}`, {
                    count: summary.verdicts[verdict],
                  })}
                />
              </Link>
            </Typography>
          ),
        )}
      </ul>
    </div>
  );
};
