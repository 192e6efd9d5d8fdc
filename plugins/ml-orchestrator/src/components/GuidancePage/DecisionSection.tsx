import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Guidance,
  GuidanceStatus,
} from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { Facts } from '../Facts';

const useStyles = makeStyles(
  theme => ({ note: { marginTop: theme.spacing(1) } }),
  { name: 'MlOrchestratorDecisionSection' },
);

/** Props of {@link DecisionSection}. */
export interface DecisionSectionProps {
  guidance: Guidance;
  status: GuidanceStatus;
}

/** How large the decision is, and what in it has no effect. */
export const DecisionSection = ({ guidance, status }: DecisionSectionProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const { tree, pointlessQuestions, unrecommendable, onHold } = status;
  const orchestrators = (ids: string[]) =>
    ids.map(id => guidance.orchestrators.find(o => o.id === id)?.title ?? id);
  const questions = pointlessQuestions.map(
    id => guidance.questions.find(q => q.id === id)?.text ?? id,
  );
  const list = (names: string[]) =>
    names.join('; ') || t('owners.decision.none');
  return (
    <Section compact title={t('owners.decision.title')}>
      <Facts
        facts={[
          [
            t('owners.decision.tree'),
            [
              t('owners.decision.nodes', { count: tree.nodes }),
              t('owners.decision.leaves', { count: tree.leaves }),
              t('owners.decision.path', { count: tree.longestPath }),
            ].join(', '),
          ],
          [t('owners.decision.pointless'), list(questions)],
          [
            t('owners.decision.unrecommendable'),
            list(orchestrators(unrecommendable)),
          ],
          [t('owners.decision.onHold'), list(orchestrators(onHold))],
        ]}
      />
      {tree.truncated && (
        <Typography variant="body2" className={classes.note}>
          {t('owners.decision.truncated')}
        </Typography>
      )}
    </Section>
  );
};
