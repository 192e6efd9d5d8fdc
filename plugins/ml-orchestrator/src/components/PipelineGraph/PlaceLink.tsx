import { Link } from '@backstage/core-components';
import type { DefinitionPlace } from 'backstage-plugin-ml-orchestrator-common';

/** A file of the repository, with its address where it has one. */
export const PlaceLink = ({ place }: { place: DefinitionPlace }) =>
  place.url ? (
    <Link underline="always" to={place.url}>
      {place.path}
    </Link>
  ) : (
    <code>{place.path}</code>
  );
