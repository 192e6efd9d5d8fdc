import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { decisionRecord } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { annotationsYaml } from '../../lib/annotations';
import { settleDecision } from '../../lib/decisionValue';
import { download } from '../../lib/download';
import { PIPELINE_TEMPLATE, templateQuery } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { CopyButton } from '../CopyButton';

/** Props of {@link ResultActions}. */
export interface ResultActionsProps {
  guidance: Guidance;
  answers: Answers;
  recommendation: Recommendation;
  onStartOver: () => void;
}

/** What to do with a result. */
export const ResultActions = (props: ResultActionsProps) => {
  const { guidance, answers, recommendation, onStartOver } = props;
  const t = useTranslate();
  const templateLink = useGuideLinks().template(PIPELINE_TEMPLATE);

  const winner = guidance.orchestrators.find(
    o => o.id === recommendation.winner,
  );
  const decision = settleDecision(
    t,
    guidance,
    { answers: { ...answers } },
    recommendation,
  );
  const saveRecord = (orchestrator: string) =>
    download(
      '0001-orchestrator.md',
      'text/markdown;charset=utf-8',
      decisionRecord({
        guidance,
        answers,
        orchestrator,
        date: new Date().toISOString().slice(0, 10),
      }),
    );
  return (
    <>
      {winner?.starter && templateLink && (
        <LinkButton
          variant="contained"
          color="primary"
          to={`${templateLink}${templateQuery(decision)}`}
        >
          {t('decide.actions.create')}
        </LinkButton>
      )}
      <CopyButton
        label={t('decide.actions.copyLink')}
        done={t('decide.actions.linkCopied')}
        text={() => window.location.href}
      />
      {winner && (
        <>
          <Button
            variant="outlined"
            size="small"
            onClick={() => saveRecord(winner.id)}
          >
            {t('decide.actions.record')}
          </Button>
          <CopyButton
            label={t('decide.actions.annotations')}
            done={t('decide.actions.annotationsCopied')}
            text={() => annotationsYaml(winner.id, answers)}
          />
        </>
      )}
      <Button size="small" onClick={onStartOver}>
        {t('decide.actions.startOver')}
      </Button>
      {winner && !winner.starter && (
        <Typography variant="body2">
          {t('decide.actions.noStarter', { title: winner.title })}
        </Typography>
      )}
    </>
  );
};
