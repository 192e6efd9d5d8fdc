import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { verdictWords } from '../../lib/verdict';
import type { Verdict } from '../../lib/verdict';
import { useTranslate } from '../../translation';

const SIGNS: Readonly<Record<Verdict['kind'], string>> = {
  fits: '✔',
  differs: '▲',
  conflict: '▲',
  unknown: '?',
};

/** Props of {@link VerdictLine}. */
export interface VerdictLineProps {
  guidance: Guidance;
  verdict: Verdict;
  /** The Decide tab with the answers given. */
  decideLink?: string;
}

/** Whether today's guidance still says the same: a sign and words. */
export const VerdictLine = (props: VerdictLineProps) => {
  const { guidance, verdict, decideLink } = props;
  const t = useTranslate();
  const disagrees = verdict.kind === 'differs' || verdict.kind === 'conflict';
  return (
    <Typography variant="body2" paragraph>
      <span aria-hidden="true">{SIGNS[verdict.kind]}</span>{' '}
      {verdictWords(t, guidance, verdict)}
      {disagrees && decideLink && (
        <>
          {' — '}
          <Link underline="always" to={decideLink}>
            {t('entity.seeWhy')}
          </Link>
        </>
      )}
    </Typography>
  );
};
