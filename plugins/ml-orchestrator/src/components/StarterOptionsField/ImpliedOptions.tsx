import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ImpliedOption,
  StarterOptionsForm,
} from 'backstage-plugin-ml-orchestrator-common';
import { optionTitle } from '../../lib/starterOptions';
import type { OptionValues } from '../../lib/starterOptions';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { Sign } from '../Sign';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      // Focus is moved here from a button that goes; it is no control to outline.
      '&:focus': { outline: 'none' },
    },
  }),
  { name: 'MlOrchestratorImpliedOptions' },
);

/** Props of {@link ImpliedOptions}. */
export interface ImpliedOptionsProps {
  form: StarterOptionsForm;
  values: OptionValues;
  disabled?: boolean;
  /** Whether a value goes with what is chosen besides. */
  canUse: (implied: ImpliedOption) => boolean;
  onUse: (implied: ImpliedOption) => void;
}

/** What the answers of the decision suggest, whether it is in use, and a button that uses it. */
export const ImpliedOptions = (props: ImpliedOptionsProps) => {
  const { form, values, disabled, canUse, onUse } = props;
  const t = useTranslate();
  const classes = useStyles();
  if (form.implied.length === 0) {
    return null;
  }
  return (
    <Section title={t('options.implied.title')} compact>
      <ul className={classes.list}>
        {form.implied.map(implied => {
          const words = {
            option: optionTitle(form, implied.option),
            value: implied.title,
          };
          const used = values[implied.option] === implied.value;
          return (
            <li
              key={`${implied.question} ${implied.option}`}
              className={classes.item}
              tabIndex={-1}
            >
              <div>
                <Typography variant="body2">
                  <strong>{t('options.implied.value', words)}</strong>
                  {' · '}
                  {used ? (
                    <Sign sign="✔" word={t('options.implied.used')} />
                  ) : (
                    <Sign sign="○" word={t('options.implied.unused')} />
                  )}
                </Typography>
                <Typography variant="body2" color="textSecondary">
                  {t('options.implied.because', {
                    question: implied.question,
                    answer: implied.answer,
                  })}
                </Typography>
              </div>
              {!used && canUse(implied) && (
                <Button
                  size="small"
                  variant="outlined"
                  disabled={disabled}
                  aria-label={t('options.implied.useLabel', words)}
                  onClick={event => {
                    event.currentTarget.closest('li')?.focus();
                    onUse(implied);
                  }}
                >
                  {t('options.implied.use')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
