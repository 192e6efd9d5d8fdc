import { useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { readText } from '../../lib/readText';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    text: { fontFamily: 'monospace' },
    readable: { color: theme.palette.text.primary },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'MlOrchestratorLayerForm' },
);

/** The backend takes a little more, the rest of the request included. */
const MOST_KB = 1000;

/** Props of {@link LayerForm}. */
export interface LayerFormProps {
  text: string;
  onChange: (text: string) => void;
  onSubmit: () => void;
}

/** Takes a layer as text, typed, pasted or from a file. */
export const LayerForm = ({ text, onChange, onSubmit }: LayerFormProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const [problem, setProblem] = useState<string>();
  const load = async (file: File) => {
    const kb = Math.ceil(file.size / 1000);
    if (kb > MOST_KB) {
      setProblem(t('whatIf.layer.tooLarge', { size: String(kb) }));
      return;
    }
    setProblem(undefined);
    try {
      onChange(await readText(file));
    } catch {
      setProblem(t('whatIf.layer.unreadable', { name: file.name }));
    }
  };
  return (
    <form
      className={classes.root}
      onSubmit={event => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TextField
        fullWidth
        multiline
        minRows={8}
        maxRows={24}
        id="ml-orchestrator-what-if-layer"
        variant="outlined"
        label={t('whatIf.layer.text')}
        helperText={t('whatIf.layer.help')}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        inputProps={{ spellCheck: false, className: classes.text }}
        InputLabelProps={{ shrink: true, className: classes.readable }}
        FormHelperTextProps={{ className: classes.readable }}
      />
      <div className={classes.actions}>
        <Typography component="label" variant="body2">
          {t('whatIf.layer.load')}{' '}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              // Otherwise the corrected file of the same name would be no change.
              target.value = '';
              return file && load(file);
            }}
          />
        </Typography>
        {problem && (
          <Typography role="alert" variant="body2">
            {problem}
          </Typography>
        )}
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={text.trim() === ''}
        >
          {t('whatIf.layer.run')}
        </Button>
      </div>
    </form>
  );
};
