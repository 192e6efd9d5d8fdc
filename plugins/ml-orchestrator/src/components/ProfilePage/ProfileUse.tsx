import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type {
  Guidance,
  Orchestrator,
} from 'backstage-plugin-ml-orchestrator-common';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Section } from '../Section';

const Lines = ({ lines }: { lines: string[] }) => (
  <ul>
    {lines.map(line => (
      <Typography key={line} component="li" variant="body2">
        {line}
      </Typography>
    ))}
  </ul>
);

/** Props of the parts of a profile. */
export interface ProfilePartProps {
  guidance: Guidance;
  orchestrator: Orchestrator;
}

/** When to use an orchestrator, when not, and with which others. */
export const ProfileUse = ({ guidance, orchestrator }: ProfilePartProps) => {
  const t = useTranslate();
  const links = useGuideLinks();
  const { id, bestAt, avoidWhen } = orchestrator;
  const places = (
    place: 'hybrid' | 'scenario',
    items: { id: string; title: string }[],
  ) => (
    <ul>
      {items.map(item => (
        <Typography key={item.id} component="li" variant="body2">
          <Link underline="always" to={placeLink(links, place, item.id) ?? '#'}>
            {item.title}
          </Link>
        </Typography>
      ))}
    </ul>
  );
  const hybrids = guidance.hybrids.filter(h => h.orchestrators.includes(id));
  const scenarios = guidance.scenarios.filter(
    s => s.expect.orchestrator === id,
  );
  return (
    <Section title={t('compare.profile.bestAt')}>
      <Lines lines={bestAt} />
      {avoidWhen.length > 0 && (
        <>
          <Typography variant="h6" component="h3">
            {t('compare.profile.avoidWhen')}
          </Typography>
          <Lines lines={avoidWhen} />
        </>
      )}
      {scenarios.length > 0 && (
        <>
          <Typography variant="h6" component="h3">
            {t('compare.profile.scenarios')}
          </Typography>
          {places('scenario', scenarios)}
        </>
      )}
      {hybrids.length > 0 && (
        <>
          <Typography variant="h6" component="h3">
            {t('compare.profile.hybrids')}
          </Typography>
          {places('hybrid', hybrids)}
        </>
      )}
    </Section>
  );
};
