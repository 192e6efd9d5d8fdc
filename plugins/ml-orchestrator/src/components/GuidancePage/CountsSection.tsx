import type { GuidanceCounts } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { Facts } from '../Facts';

/** How much of everything the guidance holds. */
export const CountsSection = ({ counts }: { counts: GuidanceCounts }) => {
  const t = useTranslate();
  const kinds = Object.keys(counts) as (keyof GuidanceCounts)[];
  return (
    <Section compact title={t('owners.counts.title')}>
      <Facts
        facts={kinds.map(kind => [
          t(`owners.counts.${kind}`),
          String(counts[kind]),
        ])}
      />
    </Section>
  );
};
