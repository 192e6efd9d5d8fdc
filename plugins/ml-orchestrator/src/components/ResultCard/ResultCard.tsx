import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  Flip,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { marginInWords, whyNot } from '../../lib/explain';
import {
  RING_BADGES,
  orchestratorShortTitle,
  orchestratorTitle,
} from '../../lib/words';
import { EvidenceList } from '../RankingCard';
import { Section } from '../Section';
import { Sign } from '../Sign';
import { ConflictNote } from './ConflictNote';
import { FlipList } from './FlipList';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'MlOrchestratorResultCard' },
);

/** Props of {@link ResultCard}. */
export interface ResultCardProps {
  guidance: Guidance;
  answers: Answers;
  recommendation: Recommendation;
  compact?: boolean;
  /** Moves focus to the result when it appears. */
  focusTitle?: boolean;
  /** Tries a changed answer. */
  onTry: (flip: Flip) => void;
  /** Changes an answer that is in the way. */
  onEdit: (question: string) => void;
  /** Buttons below the result. */
  actions?: ReactNode;
}

/** What the engine recommends, why, why not the others, and what would change it. */
export const ResultCard = (props: ResultCardProps) => {
  const { guidance, answers, recommendation, compact, focusTitle } = props;
  const { onTry, onEdit, actions } = props;
  const classes = useStyles();
  const { winner, ranking, tied, heldBack, flips } = recommendation;
  const best = ranking.find(r => r.orchestrator === winner);
  const orchestrator = guidance.orchestrators.find(o => o.id === winner);
  const others = ranking.filter(r => r.orchestrator !== winner);
  const held = guidance.orchestrators.find(o => o.id === heldBack);

  return (
    <Section
      title={
        orchestrator
          ? `${orchestrator.title} fits`
          : 'No orchestrator fits these answers'
      }
      aside={orchestrator && marginInWords(recommendation)}
      compact={compact}
      focusTitle={focusTitle}
    >
      {orchestrator && (
        <Typography variant="body2" paragraph>
          <Sign {...RING_BADGES[orchestrator.ring]} /> · {orchestrator.summary}
        </Typography>
      )}
      {!orchestrator && (
        <ConflictNote
          guidance={guidance}
          answers={answers}
          conflict={recommendation.conflict}
          onEdit={onEdit}
        />
      )}
      {tied.length > 1 && (
        <Typography variant="body2" paragraph>
          It is a tie between{' '}
          {tied.map(id => orchestratorShortTitle(guidance, id)).join(' and ')};
          the guide lists {orchestratorShortTitle(guidance, tied[0])} first.
        </Typography>
      )}
      {held && (
        <Typography variant="body2" paragraph>
          {held.title} would have won, but it is on hold
          {held.ringReason ? `: ${held.ringReason}` : ''}.
        </Typography>
      )}
      {best && best.supporting.length > 0 && (
        <Part title="Because" compact={compact}>
          <EvidenceList
            guidance={guidance}
            evidence={best.supporting}
            sign="✔"
          />
        </Part>
      )}
      {best && best.opposing.length > 0 && (
        <Part title="But know that" compact={compact}>
          <EvidenceList guidance={guidance} evidence={best.opposing} sign="!" />
        </Part>
      )}
      {others.length > 0 && (
        <Part title="Why not" compact={compact}>
          <ul>
            {others.map(ranked => (
              <Typography
                key={ranked.orchestrator}
                component="li"
                variant="body2"
              >
                <strong>
                  {orchestratorTitle(guidance, ranked.orchestrator)}
                </strong>
                : {whyNot(guidance, ranked)}
              </Typography>
            ))}
          </ul>
        </Part>
      )}
      <Part title="What would change this" compact={compact}>
        <FlipList guidance={guidance} flips={flips} onTry={onTry} />
      </Part>
      {actions && <div className={classes.actions}>{actions}</div>}
    </Section>
  );
};
