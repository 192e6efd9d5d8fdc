import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { Sign } from '../Sign';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    finding: {
      padding: theme.spacing(1, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MlOrchestratorFindingsSection' },
);

function position({ file, line, column }: GuidanceWarning): string {
  return [file, line, column].filter(part => part !== undefined).join(':');
}

/** What is wrong with the guidance, where, and what to do about it. */
export const FindingsSection = (props: { warnings: GuidanceWarning[] }) => {
  const t = useTranslate();
  const classes = useStyles();
  return (
    <Section compact title={t('owners.warnings.title')}>
      {props.warnings.length === 0 ? (
        <Typography variant="body2">
          <Sign sign="✔" word={t('owners.warnings.none')} />
        </Typography>
      ) : (
        <ul className={classes.list}>
          {props.warnings.map((warning, i) => (
            // Two findings may say the same of the same place.
            // eslint-disable-next-line react/no-array-index-key
            <li key={i} className={classes.finding}>
              <Typography variant="body2">
                <Sign
                  sign={warning.severity === 'error' ? '✘' : '▲'}
                  word={t(`owners.warnings.${warning.severity}`)}
                />
                {': '}
                {warning.message}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {warning.hint}
              </Typography>
              {warning.file && (
                <Typography variant="body2">
                  <code>{position(warning)}</code>
                </Typography>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
