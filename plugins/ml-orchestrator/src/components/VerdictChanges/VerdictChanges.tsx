import { makeStyles } from '@material-ui/core/styles';
import type {
  Guidance,
  PortfolioRow,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import { differenceWords } from '../../lib/portfolioWords';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: theme.typography.body2,
    list: { margin: 0, paddingLeft: theme.spacing(2) },
  }),
  { name: 'MlOrchestratorVerdictChanges' },
);

/** Props of {@link VerdictChanges}. */
export interface VerdictChangesProps {
  guidance: Guidance;
  row: Pick<PortfolioRow, 'changes' | 'verdictSince'>;
}

/** What changed in the guidance when it last changed the verdict, and since when; nothing if it never did. */
export const VerdictChanges = ({ guidance, row }: VerdictChangesProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const language = useLanguage();
  if (row.changes.length === 0) {
    return null;
  }
  const title = t('portfolio.table.changed', {
    day: dayInWords(row.verdictSince, language),
  });
  return (
    <div className={classes.root}>
      {title}
      <ul className={classes.list} aria-label={title}>
        {row.changes.map(change => (
          <li key={JSON.stringify(change)}>
            {differenceWords(t, guidance, change)}
          </li>
        ))}
      </ul>
    </div>
  );
};
