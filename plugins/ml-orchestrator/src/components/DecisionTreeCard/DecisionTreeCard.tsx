import { useState } from 'react';
import { Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useDecisionTree } from '../../hooks';
import { answersTo } from '../../lib/walkTree';
import { LoadError } from '../LoadError';
import { Section } from '../Section';
import { DecisionTreeGraph } from './DecisionTreeGraph';

const NOTHING: Answers = {};

/** Props of {@link DecisionTreeCard}. */
export interface DecisionTreeCardProps {
  guidance: Guidance;
  answers: Answers;
  /** Goes to a place in the tree by giving the answers that lead there. */
  onAnswers: (answers: Answers) => void;
}

/** The derived decision tree. A part that was not drawn, for want of room, is fetched when it is chosen. */
export const DecisionTreeCard = (props: DecisionTreeCardProps) => {
  const { guidance, answers, onAnswers } = props;
  const [below, setBelow] = useState<Answers>(NOTHING);
  const { value: tree, loading, error, retry } = useDecisionTree(below);

  const onSelect = (id: string) => {
    const node = tree?.nodes.find(n => n.id === id);
    if (!tree || !node) {
      return;
    }
    if (node.kind === 'unexpanded') {
      setBelow(node.answers);
      onAnswers(node.answers);
    } else {
      onAnswers({ ...below, ...answersTo(tree, id) });
    }
  };

  return (
    <Section title="The tree">
      <Typography variant="body2" paragraph>
        The questions that can still matter, in the order they are asked. ✔
        marks your path and ◆ where you are; choose a box to go there.
      </Typography>
      {below !== NOTHING && (
        <Button onClick={() => setBelow(NOTHING)}>Show the whole tree</Button>
      )}
      {loading && !tree && <Progress />}
      {error && (
        <LoadError
          title="The decision tree could not be loaded"
          error={error}
          onRetry={retry}
        />
      )}
      {tree && (
        <DecisionTreeGraph
          guidance={guidance}
          tree={tree}
          answers={answers}
          onSelect={onSelect}
        />
      )}
    </Section>
  );
};
