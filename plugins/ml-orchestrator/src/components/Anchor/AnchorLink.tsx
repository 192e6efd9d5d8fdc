import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    link: {
      marginLeft: theme.spacing(0.5),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'MlOrchestratorAnchorLink' },
);

/** Props of {@link AnchorLink}. */
export interface AnchorLinkProps {
  anchor: string;
  /** What it leads to. */
  title: string;
}

/** A link to the place where it stands, to share it. */
export const AnchorLink = ({ anchor, title }: AnchorLinkProps) => {
  const t = useTranslate();
  const classes = useStyles();
  return (
    <Link
      to={`#${anchor}`}
      underline="always"
      className={classes.link}
      aria-label={t('shared.linkTo', { title })}
    >
      #
    </Link>
  );
};
