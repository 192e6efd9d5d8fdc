import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type {
  EntityVerdict,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { reasonWords, verdictBadge, verdictWords } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { ShortList } from '../ShortList';

/** Props of {@link VerdictLine}. */
export interface VerdictLineProps {
  guidance: Guidance;
  verdict: EntityVerdict;
  /** The Decide tab with the answers given, if there are any. */
  whyLink?: string;
  /** Most reasons to give; all of them if absent. */
  atMost?: number;
}

/** Whether today's guidance still says the same, and what speaks against it: a sign and words. */
export const VerdictLine = (props: VerdictLineProps) => {
  const { guidance, verdict, whyLink, atMost } = props;
  const t = useTranslate();
  // The reason of the person who decided is told beside the decision.
  const reasons = verdict.reasons.filter(({ kind }) => kind !== 'overridden');
  return (
    <>
      <Typography variant="body2" paragraph>
        <span aria-hidden="true">{verdictBadge(t, verdict.verdict).sign}</span>{' '}
        {verdictWords(t, guidance, verdict)}
        {verdict.verdict !== 'fits' && whyLink && (
          <>
            {' — '}
            <Link underline="always" to={whyLink}>
              {t('entity.seeWhy')}
            </Link>
          </>
        )}
      </Typography>
      {reasons.length > 0 && (
        <ShortList
          label={t('entity.reason.title')}
          sentences={reasons.map(reason => reasonWords(t, guidance, reason))}
          atMost={atMost}
        />
      )}
    </>
  );
};
