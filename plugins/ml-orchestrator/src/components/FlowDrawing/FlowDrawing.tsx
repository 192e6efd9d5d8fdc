import type { ReactElement, RefObject } from 'react';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

// Fitting stops here, or a telephone would show dust.
const FITTING = 1280;

const useStyles = makeStyles(
  theme => ({
    // A large drawing scrolls instead of shrinking until nobody can read it.
    scroll: {
      overflow: 'auto',
      position: 'relative',
      maxHeight: '85vh',
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
      '@media print': { maxHeight: 'none', overflow: 'visible' },
    },
  }),
  { name: 'MlOrchestratorFlowDrawing' },
);

/** Props of {@link FlowDrawing}. */
export interface FlowDrawingProps<Node, Edge> {
  /** What the drawing shows, for those who do not see it. */
  label: string;
  nodes: DependencyGraphTypes.DependencyNode<Node>[];
  edges: DependencyGraphTypes.DependencyEdge<Edge>[];
  /** Width in pixels at which the text can be read. */
  readableWidth: number;
  /** 1 is the size at which the text can be read; undefined fits the window. */
  zoom?: number;
  /** Gets the element that scrolls. */
  region?: RefObject<HTMLDivElement>;
  renderNode: DependencyGraphTypes.RenderNodeFunction<Node>;
  renderLabel: DependencyGraphTypes.RenderLabelFunction<Edge>;
}

/** Draws what leads to what, from the left to the right. */
export const FlowDrawing = <Node, Edge>(
  props: FlowDrawingProps<Node, Edge>,
): ReactElement => {
  const { label, nodes, edges, zoom, region, renderNode, renderLabel } = props;
  const classes = useStyles();
  const width = props.readableWidth * (zoom ?? 1);
  return (
    <div
      ref={region}
      className={classes.scroll}
      role="region"
      aria-label={label}
      // A region that scrolls must take focus to scroll by keyboard.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <div style={zoom ? { width } : { minWidth: Math.min(width, FITTING) }}>
        <DependencyGraph<Node, Edge>
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
          renderNode={renderNode}
          renderLabel={renderLabel}
        />
      </div>
    </div>
  );
};
