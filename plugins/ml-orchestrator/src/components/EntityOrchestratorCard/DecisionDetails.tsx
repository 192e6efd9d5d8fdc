import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import {
  verdictOf,
  orchestratorTitle,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  EntityDecision,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { usePortfolioRow } from '../../hooks';
import { answersQuery, knownAnswers } from '../../lib/answersQuery';
import { answersInWords, ringBadge } from '../../lib/words';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';
import { VerdictChanges } from '../VerdictChanges';
import { CardLinks } from './CardLinks';
import { DecisionFacts } from './DecisionFacts';
import { VerdictLine } from './VerdictLine';

/** Props of {@link DecisionDetails}. */
export interface DecisionDetailsProps {
  guidance: Guidance;
  entity: Entity;
  decision: EntityDecision;
  /** Most reasons against the decision to give; all of them if absent. */
  reasonsAtMost?: number;
}

/** The orchestrator of an entity, today's verdict, and the decision behind it. */
export const DecisionDetails = (props: DecisionDetailsProps) => {
  const { guidance, entity, decision, reasonsAtMost } = props;
  const t = useTranslate();
  const decide = useGuideLinks().tab('decide');
  const { known } = useMemo(
    () => knownAnswers(guidance, decision.answers),
    [guidance, decision],
  );
  const verdict = useMemo(
    () => verdictOf(guidance, decision),
    [guidance, decision],
  );
  const row = usePortfolioRow(
    verdict.verdict === 'fits' ? undefined : stringifyEntityRef(entity),
  );
  const orchestrator = guidance.orchestrators.find(
    o => o.id === decision.orchestrator,
  );
  const words = answersInWords(guidance, known);
  const decideLink = decide && `${decide}${answersQuery(known)}`;
  return (
    <>
      <Typography variant="subtitle1" component="p">
        <strong>{orchestratorTitle(guidance, decision.orchestrator)}</strong>{' '}
        {orchestrator && <Sign {...ringBadge(t, orchestrator.ring)} />}
      </Typography>
      <VerdictLine
        guidance={guidance}
        verdict={verdict}
        // The questions without answers do not say why.
        whyLink={words.length > 0 ? decideLink : undefined}
        atMost={reasonsAtMost}
      />
      {/* The portfolio is a moment behind: its changes may be those of the verdict before. */}
      {row?.verdict === verdict.verdict && (
        <VerdictChanges guidance={guidance} row={row} />
      )}
      {decision.overrideReason && (
        <Typography variant="body2" paragraph>
          {t('entity.overrideReason', { reason: decision.overrideReason })}
        </Typography>
      )}
      {words.length > 0 && (
        <ul aria-label={t('entity.answers')}>
          {words.map(({ question, text, label }) => (
            <Typography key={question} component="li" variant="body2">
              {text} <strong>{label}</strong>
            </Typography>
          ))}
        </ul>
      )}
      <DecisionFacts entity={entity} decision={decision} />
      <CardLinks
        entity={entity}
        orchestrator={orchestrator?.id}
        decideLink={decideLink}
      />
    </>
  );
};
