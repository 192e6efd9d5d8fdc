import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ANNOTATION_DETECTION,
  orchestratorTitle,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLinkProposal } from '../../hooks';
import { proposalQuery } from '../../lib/proposalQuery';
import { LINK_TEMPLATE } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  // An ARN has no place to break a line at.
  { found: { overflowWrap: 'anywhere' } },
  { name: 'MlOrchestratorLinkProposal' },
);

/** The line that dismisses what is proposed. */
const DISMISSED = `${ANNOTATION_DETECTION}: dismissed`;

/**
 * What an entity's repository looks as if it runs on, and where that was seen. Nothing
 * while it loads, and nothing if it cannot be loaded: it is a hint, and no more.
 */
export const LinkProposal = ({ entityRef }: { entityRef: string }) => {
  const classes = useStyles();
  const t = useTranslate();
  const links = useGuideLinks();
  const { value } = useLinkProposal(entityRef);
  if (!value) {
    return null;
  }
  const { guidance, proposal } = value;
  const [{ path, line, found }] = proposal.evidence;
  const orchestrator = orchestratorTitle(guidance, proposal.orchestrator);
  const template = links.template(LINK_TEMPLATE);
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
