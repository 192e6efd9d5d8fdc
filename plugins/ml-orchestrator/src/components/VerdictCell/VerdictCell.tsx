import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityVerdict,
  Guidance,
  PortfolioRow,
} from 'backstage-plugin-ml-orchestrator-common';
import { reasonWords, verdictBadge } from '../../lib/verdict';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import { ShortList } from '../ShortList';
import { Sign } from '../Sign';
import { VerdictChanges } from '../VerdictChanges';

const useStyles = makeStyles(
  { summary: { cursor: 'pointer', textDecoration: 'underline' } },
  { name: 'MlOrchestratorVerdictCell' },
);

/** Props of {@link VerdictCell}. */
export interface VerdictCellProps {
  guidance: Guidance;
  /** Of the pipeline. */
  title: string;
  /** That it is linked to. */
  orchestrator?: string;
  verdict: EntityVerdict;
  /** What changed in the guidance when it last changed the verdict, if that is known. */
  changed?: Pick<PortfolioRow, 'changes' | 'verdictSince'>;
}

/** A verdict on a pipeline, what would be chosen instead, and on request why. */
export const VerdictCell = (props: VerdictCellProps) => {
  const { guidance, title, orchestrator, verdict, changed } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { wouldChoose, reasons } = verdict;
  const instead =
    wouldChoose !== undefined && wouldChoose !== orchestrator
      ? // What was chosen against the guide fits all the same.
        t(
          `portfolio.table.${
            verdict.verdict === 'fits' ? 'against' : 'wouldBe'
          }`,
          {
            orchestrator: orchestratorShortTitle(guidance, wouldChoose),
          },
        )
      : undefined;
  const none =
    verdict.verdict === 'no-longer-fits' && wouldChoose === undefined
      ? t('portfolio.table.wouldBeNone')
      : undefined;
  return (
    <>
      <Sign {...verdictBadge(t, verdict.verdict)} />
      {(instead ?? none) && <div>{instead ?? none}</div>}
      {reasons.length + (changed?.changes.length ?? 0) > 0 && (
        <details>
          <summary
            className={classes.summary}
            aria-label={t('portfolio.table.whyOf', { title })}
          >
            {t('portfolio.table.why')}
          </summary>
          <ShortList
            sentences={reasons.map(reason => reasonWords(t, guidance, reason))}
          />
          {changed && <VerdictChanges guidance={guidance} row={changed} />}
        </details>
      )}
    </>
  );
};
