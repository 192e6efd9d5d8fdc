import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityVerdict,
  Guidance,
  GuidanceDifference,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import { differenceWords } from '../../lib/portfolioWords';
import { reasonWords, verdictBadge } from '../../lib/verdict';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';

const useStyles = makeStyles(
  theme => ({
    summary: { cursor: 'pointer', textDecoration: 'underline' },
    list: { margin: 0, paddingLeft: theme.spacing(2) },
  }),
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
  /** What changed in the guidance when it last changed the verdict. */
  changes?: readonly GuidanceDifference[];
  /** Day since which the verdict is what it is. */
  since?: string;
}

/** A verdict on a pipeline, what would be chosen instead, and on request why. */
export const VerdictCell = (props: VerdictCellProps) => {
  const { guidance, title, orchestrator, verdict, changes = [], since } = props;
  const t = useTranslate();
  const classes = useStyles();
  const language = useLanguage();
  const { wouldChoose, reasons } = verdict;
  const instead =
    wouldChoose !== undefined && wouldChoose !== orchestrator
      ? t('portfolio.table.wouldBe', {
          orchestrator: orchestratorShortTitle(guidance, wouldChoose),
        })
      : undefined;
  const none =
    verdict.verdict === 'no-longer-fits' && wouldChoose === undefined
      ? t('portfolio.table.wouldBeNone')
      : undefined;
  return (
    <>
      <Sign {...verdictBadge(t, verdict.verdict)} />
      {(instead ?? none) && <div>{instead ?? none}</div>}
      {reasons.length + changes.length > 0 && (
        <details>
          <summary
            className={classes.summary}
            aria-label={t('portfolio.table.whyOf', { title })}
          >
            {t('portfolio.table.why')}
          </summary>
          <ul className={classes.list}>
            {reasons.map(reason => (
              <li key={JSON.stringify(reason)}>
                {reasonWords(t, guidance, reason)}
              </li>
            ))}
          </ul>
          {changes.length > 0 && since && (
            <>
              {t('portfolio.table.changed', {
                day: dayInWords(since, language),
              })}
              <ul className={classes.list}>
                {changes.map(change => (
                  <li key={JSON.stringify(change)}>
                    {differenceWords(t, guidance, change)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
    </>
  );
};
