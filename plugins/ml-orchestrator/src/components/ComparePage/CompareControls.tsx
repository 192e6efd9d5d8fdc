import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import type { ComparedRows, CompareView } from '../../lib/compareView';
import { download } from '../../lib/download';
import {
  comparisonCells,
  comparisonMarkdown,
} from '../../lib/exportComparison';
import { useTranslate } from '../../translation';
import { CopyButton } from '../CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
      '@media print': { display: 'none' },
    },
    // The secondary colour is too faint on the page's background.
    label: { color: theme.palette.text.primary },
    exports: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'MlOrchestratorCompareControls' },
);

/** Props of {@link CompareControls}. */
export interface CompareControlsProps {
  guidance: Guidance;
  view: CompareView;
  rows: ComparedRows;
  onChange: (change: Partial<CompareView>) => void;
}

/** Chooses what is compared, and takes it along. */
export const CompareControls = (props: CompareControlsProps) => {
  const { guidance, view, rows, onChange } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { shown, total, orchestrators } = rows;

  const toggle = (id: string) =>
    onChange({
      hidden: view.hidden.includes(id)
        ? view.hidden.filter(other => other !== id)
        : [...view.hidden, id],
    });
  const saveCsv = async () => {
    const { unparse } = await import('papaparse');
    download(
      'ml-orchestrators.csv',
      'text/csv;charset=utf-8',
      // A cell that starts like a formula must not run in a spreadsheet.
      unparse(comparisonCells(t, rows), { escapeFormulae: true }),
    );
  };
  const found =
    shown > 0
      ? t('compare.controls.rows', {
          shown: String(shown),
          total: String(total),
        })
      : t('compare.controls.nothing');
  const nothing = shown === 0 || orchestrators.length === 0;

  return (
    <div
      role="group"
      aria-label={t('compare.controls.label')}
      className={classes.root}
    >
      <TextField
        id="ml-orchestrator-compare-filter"
        type="search"
        variant="outlined"
        size="small"
        label={t('compare.controls.filter')}
        value={view.filter}
        onChange={event => onChange({ filter: event.target.value })}
        InputLabelProps={{ shrink: true, className: classes.label }}
      />
      <FormGroup
        row
        role="group"
        aria-label={t('compare.controls.orchestrators')}
      >
        {guidance.orchestrators.map(({ id, title, shortTitle }) => (
          <FormControlLabel
            key={id}
            label={shortTitle ?? title}
            control={
              <Checkbox
                color="primary"
                checked={!view.hidden.includes(id)}
                onChange={() => toggle(id)}
              />
            }
          />
        ))}
      </FormGroup>
      <FormControlLabel
        label={t('compare.controls.onlyDifferences')}
        control={
          <Checkbox
            color="primary"
            checked={view.onlyDifferences}
            onChange={(_, onlyDifferences) => onChange({ onlyDifferences })}
          />
        }
      />
      <Typography role="status" variant="body2">
        {orchestrators.length > 0 ? found : t('compare.controls.noColumn')}
      </Typography>
      {nothing ? (
        <Button
          variant="outlined"
          size="small"
          onClick={() =>
            onChange({ filter: '', onlyDifferences: false, hidden: [] })
          }
        >
          {t('compare.controls.reset')}
        </Button>
      ) : (
        <div className={classes.exports}>
          <CopyButton
            label={t('compare.controls.copy')}
            done={t('compare.controls.copied')}
            text={() => comparisonMarkdown(t, rows)}
          />
          <Button variant="outlined" size="small" onClick={saveCsv}>
            {t('compare.controls.csv')}
          </Button>
        </div>
      )}
    </div>
  );
};
