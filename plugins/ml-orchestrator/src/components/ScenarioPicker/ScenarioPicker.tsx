import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatAnswers,
  type Answers,
  type Guidance,
} from 'backstage-plugin-ml-orchestrator-common';

const useStyles = makeStyles(
  // The secondary colour is too faint on the page's background.
  theme => ({ label: { color: theme.palette.text.primary } }),
  { name: 'MlOrchestratorScenarioPicker' },
);

/** Props of {@link ScenarioPicker}. */
export interface ScenarioPickerProps {
  guidance: Guidance;
  answers: Answers;
  onPick: (answers: Answers) => void;
}

/** Starts from a worked scenario: loads its answers, and tells its story while they are unchanged. */
export const ScenarioPicker = (props: ScenarioPickerProps) => {
  const { guidance, answers, onPick } = props;
  const classes = useStyles();
  const { scenarios } = guidance;
  if (scenarios.length === 0) {
    return null;
  }
  const compact = formatAnswers(answers);
  const current = scenarios.find(s => formatAnswers(s.answers) === compact);
  return (
    <>
      <TextField
        select
        fullWidth
        margin="normal"
        variant="outlined"
        size="small"
        id="ml-orchestrator-scenario"
        label="Start from a worked scenario"
        value={current?.id ?? ''}
        onChange={event => {
          const picked = scenarios.find(s => s.id === event.target.value);
          if (picked) {
            onPick(picked.answers);
          }
        }}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true, className: classes.label }}
      >
        <option value="">Choose…</option>
        {scenarios.map(scenario => (
          <option key={scenario.id} value={scenario.id}>
            {scenario.title}
          </option>
        ))}
      </TextField>
      {current && <Typography variant="body2">{current.story}</Typography>}
    </>
  );
};
