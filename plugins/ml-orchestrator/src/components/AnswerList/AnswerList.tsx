import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { answersInWords } from '../../lib/words';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
    },
    ignored: { textDecoration: 'line-through' },
  }),
  { name: 'MlOrchestratorAnswerList' },
);

/** Props of {@link AnswerList}. */
export interface AnswerListProps {
  guidance: Guidance;
  answers: Answers;
  /** Ids of questions whose answers count for nothing. */
  ignored: string[];
  disabled?: boolean;
  onEdit: (question: string) => void;
}

/** The answers given, in words, each of them changeable. */
export const AnswerList = (props: AnswerListProps) => {
  const { guidance, answers, ignored, disabled, onEdit } = props;
  const t = useTranslate();
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('decide.answers.label')}>
      {answersInWords(guidance, answers).map(({ question, text, label }) => {
        const counts = !ignored.includes(question);
        return (
          <li key={question} className={classes.item}>
            <Typography variant="body2" component="span">
              <span className={counts ? undefined : classes.ignored}>
                {text} <strong>{label}</strong>
              </span>
              {!counts && ` ${t('decide.answers.noLongerApplies')}`}
            </Typography>
            {counts && (
              <Button
                size="small"
                disabled={disabled}
                aria-label={t('decide.answers.editLabel', { question: text })}
                onClick={() => onEdit(question)}
              >
                {t('decide.answers.edit')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
