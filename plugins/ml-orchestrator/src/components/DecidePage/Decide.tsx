import { useRef, useState } from 'react';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useRecommendation } from '../../hooks';
import type { AnsweredRecommendation } from '../../hooks';
import { outcomeSentence } from '../../lib/explain';
import { questionStep } from '../../lib/questionStep';
import { findQuestion } from '../../lib/words';
import { useTranslate } from '../../translation';
import { AnswerList, NotAskedList } from '../AnswerList';
import { CostLine } from '../CostLine';
import { DecisionTreeCard } from '../DecisionTreeCard';
import { QuestionCard } from '../QuestionCard';
import { RankingCard } from '../RankingCard';
import { RecommendationContent } from '../RecommendationContent';
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

/** The question or the result that it is time for, with all that stands around it. */
const Step = (
  props: DecideProps & { answered: AnsweredRecommendation; loading: boolean },
) => {
  const { guidance, answers, onAnswers, answered, loading } = props;
  const t = useTranslate();
  const classes = useStyles();
  const [editing, setEditing] = useState<string>();
  // Focus follows a person's own steps only, never the first paint.
  const moved = useRef(false);

  const { recommendation } = answered;
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
            answers={answered.answers}
            disabled={loading}
            focusTitle={moved.current}
            onAnswer={option => go({ ...answers, [question.id]: option })}
            onBack={step.previous ? () => edit(step.previous) : undefined}
          />
        ) : (
          <ResultCard
            key={recommendation.winner ?? 'conflict'}
            guidance={guidance}
            answers={answered.answers}
            recommendation={recommendation}
            focusTitle={moved.current}
            onTry={flip => go({ ...answers, [flip.question]: flip.to })}
            onEdit={edit}
            more={
              <CostLine guidance={guidance} winner={recommendation.winner} />
            }
            actions={
              <ResultActions
                guidance={guidance}
                answers={answered.answers}
                recommendation={recommendation}
                onStartOver={() => go({})}
              />
            }
          />
        )}
        <Typography role="status" className={classes.hidden}>
          {question ? '' : outcomeSentence(t, guidance, recommendation)}
        </Typography>
        <div className={classes.below}>
          <AnswerList
            guidance={guidance}
            answers={answered.answers}
            ignored={recommendation.ignored}
            onEdit={edit}
          />
          {!question && (
            <NotAskedList guidance={guidance} answers={answered.answers} />
          )}
          <ScenarioPicker
            guidance={guidance}
            answers={answered.answers}
            onLoad={go}
          />
        </div>
      </Grid>
      <Grid item xs={12} md={5}>
        <RankingCard guidance={guidance} recommendation={recommendation} />
      </Grid>
      <Grid item xs={12}>
        <DecisionTreeCard
          guidance={guidance}
          answers={answered.answers}
          onAnswers={go}
        />
      </Grid>
    </Grid>
  );
};

/** Question by question to a recommendation. */
export const Decide = (props: DecideProps) => {
  const state = useRecommendation(props.answers);
  return (
    <RecommendationContent state={state}>
      {answered => (
        <Step {...props} answered={answered} loading={state.loading} />
      )}
    </RecommendationContent>
  );
};
