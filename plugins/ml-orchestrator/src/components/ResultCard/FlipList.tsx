import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Flip, Guidance } from 'backstage-plugin-ml-orchestrator-common';
import {
  findQuestion,
  optionLabel,
  orchestratorShortTitle,
} from '../../lib/words';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    button: {
      textAlign: 'left',
      textTransform: 'none',
      marginLeft: theme.spacing(-1),
    },
  }),
  { name: 'MlOrchestratorFlipList' },
);

/** Props of {@link FlipList}. */
export interface FlipListProps {
  guidance: Guidance;
  flips: Flip[];
  onTry: (flip: Flip) => void;
}

/** Every single changed answer that would change the recommendation; choosing one tries it. */
export const FlipList = ({ guidance, flips, onTry }: FlipListProps) => {
  const t = useTranslate();
  const classes = useStyles();
  if (flips.length === 0) {
    return <Typography variant="body2">{t('decide.result.noFlip')}</Typography>;
  }
  return (
    <ul className={classes.list}>
      {flips.map(flip => (
        <li key={`${flip.question}=${flip.to}`}>
          <Button
            size="small"
            color="inherit"
            className={classes.button}
            onClick={() => onTry(flip)}
          >
            <span>
              {t(
                flip.winner
                  ? 'decide.result.flip'
                  : 'decide.result.flipConflict',
                {
                  question:
                    findQuestion(guidance, flip.question)?.text ??
                    flip.question,
                  option: optionLabel(guidance, flip.question, flip.to),
                  winner: flip.winner
                    ? orchestratorShortTitle(guidance, flip.winner)
                    : '',
                },
              )}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
};
