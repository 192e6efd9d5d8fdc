import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { ringBadge } from '../../lib/words';
import { useTranslate } from '../../translation';
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
  const t = useTranslate();
  const others = guidance.orchestrators.filter(
    o => o.id !== recommendation.winner,
  );
  const chosen = guidance.orchestrators.find(o => o.id === orchestrator);
  const opposing =
    recommendation.ranking.find(r => r.orchestrator === orchestrator)
      ?.opposing ?? [];
  return (
    <Section title={t('field.override.start')} compact>
      <TextField
        select
        fullWidth
        required
        margin="dense"
        id="ml-orchestrator-override"
        label={t('field.override.orchestrator')}
        value={orchestrator}
        disabled={disabled}
        onChange={event => onChange(event.target.value, reason)}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        <option value="">{t('field.override.choose')}</option>
        {others.map(({ id, ring }) => (
          <option key={id} value={id}>
            {t('field.override.option', {
              title: orchestratorTitle(guidance, id),
              ring: ringBadge(t, ring).word,
            })}
          </option>
        ))}
      </TextField>
      {chosen && (
        <div role="status">
          <Typography variant="body2">
            {opposing.length > 0
              ? t('field.override.against', { title: chosen.title })
              : t('field.override.nothingAgainst', { title: chosen.title })}
          </Typography>
          <EvidenceList guidance={guidance} evidence={opposing} sign="!" />
          {chosen.ring === 'hold' && (
            <Typography variant="body2">
              <span aria-hidden="true">! </span>
              {chosen.ringReason
                ? t('field.override.holdBecause', { reason: chosen.ringReason })
                : t('field.override.hold')}
            </Typography>
          )}
          {!chosen.starter && (
            <Typography variant="body2">
              <span aria-hidden="true">! </span>
              {t('field.override.noStarter')}
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
        label={t('field.override.why')}
        helperText={t('field.override.whyHelp')}
        value={reason}
        // The generate action takes no longer reason.
        inputProps={{ maxLength: 500 }}
        disabled={disabled}
        onChange={event => onChange(orchestrator, event.target.value)}
      />
      {onGiveUp && (
        <Button size="small" disabled={disabled} onClick={onGiveUp}>
          {t('field.override.giveUp')}
        </Button>
      )}
    </Section>
  );
};
