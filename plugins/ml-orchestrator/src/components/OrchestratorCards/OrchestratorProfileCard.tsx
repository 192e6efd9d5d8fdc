import { InfoCard, Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { ringBadge } from '../../lib/words';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';
import { WithGuidance } from '../WithGuidance';

const Profile = ({ guidance, id }: { guidance: Guidance; id: string }) => {
  const t = useTranslate();
  const links = useGuideLinks();
  const orchestrator = guidance.orchestrators.find(o => o.id === id);
  if (!orchestrator) {
    return (
      <Typography variant="body2">
        {t('entity.orchestrator.unknown', { id })}
      </Typography>
    );
  }
  const { ring, ringReason, summary, bestAt } = orchestrator;
  const profile = placeLink(links, 'orchestrator', id);
  const compare = links.tab('compare');
  return (
    <>
      <Typography variant="body2" paragraph>
        <Sign {...ringBadge(t, ring)} />
        {ringReason && ` — ${ringReason}`}
      </Typography>
      <Typography variant="body2">{summary}</Typography>
      <ul>
        {bestAt.map(line => (
          <Typography key={line} component="li" variant="body2">
            {line}
          </Typography>
        ))}
      </ul>
      <Typography variant="body2">
        {profile && (
          <Link underline="always" to={profile}>
            {t('entity.orchestrator.profile')}
          </Link>
        )}
        {profile && compare && ' · '}
        {compare && (
          <Link underline="always" to={compare}>
            {t('entity.orchestrator.compare')}
          </Link>
        )}
      </Typography>
    </>
  );
};

/** What the guide says of the orchestrator that a resource stands for. */
export const OrchestratorProfileCard = () => {
  const t = useTranslate();
  const { entity } = useEntity();
  return (
    <InfoCard title={t('entity.orchestrator.title')}>
      <WithGuidance>
        {guidance => <Profile guidance={guidance} id={entity.metadata.name} />}
      </WithGuidance>
    </InfoCard>
  );
};
