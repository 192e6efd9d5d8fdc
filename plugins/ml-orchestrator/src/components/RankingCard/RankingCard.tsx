import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Guidance,
  RankedOrchestrator,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { barLength, whyNot } from '../../lib/explain';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import type { Translate } from '../../translation';
import { Section } from '../Section';
import { EvidenceList } from './EvidenceList';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingLeft: theme.spacing(3) },
    item: { marginBottom: theme.spacing(1.5) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    bar: {
      height: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.primary.main,
    },
    reasons: { cursor: 'pointer', ...theme.typography.body2 },
  }),
  { name: 'MlOrchestratorRankingCard' },
);

function standing(
  t: Translate,
  guidance: Guidance,
  ranked: RankedOrchestrator,
  recommendation: Recommendation,
): string {
  if (ranked.status !== 'eligible') {
    return whyNot(t, guidance, ranked);
  }
  const score = String(ranked.score);
  if (recommendation.tied.includes(ranked.orchestrator)) {
    return t('decide.ranking.tied', { score });
  }
  return ranked.orchestrator === recommendation.winner
    ? t('decide.ranking.leads', { score })
    : t('decide.ranking.score', { score });
}

/** Props of {@link RankingCard}. */
export interface RankingCardProps {
  guidance: Guidance;
  recommendation: Recommendation;
}

/** Where every orchestrator stands so far, and why. */
export const RankingCard = ({ guidance, recommendation }: RankingCardProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const { ranking } = recommendation;
  const scores = ranking.map(r => r.score);
  return (
    <Section title={t('decide.ranking.title')}>
      <ol className={classes.list}>
        {ranking.map(ranked => {
          const { orchestrator, supporting, opposing, score } = ranked;
          const reasons = supporting.length + opposing.length;
          return (
            <Typography
              key={orchestrator}
              component="li"
              variant="body2"
              className={classes.item}
            >
              <span className={classes.head}>
                <strong>
                  {orchestratorShortTitle(guidance, orchestrator)}
                </strong>
                <span>{standing(t, guidance, ranked, recommendation)}</span>
              </span>
              {ranked.status === 'eligible' && (
                <div
                  aria-hidden="true"
                  className={classes.bar}
                  style={{ width: `${barLength(score, scores)}%` }}
                />
              )}
              {reasons > 0 && (
                <details>
                  <summary className={classes.reasons}>
                    {t('decide.ranking.reasons', { count: reasons })}
                  </summary>
                  <EvidenceList
                    guidance={guidance}
                    evidence={supporting}
                    sign="✔"
                  />
                  <EvidenceList
                    guidance={guidance}
                    evidence={opposing}
                    sign="!"
                  />
                </details>
              )}
            </Typography>
          );
        })}
      </ol>
    </Section>
  );
};
