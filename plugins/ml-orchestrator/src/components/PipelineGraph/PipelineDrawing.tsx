import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { PipelineNode } from 'backstage-plugin-ml-orchestrator-common';
import type { DrawnEdge, DrawnPipeline } from '../../lib/pipelineDrawing';
import { longestWay } from '../../lib/longestWay';
import { wrapText } from '../../lib/wrapText';
import { useTranslate } from '../../translation';
import { FlowDrawing } from '../FlowDrawing';
import { PipelineNodeBox } from './PipelineNodeBox';

// Width of a step with the way behind it, in pixels, at which the text can be read.
const STEP_WIDTH = 160;

const useStyles = makeStyles(
  theme => ({
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
  const { nodes, edges } = useMemo(
    () => ({ nodes: [...drawn.nodes], edges: [...drawn.edges] }),
    [drawn],
  );
  return (
    <FlowDrawing<PipelineNode, DrawnEdge>
      label={t('pipeline.drawn')}
      nodes={nodes}
      edges={edges}
      readableWidth={STEP_WIDTH * longestWay(drawn)}
      zoom={zoom}
      renderNode={({ node }) => (
        <PipelineNodeBox
          node={node}
          chosen={node.id === chosen}
          onChoose={onChoose}
        />
      )}
      renderLabel={({ edge }) => <EdgeLabel edge={edge} />}
    />
  );
};
