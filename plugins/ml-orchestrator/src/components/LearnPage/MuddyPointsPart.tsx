import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { namedSources } from '../../lib/comparison';
import { Place } from '../Anchor';
import { SourceList } from '../SourceList';

/** What people keep asking, answered plainly. */
export const MuddyPointsPart = ({ guidance }: { guidance: Guidance }) => (
  <>
    {guidance.muddyPoints.map(({ id, question, answer, sources }) => (
      <Place key={id} place="muddy-point" id={id} title={question}>
        <Typography variant="body2">{answer}</Typography>
        <SourceList sources={namedSources(guidance, sources)} />
      </Place>
    ))}
  </>
);
