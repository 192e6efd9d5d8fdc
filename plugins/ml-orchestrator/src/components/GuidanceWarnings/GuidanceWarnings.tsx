import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';

const useStyles = makeStyles(
  theme => ({
    line: {
      padding: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      backgroundColor: theme.palette.background.paper,
    },
  }),
  { name: 'MlOrchestratorGuidanceWarnings' },
);

function describe(warnings: GuidanceWarning[]): string {
  const worst = warnings.find(w => w.severity === 'error') ?? warnings[0];
  const position = [worst.file, worst.line, worst.column]
    .filter(part => part !== undefined)
    .join(':');
  const more = warnings.length > 1 ? ` (and ${warnings.length - 1} more)` : '';
  const effect =
    worst.severity === 'error'
      ? 'The configured guidance is not in use'
      : 'The guidance needs care';
  return `${effect}: ${position ? `${position}: ` : ''}${worst.message}${more}`;
}

/** One line on what is wrong with the guidance; nothing when all is well. */
export const GuidanceWarnings = (props: { warnings: GuidanceWarning[] }) => {
  const classes = useStyles();
  if (props.warnings.length === 0) {
    return null;
  }
  return (
    <Typography
      role="note"
      aria-label="Guidance warning"
      className={classes.line}
      variant="body2"
    >
      <span aria-hidden="true">▲ </span>
      {describe(props.warnings)}
    </Typography>
  );
};
