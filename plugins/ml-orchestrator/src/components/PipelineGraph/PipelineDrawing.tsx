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
const STEP_WIDTH = 160;

const useStyles = makeStyles(
  theme => ({
    // A long pipeline scrolls instead of shrinking until nobody can read it.
    scroll: {
      overflow: 'auto',
      maxHeight: '85vh',
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
      '@media print': { maxHeight: 'none', overflow: 'visible' },
    },
    // The way passes behind the middle of its label, so the label has an edge of paper.
    label: {
      fill: theme.palette.text.primary,
      fontSize: 11,
      stroke: theme.palette.background.paper,
      strokeWidth: 8,
      strokeLinejoin: 'round',
      paintOrder: 'stroke',
    },
  }),
  { name: 'MlOrchestratorPipelineDrawing' },
);

const LABEL_LINE = 13;

const EdgeLabel = ({ edge }: { edge: DrawnEdge }) => {
  const classes = useStyles();
  const lines = wrapText(edge.label, 26, 3);
  const above = ((lines.length - 1) * LABEL_LINE) / 2;
  return (
    <text
      className={classes.label}
      textAnchor="middle"
      dominantBaseline="central"
    >
      <title>{edge.label}</title>
      {lines.map((line, i) => (
        <tspan key={line} x={0} dy={i === 0 ? -above : LABEL_LINE}>
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
