import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { StarterOptionsForm } from 'backstage-plugin-ml-orchestrator-common';
import { optionTitle } from '../../lib/starterOptions';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    summary: { cursor: 'pointer', ...theme.typography.body2 },
  }),
  { name: 'MlOrchestratorRefusedOptions' },
);

/** What somebody might look for in vain, and why the starter does not offer it. */
export const RefusedOptions = ({ form }: { form: StarterOptionsForm }) => {
  const t = useTranslate();
  const classes = useStyles();
  const { refused } = form;
  if (refused.length === 0) {
    return null;
  }
  return (
    <details className={classes.root}>
      <summary className={classes.summary}>
        {t('options.notOffered.title', { count: refused.length })}
      </summary>
      <ul>
        {refused.map(({ option, value, title, because }) => (
          <Typography key={`${option}=${value}`} component="li" variant="body2">
            {t('options.notOffered.item', {
              option: optionTitle(form, option),
              value: title,
              because,
            })}
          </Typography>
        ))}
      </ul>
    </details>
  );
};
