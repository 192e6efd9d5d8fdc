import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Flip, Guidance } from 'backstage-plugin-ml-orchestrator-common';
import {
  findQuestion,
  optionLabel,
  orchestratorShortTitle,
} from '../../lib/words';

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
  const classes = useStyles();
  if (flips.length === 0) {
    return (
      <Typography variant="body2">
        No single other answer would change it.
      </Typography>
    );
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
              {findQuestion(guidance, flip.question)?.text} “
              {optionLabel(guidance, flip.question, flip.to)}” →{' '}
              {flip.winner
                ? orchestratorShortTitle(guidance, flip.winner)
                : 'nothing would fit'}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
};
