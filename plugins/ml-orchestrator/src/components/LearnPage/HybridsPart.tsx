import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { namedSources } from '../../lib/comparison';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import { Place } from '../Anchor';
import { SourceList } from '../SourceList';

/** Orchestrators used together. */
export const HybridsPart = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  return (
    <>
      {guidance.hybrids.map(hybrid => (
        <Place
          key={hybrid.id}
          place="hybrid"
          id={hybrid.id}
          title={hybrid.title}
        >
          <Typography variant="body2">
            <strong>
              {hybrid.orchestrators
                .map(id => orchestratorShortTitle(guidance, id))
                .join(' + ')}
            </strong>
          </Typography>
          <Typography variant="body2">{hybrid.description}</Typography>
          <Typography variant="body2">
            {t('learn.hybrid.when', { when: hybrid.when })}
          </Typography>
          <SourceList sources={namedSources(guidance, hybrid.sources)} />
        </Place>
      ))}
    </>
  );
};
