import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import type { ListFilter } from '../../lib/portfolioQuery';
import { filterValueWords } from '../../lib/portfolioWords';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: theme.spacing(16), maxWidth: theme.spacing(32) },
    label: { color: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorFilterSelect' },
);

// None of these can be a value: they are neither references nor ids.
const ANY = ' any';
const SEVERAL = ' several';

/** Props of {@link FilterSelect}. */
export interface FilterSelectProps {
  guidance: Guidance;
  filter: ListFilter;
  chosen: readonly string[];
  /** `''` stands for "none". */
  choices: readonly string[];
  /** `undefined` for any. */
  onChange: (values: string[] | undefined) => void;
}

/** Chooses one value of a filter, or any. Several, which a link can ask for, are shown as they are. */
export const FilterSelect = (props: FilterSelectProps) => {
  const { guidance, filter, chosen, choices, onChange } = props;
  const t = useTranslate();
  const classes = useStyles();
  const inWords = (value: string) =>
    filterValueWords(t, guidance, filter, value);
  const [only = ANY, ...more] = chosen;
  // A value that no pipeline has any more is still what was asked for.
  const offered = [...new Set([...choices, ...chosen])].sort((a, b) =>
    inWords(a).localeCompare(inWords(b)),
  );
  return (
    <TextField
      select
      id={`ml-orchestrator-portfolio-${filter}`}
      className={classes.root}
      variant="outlined"
      size="small"
      label={t(`portfolio.filter.${filter}`)}
      value={more.length > 0 ? SEVERAL : only}
      onChange={({ target }) =>
        onChange(target.value === ANY ? undefined : [target.value])
      }
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, className: classes.label }}
    >
      <option value={ANY}>{t('portfolio.filter.any')}</option>
      {more.length > 0 && (
        <option value={SEVERAL} disabled>
          {t('portfolio.filter.several', {
            values: chosen.map(inWords).join(', '),
          })}
        </option>
      )}
      {offered.map(value => (
        <option key={value} value={value}>
          {inWords(value)}
        </option>
      ))}
    </TextField>
  );
};
