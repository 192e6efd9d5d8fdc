import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringify } from 'yaml';
import { useTranslate } from '../../translation';
import { CopyButton } from '../CopyButton';
import { Section } from '../Section';

const useStyles = makeStyles(
  { text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } },
  { name: 'MlOrchestratorLayerText' },
);

/** The change as text that can be put into a file of the guidance. */
export const LayerText = (props: { layer: Record<string, unknown> }) => {
  const t = useTranslate();
  const classes = useStyles();
  const text = useMemo(() => stringify(props.layer), [props.layer]);
  return (
    <Section compact title={t('whatIf.yaml.title')}>
      <Typography variant="body2">{t('whatIf.yaml.text')}</Typography>
      <pre className={classes.text}>{text}</pre>
      <CopyButton
        label={t('whatIf.yaml.copy')}
        done={t('whatIf.yaml.copied')}
        text={() => text}
      />
    </Section>
  );
};
