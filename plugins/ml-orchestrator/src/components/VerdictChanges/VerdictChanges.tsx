import { makeStyles } from '@material-ui/core/styles';
import type {
  Guidance,
  PortfolioRow,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import { differenceWords } from '../../lib/portfolioWords';
import { useTranslate } from '../../translation';
import { ShortList } from '../ShortList';

const useStyles = makeStyles(theme => ({ root: theme.typography.body2 }), {
  name: 'MlOrchestratorVerdictChanges',
});

/** Props of {@link VerdictChanges}. */
export interface VerdictChangesProps {
  guidance: Guidance;
  row: Pick<PortfolioRow, 'changes' | 'verdictSince'>;
  /** Most changes to give; all of them if absent. */
  atMost?: number;
}

/** What changed in the guidance when it last changed the verdict, and since when; nothing if it never did. */
export const VerdictChanges = (props: VerdictChangesProps) => {
  const { guidance, row, atMost } = props;
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
      <ShortList
        label={title}
        sentences={row.changes.map(change =>
          differenceWords(t, guidance, change),
        )}
        atMost={atMost}
      />
    </div>
  );
};
