import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ANNOTATION_DETECTION,
  orchestratorTitle,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  LinkProposal,
} from 'backstage-plugin-ml-orchestrator-common';
import { proposalQuery } from '../../lib/proposalQuery';
import { LINK_TEMPLATE } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  // An ARN has no place to break a line at.
  { found: { overflowWrap: 'anywhere' } },
  { name: 'MlOrchestratorProposalText' },
);

/** The line that dismisses what is proposed. */
const DISMISSED = `${ANNOTATION_DETECTION}: dismissed`;

/** Props of {@link ProposalText}. */
export interface ProposalTextProps {
  guidance: Guidance;
  proposal: LinkProposal;
}

/** What a repository looks as if it runs on, where that was seen, and what to do about it. */
export const ProposalText = ({ guidance, proposal }: ProposalTextProps) => {
  const classes = useStyles();
  const t = useTranslate();
  const [{ path, line, found }] = proposal.evidence;
  const orchestrator = orchestratorTitle(guidance, proposal.orchestrator);
  const template = useGuideLinks().template(LINK_TEMPLATE);
  return (
    <>
      <Typography variant="body2">
        {t(`proposal.${proposal.confidence}`, { orchestrator })}{' '}
        {t('proposal.place', { path, line: `${line}` })}{' '}
        <code className={classes.found}>{found}</code>
      </Typography>
      <Typography variant="body2" paragraph>
        {template && (
          <>
            <Link
              underline="always"
              to={`${template}${proposalQuery(proposal)}`}
            >
              {t('proposal.link', { orchestrator })}
            </Link>{' '}
          </>
        )}
        {t('proposal.dismiss')} <code>{DISMISSED}</code>
      </Typography>
    </>
  );
};
