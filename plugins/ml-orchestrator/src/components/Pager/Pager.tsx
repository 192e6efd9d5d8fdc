import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DEFAULT_PORTFOLIO_LIMIT } from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { inNumbers } from '../../lib/money';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'MlOrchestratorPager' },
);

/** Props of {@link Pager}. */
export interface PagerProps {
  /** Counted from 1. */
  page: number;
  /** Rows on all pages. */
  totalItems: number;
  onChange: (page: number) => void;
}

/** Which rows are shown, and the way to those before and after them. */
export const Pager = ({ page, totalItems, onChange }: PagerProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const language = useLanguage();
  const from = (page - 1) * DEFAULT_PORTFOLIO_LIMIT + 1;
  const to = Math.min(from + DEFAULT_PORTFOLIO_LIMIT - 1, totalItems);
  if (totalItems > 0 && from > totalItems) {
    return (
      <div className={classes.root}>
        <Typography role="status" variant="body2">
          {t('portfolio.pager.beyond')}
        </Typography>
        <Button size="small" variant="outlined" onClick={() => onChange(1)}>
          {t('portfolio.pager.first')}
        </Button>
      </div>
    );
  }
  return (
    <nav className={classes.root} aria-label={t('portfolio.pager.label')}>
      <Typography role="status" variant="body2">
        {t('portfolio.pager.rows', {
          from: inNumbers(Math.min(from, to), language),
          to: inNumbers(to, language),
          total: inNumbers(totalItems, language),
        })}
      </Typography>
      {totalItems > DEFAULT_PORTFOLIO_LIMIT && (
        <>
          <Button
            size="small"
            variant="outlined"
            disabled={page === 1}
            onClick={() => onChange(page - 1)}
          >
            {t('portfolio.pager.previous')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={to === totalItems}
            onClick={() => onChange(page + 1)}
          >
            {t('portfolio.pager.next')}
          </Button>
        </>
      )}
    </nav>
  );
};
