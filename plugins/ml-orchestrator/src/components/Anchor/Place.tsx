import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { guideAnchor } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidePlace } from 'backstage-plugin-ml-orchestrator-common';
import { useAnchor } from '../../hooks';
import { AnchorLink } from './AnchorLink';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginTop: theme.spacing(2),
      paddingLeft: theme.spacing(1.5),
      borderLeft: '4px solid transparent',
      '&:focus': { outline: 'none' },
    },
    chosen: { borderLeftColor: theme.palette.text.primary },
  }),
  { name: 'MlOrchestratorPlace' },
);

/** Props of {@link Place}. */
export interface PlaceProps {
  place: GuidePlace;
  id: string;
  title: string;
  children: ReactNode;
}

/** Something that the guide says, where links lead; a bar marks it when the address names it. */
export const Place = ({ place, id, title, children }: PlaceProps) => {
  const classes = useStyles();
  const anchor = guideAnchor(place, id);
  const { chosen, props } = useAnchor<HTMLDivElement>(anchor);
  return (
    <div
      {...props}
      className={`${classes.root} ${chosen ? classes.chosen : ''}`}
    >
      <Typography variant="subtitle1" component="h3">
        {title}
        <AnchorLink anchor={anchor} title={title} />
      </Typography>
      {children}
    </div>
  );
};
