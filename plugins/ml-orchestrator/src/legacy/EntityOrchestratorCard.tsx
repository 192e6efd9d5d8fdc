import { EntityOrchestratorCard as Card } from '../components/EntityOrchestratorCard';
import { LegacyLinks } from './LegacyLinks';

/** The entity card with the links of the old frontend system. */
export const EntityOrchestratorCard = () => (
  <LegacyLinks>
    <Card />
  </LegacyLinks>
);
