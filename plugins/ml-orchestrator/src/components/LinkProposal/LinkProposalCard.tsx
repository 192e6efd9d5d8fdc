import { InfoCard } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useLinkProposal } from '../../hooks';
import { useTranslate } from '../../translation';
import { ProposalText } from './ProposalText';

/** What detection proposes for an entity that nobody takes for a pipeline; not there where it proposes nothing. */
export const LinkProposalCard = () => {
  const t = useTranslate();
  const { entity } = useEntity();
  const found = useLinkProposal(stringifyEntityRef(entity));
  return found ? (
    <InfoCard title={t('proposal.title')}>
      <ProposalText {...found} />
    </InfoCard>
  ) : null;
};
