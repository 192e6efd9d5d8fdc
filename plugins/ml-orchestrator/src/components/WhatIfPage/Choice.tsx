import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  // The secondary colour is too faint.
  theme => ({ label: { color: theme.palette.text.primary } }),
  { name: 'MlOrchestratorChoice' },
);

/** Props of {@link Choice}. */
export interface ChoiceProps {
  name: string;
  label: string;
  /** Stands for nothing chosen yet; without it something always is. */
  placeholder?: string;
  value: string;
  choices: { value: string; words: string }[];
  onChange: (value: string) => void;
}

/** One thing chosen from a list. */
export const Choice = (props: ChoiceProps) => {
  const { name, label, placeholder, value, choices, onChange } = props;
  const classes = useStyles();
  const known = choices.some(choice => choice.value === value);
  return (
    <TextField
      select
      id={`ml-orchestrator-what-if-${name}`}
      variant="outlined"
      size="small"
      label={label}
      value={known ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, className: classes.label }}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </TextField>
  );
};
