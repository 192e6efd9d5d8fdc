import { LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { mlOrchestratorApiRef } from '../../api';
import { download } from '../../lib/download';
import { portfolioViewQuery } from '../../lib/portfolioView';
import type { PortfolioView } from '../../lib/portfolioView';
import { refusalOf } from '../../lib/refusal';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'MlOrchestratorPortfolioActions' },
);

/** Takes the rows along, and leads to What if with the same filters; order and charts are there to come back to. */
export const PortfolioActions = ({ view }: { view: PortfolioView }) => {
  const t = useTranslate();
  const classes = useStyles();
  const api = useApi(mlOrchestratorApiRef);
  const portfolio = useGuideLinks().tab('portfolio') ?? '';
  const [{ error, loading }, save] = useAsyncFn(async () => {
    const csv = await api.getPortfolioCsv(view.filters, view.sort);
    download('ml-pipelines.csv', 'text/csv;charset=utf-8', csv);
  }, [api, view]);
  return (
    <div className={classes.root}>
      <LinkButton
        variant="outlined"
        size="small"
        to={`${portfolio}/what-if${portfolioViewQuery({ ...view, page: 1 })}`}
      >
        {t('portfolio.whatIf')}
      </LinkButton>
      <Button variant="outlined" size="small" disabled={loading} onClick={save}>
        {t('portfolio.csv.save')}
      </Button>
      {error && (
        <Typography role="alert" variant="body2">
          {t('portfolio.csv.failed', {
            what: refusalOf(error) ?? error.message,
          })}
        </Typography>
      )}
    </div>
  );
};
