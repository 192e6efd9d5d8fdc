import { useState } from 'react';
import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import type {
  Answers,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { settleDecision } from '../../lib/decisionValue';
import { PIPELINE_TEMPLATE, templateQuery } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

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
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);

  const winner = guidance.orchestrators.find(
    o => o.id === recommendation.winner,
  );
  const decision = settleDecision(
    t,
    guidance,
    { answers: { ...answers } },
    recommendation,
  );
  return (
    <>
      {winner?.starter && templateLink && (
        <LinkButton
          variant="contained"
          color="primary"
          to={`${templateLink}${templateQuery(decision)}`}
        >
          Create repository
        </LinkButton>
      )}
      <Button
        variant="outlined"
        onClick={() => {
          copy(window.location.href);
          setCopied(true);
        }}
      >
        Copy link
      </Button>
      <Button onClick={onStartOver}>Start over</Button>
      <Typography role="status" variant="body2">
        {copied ? 'Link copied' : ''}
      </Typography>
      {winner && !winner.starter && (
        <Typography variant="body2">
          There is no starter for {winner.title} yet.
        </Typography>
      )}
    </>
  );
};
