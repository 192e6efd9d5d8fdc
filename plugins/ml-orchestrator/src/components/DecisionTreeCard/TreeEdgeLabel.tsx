import { makeStyles } from '@material-ui/core/styles';
import type { GraphEdge } from '../../lib/treeGraph';
import { wrapText } from '../../lib/wrapText';

const useStyles = makeStyles(
  theme => ({
    text: { fill: theme.palette.text.primary, fontSize: 11 },
    lit: {
      fontWeight: 'bold',
      textDecoration: 'underline',
    },
  }),
  { name: 'MlOrchestratorTreeEdgeLabel' },
);

/** The option, or options, that an edge stands for. */
export const TreeEdgeLabel = ({ edge }: { edge: GraphEdge }) => {
  const classes = useStyles();
  const lines = wrapText(edge.lit ? `✔ ${edge.label}` : edge.label, 22, 3);
  return (
    <text
      className={`${classes.text} ${edge.lit ? classes.lit : ''}`}
      textAnchor="middle"
    >
      <title>{edge.label}</title>
      {lines.map((line, i) => (
        <tspan key={line} x={0} dy={i === 0 ? 0 : 13}>
          {line}
        </tspan>
      ))}
    </text>
  );
};
