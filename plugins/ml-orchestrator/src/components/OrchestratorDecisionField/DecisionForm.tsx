import { useEffect, useMemo, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type {
  AnswerProblem,
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useRecommendation } from '../../hooks';
import type { AnsweredRecommendation } from '../../hooks';
import { knownAnswers } from '../../lib/answersQuery';
import { sameDecision, settleDecision } from '../../lib/decisionValue';
import type { DecisionValue } from '../../lib/decisionValue';
import { questionStep } from '../../lib/questionStep';
import { findQuestion } from '../../lib/words';
import { useTranslate } from '../../translation';
import { AnswerList } from '../AnswerList';
import { QuestionCard } from '../QuestionCard';
import { RecommendationContent } from '../RecommendationContent';
import { ResultCard } from '../ResultCard';
import { OverrideChooser } from './OverrideChooser';

/** Props of {@link DecisionForm}. */
export interface DecisionFormProps {
  guidance: Guidance;
  value: DecisionValue;
  onChange: (value: DecisionValue) => void;
  disabled?: boolean;
}

interface DecisionStepsProps extends DecisionFormProps {
  /** The answers that the guidance knows, and what is wrong with the others. */
  known: Answers;
  problems: AnswerProblem[];
  answered: AnsweredRecommendation;
  loading: boolean;
}

const DecisionSteps = (props: DecisionStepsProps) => {
  const { guidance, value, onChange, disabled } = props;
  const { known, problems, answered, loading } = props;
  const t = useTranslate();
  const [editing, setEditing] = useState<string>();
  const moved = useRef(false);

  const { recommendation } = answered;
  const { overrideReason, orchestrator } = value;
  const overriding = overrideReason !== undefined;
  const step = questionStep(
    guidance,
    answered.answers,
    recommendation,
    editing,
  );
  const question = findQuestion(guidance, step?.question);
  const edit = (id: string | undefined) => {
    moved.current = true;
    setEditing(id);
  };
  const answer = (questionId: string, option: string) => {
    edit(undefined);
    onChange({
      answers: { ...known, [questionId]: option },
      ...(overriding ? { orchestrator, overrideReason } : {}),
    });
  };
  const override = (id: string, reason: string) =>
    onChange({
      answers: { ...known },
      ...(id ? { orchestrator: id } : {}),
      overrideReason: reason,
    });

  return (
    <>
      {problems.length > 0 && (
        <Typography role="alert" variant="body2" paragraph>
          {t('field.unknownAnswers', {
            problems: problems.map(p => `${p.field}: ${p.message}`).join('; '),
          })}
        </Typography>
      )}
      {question && step ? (
        <QuestionCard
          key={question.id}
          compact
          guidance={guidance}
          question={question}
          number={step.number}
          answers={answered.answers}
          disabled={disabled || loading}
          focusTitle={moved.current}
          onAnswer={option => answer(question.id, option)}
          onBack={step.previous ? () => edit(step.previous) : undefined}
        />
      ) : (
        <>
          <ResultCard
            key={recommendation.winner ?? 'conflict'}
            compact
            guidance={guidance}
            answers={answered.answers}
            recommendation={recommendation}
            focusTitle={moved.current}
            onTry={flip => answer(flip.question, flip.to)}
            onEdit={edit}
            actions={
              !overriding && (
                <Button
                  variant="outlined"
                  disabled={disabled}
                  onClick={() => override('', '')}
                >
                  {t('field.override.start')}
                </Button>
              )
            }
          />
          {overriding && (
            <OverrideChooser
              guidance={guidance}
              recommendation={recommendation}
              orchestrator={orchestrator ?? ''}
              reason={overrideReason}
              disabled={disabled}
              onChange={override}
              onGiveUp={
                recommendation.winner
                  ? () => onChange({ answers: { ...known } })
                  : undefined
              }
            />
          )}
        </>
      )}
      <AnswerList
        guidance={guidance}
        answers={answered.answers}
        ignored={recommendation.ignored}
        disabled={disabled}
        onEdit={edit}
      />
    </>
  );
};

/** The questions, then the result, and a way to choose otherwise. */
export const DecisionForm = (props: DecisionFormProps) => {
  const { guidance, value, onChange } = props;
  const t = useTranslate();
  const { known, problems } = useMemo(
    () => knownAnswers(guidance, value.answers),
    [guidance, value.answers],
  );
  const state = useRecommendation(known);
  const answered = state.value;
  const upToDate =
    answered && formatAnswers(answered.answers) === formatAnswers(known)
      ? answered
      : undefined;

  // The value follows what the engine says, also after a prefilled link.
  useEffect(() => {
    if (upToDate) {
      const settled = settleDecision(
        t,
        guidance,
        { ...value, answers: { ...known } },
        upToDate.recommendation,
      );
      if (!sameDecision(settled, value)) {
        onChange(settled);
      }
    }
  }, [t, upToDate, guidance, known, value, onChange]);

  return (
    <RecommendationContent state={state}>
      {current => (
        <DecisionSteps
          {...props}
          known={known}
          problems={problems}
          answered={current}
          loading={state.loading}
        />
      )}
    </RecommendationContent>
  );
};
