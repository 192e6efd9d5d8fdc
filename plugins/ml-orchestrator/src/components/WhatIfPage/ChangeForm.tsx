import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import {
  CHANGE_KINDS,
  evidenceToday,
  NEW_EFFECTS,
  RINGS,
} from '../../lib/guidanceChange';
import type { ChangeKind, GuidanceChange } from '../../lib/guidanceChange';
import { effectWords, findQuestion } from '../../lib/words';
import { useTranslate } from '../../translation';
import { Choice } from './Choice';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
      gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${theme.spacing(
        32,
      )}px), 1fr))`,
    },
    // The secondary colour is too faint.
    readable: { color: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorChangeForm' },
);

/** Props of {@link ChangeForm}. */
export interface ChangeFormProps {
  guidance: Guidance;
  change: GuidanceChange;
  onChange: (
    change: Partial<GuidanceChange>,
    options?: { replace?: boolean },
  ) => void;
}

/** Says which change is tried: of a ring, of what an answer says, or a layer of one's own. */
export const ChangeForm = (props: ChangeFormProps) => {
  const { guidance, change, onChange } = props;
  const t = useTranslate();
  const classes = useStyles();
  const chosen = guidance.orchestrators.find(o => o.id === change.orchestrator);
  const evidence = evidenceToday(guidance, change);
  const today = (is: boolean, what: string) =>
    is ? t('whatIf.form.today', { what }) : what;
  const effectInWords = (effect: (typeof NEW_EFFECTS)[number]) =>
    effect === 'none' ? t('whatIf.form.nothing') : effectWords(t, effect);
  const ofEvidence = change.kind === 'evidence';
  return (
    <div className={classes.fields}>
      <Choice
        name="kind"
        label={t('whatIf.kind.label')}
        value={change.kind}
        choices={CHANGE_KINDS.map(kind => ({
          value: kind,
          words: t(`whatIf.kind.${kind}`),
        }))}
        onChange={kind => onChange({ kind: kind as ChangeKind })}
      />
      {ofEvidence && (
        <>
          <Choice
            name="question"
            label={t('whatIf.form.question')}
            placeholder={t('whatIf.form.choose')}
            value={change.question}
            choices={guidance.questions.map(({ id, text }) => ({
              value: id,
              words: text,
            }))}
            onChange={question => onChange({ question, option: '' })}
          />
          <Choice
            name="option"
            label={t('whatIf.form.option')}
            placeholder={t('whatIf.form.choose')}
            value={change.option}
            choices={(
              findQuestion(guidance, change.question)?.options ?? []
            ).map(({ id, label }) => ({ value: id, words: label }))}
            onChange={option => onChange({ option })}
          />
        </>
      )}
      {change.kind !== 'layer' && (
        <Choice
          name="orchestrator"
          label={t('whatIf.form.orchestrator')}
          placeholder={t('whatIf.form.choose')}
          value={change.orchestrator}
          choices={guidance.orchestrators.map(({ id, title }) => ({
            value: id,
            words: title,
          }))}
          onChange={orchestrator => onChange({ orchestrator })}
        />
      )}
      {change.kind === 'ring' && (
        <Choice
          name="ring"
          label={t('whatIf.form.ring')}
          placeholder={t('whatIf.form.choose')}
          value={change.ring}
          choices={RINGS.map(ring => ({
            value: ring,
            words: today(chosen?.ring === ring, t(`shared.ring.${ring}`)),
          }))}
          onChange={ring => onChange({ ring })}
        />
      )}
      {ofEvidence && (
        <Choice
          name="effect"
          label={t('whatIf.form.effect')}
          placeholder={t('whatIf.form.choose')}
          value={change.effect}
          choices={NEW_EFFECTS.map(effect => ({
            value: effect,
            words: today(
              change.option !== '' &&
                chosen !== undefined &&
                effect === (evidence?.effect ?? 'none'),
              effectInWords(effect),
            ),
          }))}
          onChange={effect => onChange({ effect })}
        />
      )}
      {change.kind !== 'layer' && (
        <TextField
          id="ml-orchestrator-what-if-reason"
          variant="outlined"
          size="small"
          label={t('whatIf.form.reason')}
          helperText={t('whatIf.form.reasonHelp')}
          placeholder={ofEvidence ? evidence?.because : undefined}
          value={change.reason}
          onChange={({ target }) =>
            // Typing must not fill the history.
            onChange({ reason: target.value }, { replace: true })
          }
          inputProps={{ maxLength: 500 }}
          InputLabelProps={{ shrink: true, className: classes.readable }}
          FormHelperTextProps={{ className: classes.readable }}
        />
      )}
    </div>
  );
};
