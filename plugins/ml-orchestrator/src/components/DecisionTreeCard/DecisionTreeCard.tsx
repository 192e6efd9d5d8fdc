import { useRef, useState } from 'react';
import { Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useDecisionTree } from '../../hooks';
import { download } from '../../lib/download';
import { standaloneSvg } from '../../lib/standaloneSvg';
import { answersTo } from '../../lib/walkTree';
import { useTranslate } from '../../translation';
import { DrawingTools } from '../DrawingTools';
import { LoadError } from '../LoadError';
import { Section } from '../Section';
import { DecisionTreeGraph } from './DecisionTreeGraph';
import { TreeList } from './TreeList';

const NOTHING: Answers = {};

/** Props of {@link DecisionTreeCard}. */
export interface DecisionTreeCardProps {
  guidance: Guidance;
  answers: Answers;
  /** Goes to a place in the tree by giving the answers that lead there. */
  onAnswers: (answers: Answers) => void;
}

/**
 * The derived decision tree, drawn or as a list. A part that was left out, for want of
 * room, is fetched when it is chosen.
 */
export const DecisionTreeCard = (props: DecisionTreeCardProps) => {
  const { guidance, answers, onAnswers } = props;
  const t = useTranslate();
  const [below, setBelow] = useState<Answers>(NOTHING);
  const [listed, setListed] = useState(false);
  const [zoom, setZoom] = useState<number>();
  const drawing = useRef<HTMLDivElement>(null);
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
  const save = () => {
    const svg = drawing.current?.querySelector<SVGSVGElement>(
      'svg#dependency-graph, svg',
    );
    if (svg) {
      download('decision-tree.svg', 'image/svg+xml', standaloneSvg(svg));
    }
  };

  return (
    <Section title={t('decide.tree.title')}>
      <Typography variant="body2" paragraph>
        {t('decide.tree.text')}
      </Typography>
      <DrawingTools
        listed={listed}
        onListed={setListed}
        zoom={zoom}
        onZoom={setZoom}
        onSave={save}
      />
      {below !== NOTHING && (
        <Button onClick={() => setBelow(NOTHING)}>
          {t('decide.tree.whole')}
        </Button>
      )}
      {loading && !tree && <Progress />}
      {error && (
        <LoadError
          title={t('decide.tree.failed')}
          error={error}
          onRetry={retry}
        />
      )}
      {tree && listed && (
        <TreeList
          guidance={guidance}
          tree={tree}
          answers={answers}
          onSelect={onSelect}
        />
      )}
      {tree && !listed && (
        <div ref={drawing}>
          <DecisionTreeGraph
            guidance={guidance}
            tree={tree}
            answers={answers}
            zoom={zoom}
            onSelect={onSelect}
          />
        </div>
      )}
    </Section>
  );
};
