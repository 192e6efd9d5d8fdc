import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CountedEvidence,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { effectWords, optionLabel } from '../../lib/words';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, paddingLeft: theme.spacing(1) },
  }),
  { name: 'MlOrchestratorEvidenceList' },
);

/** Props of {@link EvidenceList}. */
export interface EvidenceListProps {
  guidance: Guidance;
  evidence: CountedEvidence[];
  /** Stands before each reason: ✔ for, ! against. */
  sign: string;
}

/** Reasons, each with how much it says and the answer it comes from. */
export const EvidenceList = (props: EvidenceListProps) => {
  const { guidance, evidence, sign } = props;
  const t = useTranslate();
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {evidence.map(({ question, option, effect, because }) => (
        <Typography
          key={`${question}=${option}`}
          component="li"
          variant="body2"
        >
          <span aria-hidden="true">{sign} </span>
          {t('decide.evidence', {
            because,
            effect: effectWords(t, effect),
            option: optionLabel(guidance, question, option),
          })}
        </Typography>
      ))}
    </ul>
  );
};
