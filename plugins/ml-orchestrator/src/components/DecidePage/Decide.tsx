import { useRef, useState } from 'react';
import { Progress } from '@backstage/core-components';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useRecommendation } from '../../hooks';
import { outcomeSentence } from '../../lib/explain';
import { questionStep } from '../../lib/questionStep';
import { findQuestion } from '../../lib/words';
import { AnswerList } from '../AnswerList';
import { DecisionTreeCard } from '../DecisionTreeCard';
import { LoadError } from '../LoadError';
import { QuestionCard } from '../QuestionCard';
import { RankingCard } from '../RankingCard';
import { ResultCard } from '../ResultCard';
import { ScenarioPicker } from '../ScenarioPicker';
import { ResultActions } from './ResultActions';

const useStyles = makeStyles(
  theme => ({
    below: { marginTop: theme.spacing(2) },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'MlOrchestratorDecide' },
);

/** Props of {@link Decide}. */
export interface DecideProps {
  guidance: Guidance;
  /** Answers the guidance knows. */
  answers: Answers;
  onAnswers: (answers: Answers) => void;
}

/** Question by question to a recommendation. */
export const Decide = ({ guidance, answers, onAnswers }: DecideProps) => {
  const classes = useStyles();
  const [editing, setEditing] = useState<string>();
  // Focus follows a person's own steps only, never the first paint.
  const moved = useRef(false);
  const { value, loading, error, retry } = useRecommendation(answers);

  if (error) {
    return (
      <LoadError
        title="The recommendation could not be loaded"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!value) {
    return <Progress />;
  }

  const { recommendation } = value;
  const step = questionStep(guidance, value.answers, recommendation, editing);
  const question = findQuestion(guidance, step?.question);
  const edit = (id: string | undefined) => {
    moved.current = true;
    setEditing(id);
  };
  const go = (next: Answers) => {
    edit(undefined);
    onAnswers(next);
  };

  return (
    <Grid container spacing={3}>
      <Grid item xs={12} md={7}>
        {question && step ? (
          <QuestionCard
            key={question.id}
            guidance={guidance}
            question={question}
            number={step.number}
            chosen={value.answers[question.id]}
            disabled={loading}
            focusTitle={moved.current}
            onAnswer={option => go({ ...answers, [question.id]: option })}
            onBack={step.previous ? () => edit(step.previous) : undefined}
          />
        ) : (
          <ResultCard
            key={recommendation.winner ?? 'conflict'}
            guidance={guidance}
            answers={value.answers}
            recommendation={recommendation}
            focusTitle={moved.current}
            onTry={flip => go({ ...answers, [flip.question]: flip.to })}
            onEdit={edit}
            actions={
              <ResultActions
                guidance={guidance}
                answers={value.answers}
                recommendation={recommendation}
                onStartOver={() => go({})}
              />
            }
          />
        )}
        <Typography role="status" className={classes.hidden}>
          {question ? '' : outcomeSentence(guidance, recommendation)}
        </Typography>
        <div className={classes.below}>
          <AnswerList
            guidance={guidance}
            answers={value.answers}
            ignored={recommendation.ignored}
            onEdit={edit}
          />
          <ScenarioPicker
            guidance={guidance}
            answers={value.answers}
            onPick={next => {
              go(next);
              // Arrow keys in the list must not throw a person out of it.
              moved.current = false;
            }}
          />
        </div>
      </Grid>
      <Grid item xs={12} md={5}>
        <RankingCard guidance={guidance} recommendation={recommendation} />
      </Grid>
      <Grid item xs={12}>
        <DecisionTreeCard
          guidance={guidance}
          answers={value.answers}
          onAnswers={go}
        />
      </Grid>
    </Grid>
  );
};
