import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import type { Verdict } from '../../lib/verdict';
import { orchestratorTitle } from '../../lib/words';

const UNKNOWN = {
  'no-answers':
    'No answers were kept, so the guide cannot say whether it fits.',
  'unknown-orchestrator': 'The guide does not know this orchestrator.',
  'unknown-answers':
    'The guide has changed: it no longer knows some of these answers.',
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
  const why = decideLink && (
    <>
      {' '}
      —{' '}
      <Link underline="always" to={decideLink}>
        see why
      </Link>
    </>
  );
  switch (verdict.kind) {
    case 'fits':
      return (
        <Typography variant="body2" paragraph>
          <span aria-hidden="true">✔</span> Still what the guide would choose
          {verdict.closeCall ? ' (a close call)' : ''}
        </Typography>
      );
    case 'differs':
      return (
        <Typography variant="body2" paragraph>
          <span aria-hidden="true">▲</span> The guide would now choose{' '}
          {orchestratorTitle(guidance, verdict.winner)}
          {why}
        </Typography>
      );
    case 'conflict':
      return (
        <Typography variant="body2" paragraph>
          <span aria-hidden="true">▲</span> The guide now finds nothing that
          fits these answers
          {why}
        </Typography>
      );
    default:
      return (
        <Typography variant="body2" paragraph>
          <span aria-hidden="true">?</span> {UNKNOWN[verdict.why]}
        </Typography>
      );
  }
};
