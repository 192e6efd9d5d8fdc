import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  fittingHybrids,
  orchestratorTitle,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Flip,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { marginInWords, whyNot } from '../../lib/explain';
import { orchestratorShortTitle, ringBadge } from '../../lib/words';
import { useTranslate } from '../../translation';
import { EvidenceList } from '../RankingCard';
import { Section } from '../Section';
import { Sign } from '../Sign';
import { ConflictNote } from './ConflictNote';
import { FlipList } from './FlipList';
import { HybridList } from './HybridList';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
      alignItems: 'center',
      '@media print': { display: 'none' },
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
  /** What else is known about the result, above the buttons. */
  more?: ReactNode;
  /** Buttons below the result. */
  actions?: ReactNode;
}

/** What the engine recommends, why, why not the others, and what would change it. */
export const ResultCard = (props: ResultCardProps) => {
  const { guidance, answers, recommendation, compact, focusTitle } = props;
  const { onTry, onEdit, more, actions } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { winner, ranking, tied, heldBack, flips } = recommendation;
  const best = ranking.find(r => r.orchestrator === winner);
  const orchestrator = guidance.orchestrators.find(o => o.id === winner);
  const others = ranking.filter(r => r.orchestrator !== winner);
  const hybrids = compact ? [] : fittingHybrids(guidance, recommendation);
  const held = guidance.orchestrators.find(o => o.id === heldBack);

  return (
    <Section
      title={
        orchestrator
          ? t('decide.result.fits', { title: orchestrator.title })
          : t('decide.result.conflict')
      }
      aside={orchestrator && marginInWords(t, recommendation)}
      compact={compact}
      focusTitle={focusTitle}
    >
      {orchestrator && (
        <Typography variant="body2" paragraph>
          <Sign {...ringBadge(t, orchestrator.ring)} /> · {orchestrator.summary}
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
      {orchestrator && recommendation.closeCall && (
        <Typography variant="body2" paragraph>
          {t('decide.result.close')}
        </Typography>
      )}
      {tied.length > 1 && (
        <Typography variant="body2" paragraph>
          {t('decide.result.tie', {
            tied: tied
              .map(id => orchestratorShortTitle(guidance, id))
              .join(t('decide.result.and')),
            first: orchestratorShortTitle(guidance, tied[0]),
          })}
        </Typography>
      )}
      {held && (
        <Typography variant="body2" paragraph>
          {held.ringReason
            ? t('decide.result.heldBecause', {
                title: held.title,
                reason: held.ringReason,
              })
            : t('decide.result.held', { title: held.title })}
        </Typography>
      )}
      {best && best.supporting.length > 0 && (
        <Part title={t('decide.result.because')} compact={compact}>
          <EvidenceList
            guidance={guidance}
            evidence={best.supporting}
            sign="✔"
          />
        </Part>
      )}
      {best && (
        <Part title={t('decide.result.butKnow')} compact={compact}>
          {best.opposing.length > 0 ? (
            <EvidenceList
              guidance={guidance}
              evidence={best.opposing}
              sign="!"
            />
          ) : (
            <Typography variant="body2">
              {t('decide.result.nothingAgainst')}
            </Typography>
          )}
        </Part>
      )}
      {others.length > 0 && (
        <Part title={t('decide.result.whyNot')} compact={compact}>
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
                : {whyNot(t, guidance, ranked)}
              </Typography>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('decide.result.whatWouldChange')} compact={compact}>
        <FlipList guidance={guidance} flips={flips} onTry={onTry} />
      </Part>
      {hybrids.length > 0 && (
        <Part title={t('decide.result.hybrids')}>
          <HybridList guidance={guidance} hybrids={hybrids} />
        </Part>
      )}
      {more}
      {actions && <div className={classes.actions}>{actions}</div>}
    </Section>
  );
};
