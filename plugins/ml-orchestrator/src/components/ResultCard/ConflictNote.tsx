import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { answersInWords } from '../../lib/words';
import { useTranslate } from '../../translation';

/** Props of {@link ConflictNote}. */
export interface ConflictNoteProps {
  guidance: Guidance;
  answers: Answers;
  /** Question ids of a smallest set of answers that rule everything out. */
  conflict: string[];
  onEdit: (question: string) => void;
}

/** Which answers contradict each other, and a way to change each. */
export const ConflictNote = (props: ConflictNoteProps) => {
  const { guidance, answers, conflict, onEdit } = props;
  const t = useTranslate();
  const clashing = answersInWords(guidance, answers).filter(a =>
    conflict.includes(a.question),
  );
  return (
    <>
      <Typography variant="body2">
        {t(
          clashing.length > 0 ? 'decide.result.clash' : 'decide.result.allHeld',
        )}
      </Typography>
      <ul>
        {clashing.map(({ question, text, label }) => (
          <Typography key={question} component="li" variant="body2">
            {text} <strong>{label}</strong>{' '}
            <Button
              size="small"
              aria-label={t('decide.result.changeLabel', { question: text })}
              onClick={() => onEdit(question)}
            >
              {t('decide.result.change')}
            </Button>
          </Typography>
        ))}
      </ul>
    </>
  );
};
