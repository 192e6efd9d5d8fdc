import { useMemo } from 'react';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { PipelineNode } from 'backstage-plugin-ml-orchestrator-common';
import type { DrawnEdge, DrawnPipeline } from '../../lib/pipelineDrawing';
import { longestWay } from '../../lib/longestWay';
import { wrapText } from '../../lib/wrapText';
import { useTranslate } from '../../translation';
import { PipelineNodeBox } from './PipelineNodeBox';

// Fitting stops here, or a telephone would show dust.
const FITTING = 1280;
// Width of a step with the way behind it, in pixels, at which the text can be read.
const STEP_WIDTH = 240;

const useStyles = makeStyles(
  theme => ({
    // A long pipeline scrolls instead of shrinking until nobody can read it.
    scroll: {
      overflow: 'auto',
      maxHeight: '85vh',
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
      '@media print': { maxHeight: 'none', overflow: 'visible' },
    },
    label: { fill: theme.palette.text.primary, fontSize: 11 },
  }),
  { name: 'MlOrchestratorPipelineDrawing' },
);

const EdgeLabel = ({ edge }: { edge: DrawnEdge }) => {
  const classes = useStyles();
  return (
    <text className={classes.label} textAnchor="middle">
      <title>{edge.label}</title>
      {wrapText(edge.label, 22, 3).map((line, i) => (
        <tspan key={line} x={0} dy={i === 0 ? 0 : 13}>
          {line}
        </tspan>
      ))}
    </text>
  );
};

/** Props of {@link PipelineDrawing}. */
export interface PipelineDrawingProps {
  drawn: DrawnPipeline;
  /** Id of the node whose details are shown. */
  chosen?: string;
  /** 1 is the size at which the text can be read; undefined fits the window. */
  zoom?: number;
  onChoose: (node: string) => void;
}

/** Draws a pipeline graph, from the left to the right. */
export const PipelineDrawing = (props: PipelineDrawingProps) => {
  const { drawn, chosen, zoom, onChoose } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { nodes, edges } = useMemo(
    () => ({ nodes: [...drawn.nodes], edges: [...drawn.edges] }),
    [drawn],
  );
  const width = STEP_WIDTH * longestWay(drawn) * (zoom ?? 1);
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('pipeline.drawn')}
      // A region that scrolls must take focus to scroll by keyboard.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <div style={zoom ? { width } : { minWidth: Math.min(width, FITTING) }}>
        <DependencyGraph<PipelineNode, DrawnEdge>
          nodes={nodes}
          edges={edges}
          direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
          labelPosition={DependencyGraphTypes.LabelPosition.CENTER}
          nodeMargin={16}
          rankMargin={32}
          paddingX={8}
          paddingY={8}
          showArrowHeads
          fit="contain"
          zoom="disabled"
          allowFullscreen={false}
          renderNode={({ node }) => (
            <PipelineNodeBox
              node={node}
              chosen={node.id === chosen}
              onChoose={onChoose}
            />
          )}
          renderLabel={({ edge }) => <EdgeLabel edge={edge} />}
        />
      </div>
    </div>
  );
};
