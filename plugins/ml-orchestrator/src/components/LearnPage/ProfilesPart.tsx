import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { ringBadge } from '../../lib/words';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';

/** Each orchestrator in a few lines, with the way to its profile. */
export const ProfilesPart = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const links = useGuideLinks();
  return (
    <>
      {guidance.orchestrators.map(({ id, title, ring, summary, bestAt }) => {
        const profile = placeLink(links, 'orchestrator', id);
        return (
          <div key={id}>
            <Typography variant="subtitle1" component="h3">
              {profile ? (
                <Link underline="always" to={profile}>
                  {title}
                </Link>
              ) : (
                title
              )}
            </Typography>
            <Typography variant="body2">
              <Sign {...ringBadge(t, ring)} /> · {summary}
            </Typography>
            <ul>
              {bestAt.map(line => (
                <Typography key={line} component="li" variant="body2">
                  {line}
                </Typography>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
};
