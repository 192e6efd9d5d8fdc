import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
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
import type { AnswerInWords } from '../../lib/words';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';
import { VerdictChanges } from '../VerdictChanges';
import { CardLinks } from './CardLinks';
import { DecisionFacts } from './DecisionFacts';
import { VerdictLine } from './VerdictLine';

/** Most reasons, and most changes, on a card: a portal's column is hardly longer than the window. */
const BRIEF = 2;

const useStyles = makeStyles(
  { summary: { cursor: 'pointer' } },
  { name: 'MlOrchestratorDecisionDetails' },
);

const AnswersInWords = ({ answers }: { answers: AnswerInWords[] }) => {
  const t = useTranslate();
  return (
    <ul aria-label={t('entity.answers')}>
      {answers.map(({ question, text, label }) => (
        <Typography key={question} component="li" variant="body2">
          {text} <strong>{label}</strong>
        </Typography>
      ))}
    </ul>
  );
};

/** Props of {@link DecisionDetails}. */
export interface DecisionDetailsProps {
  guidance: Guidance;
  entity: Entity;
  decision: EntityDecision;
  /** Gives less of what is long, for a card; the tab has it all. */
  brief?: boolean;
}

/** The orchestrator of an entity, today's verdict, and the decision behind it. */
export const DecisionDetails = (props: DecisionDetailsProps) => {
  const { guidance, entity, decision, brief } = props;
  const t = useTranslate();
  const classes = useStyles();
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
  const atMost = brief ? BRIEF : undefined;
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
        atMost={atMost}
      />
      {/* The portfolio is a moment behind: its changes may be those of the verdict before. */}
      {row?.verdict === verdict.verdict && (
        <VerdictChanges guidance={guidance} row={row} atMost={atMost} />
      )}
      {decision.overrideReason && (
        <Typography variant="body2" paragraph>
          {t('entity.overrideReason', { reason: decision.overrideReason })}
        </Typography>
      )}
      {words.length > 0 && !brief && <AnswersInWords answers={words} />}
      {words.length > 0 && brief && (
        <Typography component="details" variant="body2" paragraph>
          <summary className={classes.summary}>
            {t('entity.answersOf', { count: words.length })}
          </summary>
          <AnswersInWords answers={words} />
        </Typography>
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
