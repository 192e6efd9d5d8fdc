import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslate } from '../../translation';
import type { Translate } from '../../translation';
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

function describe(t: Translate, warnings: GuidanceWarning[]): string {
  const worst = warnings.find(w => w.severity === 'error') ?? warnings[0];
  const position = [worst.file, worst.line, worst.column]
    .filter(part => part !== undefined)
    .join(':');
  const first = position ? `${position}: ${worst.message}` : worst.message;
  const count = warnings.length - 1;
  return t(`shared.warning.${worst.severity}`, {
    what: count > 0 ? t('shared.warning.more', { first, count }) : first,
  });
}

/** One line on what is wrong with the guidance; nothing when all is well. */
export const GuidanceWarnings = (props: { warnings: GuidanceWarning[] }) => {
  const t = useTranslate();
  const classes = useStyles();
  if (props.warnings.length === 0) {
    return null;
  }
  return (
    <Typography
      role="note"
      aria-label={t('shared.warning.label')}
      className={classes.line}
      variant="body2"
    >
      <span aria-hidden="true">▲ </span>
      {describe(t, props.warnings)}
    </Typography>
  );
};
