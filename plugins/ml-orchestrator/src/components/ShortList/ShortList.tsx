import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(2) },
  }),
  { name: 'MlOrchestratorShortList' },
);

/** Props of {@link ShortList}. */
export interface ShortListProps {
  label?: string;
  sentences: readonly string[];
  /** All of them if absent. */
  atMost?: number;
}

/** A list of sentences, cut off where there is little room; then it says how many are left out. */
export const ShortList = ({ label, sentences, atMost }: ShortListProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const shown = sentences.slice(0, atMost);
  const more = sentences.length - shown.length;
  return (
    <ul className={classes.root} aria-label={label}>
      {[
        ...new Set(shown),
        ...(more > 0 ? [t('entity.more', { count: more })] : []),
      ].map(words => (
        <Typography key={words} component="li" variant="body2">
          {words}
        </Typography>
      ))}
    </ul>
  );
};
