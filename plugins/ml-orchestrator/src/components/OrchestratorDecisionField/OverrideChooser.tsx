import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { RING_BADGES, orchestratorTitle } from '../../lib/words';
import { EvidenceList } from '../RankingCard';
import { Section } from '../Section';

/** Props of {@link OverrideChooser}. */
export interface OverrideChooserProps {
  guidance: Guidance;
  recommendation: Recommendation;
  orchestrator: string;
  reason: string;
  disabled?: boolean;
  onChange: (orchestrator: string, reason: string) => void;
  /** Back to what is recommended; absent when nothing is. */
  onGiveUp?: () => void;
}

/** Chooses something else than is recommended; says what the guidance thinks of it and asks for a reason. */
export const OverrideChooser = (props: OverrideChooserProps) => {
  const { guidance, recommendation, orchestrator, reason, disabled } = props;
  const { onChange, onGiveUp } = props;
  const others = guidance.orchestrators.filter(
    o => o.id !== recommendation.winner,
  );
  const chosen = guidance.orchestrators.find(o => o.id === orchestrator);
  const opposing =
    recommendation.ranking.find(r => r.orchestrator === orchestrator)
      ?.opposing ?? [];
  return (
    <Section title="Use something else" compact>
      <TextField
        select
        fullWidth
        required
        margin="dense"
        id="ml-orchestrator-override"
        label="Orchestrator"
        value={orchestrator}
        disabled={disabled}
        onChange={event => onChange(event.target.value, reason)}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        <option value="">Choose…</option>
        {others.map(({ id, ring }) => (
          <option key={id} value={id}>
            {orchestratorTitle(guidance, id)} ({RING_BADGES[ring].word})
          </option>
        ))}
      </TextField>
      {chosen && (
        <div role="status">
          <Typography variant="body2">
            {opposing.length > 0
              ? `What the guidance says against ${chosen.title}:`
              : `The guidance says nothing against ${chosen.title}; less speaks for it.`}
          </Typography>
          <EvidenceList guidance={guidance} evidence={opposing} sign="!" />
          {chosen.ring === 'hold' && (
            <Typography variant="body2">
              <span aria-hidden="true">! </span>It is on hold
              {chosen.ringReason ? `: ${chosen.ringReason}` : ''}.
            </Typography>
          )}
          {!chosen.starter && (
            <Typography variant="body2">
              <span aria-hidden="true">! </span>There is no starter for it.
            </Typography>
          )}
        </div>
      )}
      <TextField
        fullWidth
        required
        multiline
        margin="dense"
        id="ml-orchestrator-override-reason"
        label="Why"
        helperText="Kept in the decision record and on the catalog entity."
        value={reason}
        // The generate action takes no longer reason.
        inputProps={{ maxLength: 500 }}
        disabled={disabled}
        onChange={event => onChange(orchestrator, event.target.value)}
      />
      {onGiveUp && (
        <Button size="small" disabled={disabled} onClick={onGiveUp}>
          Use the recommendation after all
        </Button>
      )}
    </Section>
  );
};
