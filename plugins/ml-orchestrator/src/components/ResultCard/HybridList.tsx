import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type {
  FittingHybrid,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { orchestratorShortTitle } from '../../lib/words';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

/** Props of {@link HybridList}. */
export interface HybridListProps {
  guidance: Guidance;
  hybrids: FittingHybrid[];
}

/** How the recommended orchestrator works together with others, and when. */
export const HybridList = ({ guidance, hybrids }: HybridListProps) => {
  const t = useTranslate();
  const links = useGuideLinks();
  return (
    <ul>
      {hybrids.map(({ hybrid: { id, title, when }, ruledOut }) => {
        const to = placeLink(links, 'hybrid', id);
        return (
          <Typography key={id} component="li" variant="body2">
            {to ? (
              <Link underline="always" to={to}>
                {title}
              </Link>
            ) : (
              title
            )}
            : {when}{' '}
            {ruledOut.length > 0 &&
              t('decide.result.hybridRuledOut', {
                partners: ruledOut
                  .map(partner => orchestratorShortTitle(guidance, partner))
                  .join(', '),
              })}
          </Typography>
        );
      })}
    </ul>
  );
};
