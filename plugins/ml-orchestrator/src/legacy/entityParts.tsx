import type { ComponentType } from 'react';
import { EntityOrchestratorCard as Card } from '../components/EntityOrchestratorCard';
import { EntityOrchestratorContent as Content } from '../components/EntityOrchestratorContent';
import { LinkInvitation } from '../components/LinkInvitation';
import { LinkProposalCard } from '../components/LinkProposal';
import {
  OrchestratedCard,
  OrchestratorProfileCard,
} from '../components/OrchestratorCards';
import { LegacyLinks } from './LegacyLinks';

/** The part with the links of the old frontend system. */
const linked = (Part: ComponentType) => () =>
  (
    <LegacyLinks>
      <Part />
    </LegacyLinks>
  );

export const EntityOrchestratorCard = linked(Card);
export const EntityOrchestratorContent = linked(Content);
export const EntityLinkInvitationCard = linked(LinkInvitation);
export const EntityLinkProposalCard = linked(LinkProposalCard);
export const EntityOrchestratorProfileCard = linked(OrchestratorProfileCard);
export const EntityOrchestratedCard = linked(OrchestratedCard);
