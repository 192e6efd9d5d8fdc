import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { notAsked } from '../../lib/notAsked';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({ summary: { cursor: 'pointer', ...theme.typography.body2 } }),
  { name: 'MlOrchestratorNotAskedList' },
);

/** The questions that a result was reached without, each with the reason; nothing if all were asked. */
export const NotAskedList = (props: {
  guidance: Guidance;
  answers: Answers;
}) => {
  const t = useTranslate();
  const classes = useStyles();
  const questions = notAsked(props.guidance, props.answers);
  if (questions.length === 0) {
    return null;
  }
  return (
    <details>
      <summary className={classes.summary}>
        {t('decide.answers.notAsked', { count: questions.length })}
      </summary>
      <ul>
        {questions.map(({ question, why }) => (
          <Typography key={question.id} component="li" variant="body2">
            {t(`decide.answers.${why}`, { question: question.text })}
          </Typography>
        ))}
      </ul>
    </details>
  );
};
