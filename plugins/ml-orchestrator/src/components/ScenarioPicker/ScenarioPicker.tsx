import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { ScenarioStory } from './ScenarioStory';

const useStyles = makeStyles(
  theme => ({
    root: { '@media print': { display: 'none' } },
    // The secondary colour is too faint on the page's background.
    label: { color: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorScenarioPicker' },
);

/** Props of {@link ScenarioPicker}. */
export interface ScenarioPickerProps {
  guidance: Guidance;
  answers: Answers;
  onLoad: (answers: Answers) => void;
}

/** Tells worked scenarios, compares them with one's own answers, and starts from one. */
export const ScenarioPicker = (props: ScenarioPickerProps) => {
  const { guidance, answers, onLoad } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { scenarios } = guidance;
  const compact = formatAnswers(answers);
  const [picked, setPicked] = useState(
    scenarios.find(s => formatAnswers(s.answers) === compact)?.id ?? '',
  );
  if (scenarios.length === 0) {
    return null;
  }
  const scenario = scenarios.find(s => s.id === picked);
  return (
    <div className={classes.root}>
      <TextField
        select
        fullWidth
        margin="normal"
        variant="outlined"
        size="small"
        id="ml-orchestrator-scenario"
        label={t('decide.scenario.label')}
        value={picked}
        onChange={event => setPicked(event.target.value)}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true, className: classes.label }}
      >
        <option value="">{t('decide.scenario.choose')}</option>
        {scenarios.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      {scenario && (
        <ScenarioStory
          guidance={guidance}
          scenario={scenario}
          answers={answers}
          onLoad={() => onLoad(scenario.answers)}
        />
      )}
    </div>
  );
};
