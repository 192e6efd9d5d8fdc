import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  PortfolioCount,
  PortfolioSummary,
} from 'backstage-plugin-ml-orchestrator-common';
import { LIST_FILTERS } from '../../lib/portfolioQuery';
import type { ListFilter } from '../../lib/portfolioQuery';
import { filtered, isFiltered, unfiltered } from '../../lib/portfolioView';
import type { PortfolioView } from '../../lib/portfolioView';
import { useTranslate } from '../../translation';
import { FilterSelect } from './FilterSelect';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 1),
      marginBottom: theme.spacing(2),
      '@media print': { display: 'none' },
    },
    // The secondary colour is too faint on the page's background.
    label: { color: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorPortfolioControls' },
);

const LISTS = {
  owner: 'owners',
  system: 'systems',
  orchestrator: 'orchestrators',
  decidedBy: 'decidedBy',
} as const;

function choicesOf(filter: ListFilter, summary: PortfolioSummary): string[] {
  if (filter === 'verdict') {
    return VERDICTS.filter(verdict => summary.verdicts[verdict] > 0);
  }
  const counts: PortfolioCount[] = summary[LISTS[filter]];
  return counts.map(({ value = '' }) => value);
}

/** Props of {@link PortfolioControls}. */
export interface PortfolioControlsProps {
  guidance: Guidance;
  view: PortfolioView;
  /** All that there is to choose from. */
  choices: PortfolioSummary;
  onChange: (
    change: (view: PortfolioView) => PortfolioView,
    options?: { replace?: boolean },
  ) => void;
}

/** Chooses which pipelines are shown, and how. */
export const PortfolioControls = (props: PortfolioControlsProps) => {
  const { guidance, view, choices, onChange } = props;
  const t = useTranslate();
  const classes = useStyles();
  return (
    <div
      role="group"
      aria-label={t('portfolio.filter.label')}
      className={classes.root}
    >
      {LIST_FILTERS.map(filter => (
        <FilterSelect
          key={filter}
          guidance={guidance}
          filter={filter}
          chosen={view.filters[filter] ?? []}
          choices={choicesOf(filter, choices)}
          onChange={values =>
            onChange(current => filtered(current, { [filter]: values }))
          }
        />
      ))}
      <TextField
        id="ml-orchestrator-portfolio-search"
        type="search"
        variant="outlined"
        size="small"
        label={t('portfolio.filter.search')}
        value={view.filters.search ?? ''}
        onChange={({ target }) =>
          // Typing must not fill the history.
          onChange(current => filtered(current, { search: target.value }), {
            replace: true,
          })
        }
        InputLabelProps={{ shrink: true, className: classes.label }}
      />
      {isFiltered(view) && (
        <Button
          variant="outlined"
          size="small"
          onClick={() => onChange(unfiltered)}
        >
          {t('portfolio.filter.clear')}
        </Button>
      )}
      <ButtonGroup size="small" aria-label={t('portfolio.show.label')}>
        {(['rows', 'charts'] as const).map(shape => (
          <Button
            key={shape}
            aria-pressed={view.shape === shape}
            variant={view.shape === shape ? 'contained' : 'outlined'}
            onClick={() => onChange(current => ({ ...current, shape }))}
          >
            {t(`portfolio.show.${shape}`)}
          </Button>
        ))}
      </ButtonGroup>
    </div>
  );
};
