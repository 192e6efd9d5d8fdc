import { useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import Popover from '@material-ui/core/Popover';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CriterionValue,
  Source,
} from 'backstage-plugin-ml-orchestrator-common';
import { ratingBadge } from '../../lib/words';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';
import { CriterionDetail } from './CriterionDetail';

const useStyles = makeStyles(
  theme => ({
    button: {
      display: 'block',
      textAlign: 'left',
      padding: theme.spacing(0.5),
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
      },
    },
    value: {
      textDecoration: 'underline',
      textDecorationStyle: 'dotted',
      textUnderlineOffset: '0.2em',
    },
    popover: { maxWidth: theme.spacing(60), padding: theme.spacing(2) },
  }),
  { name: 'MlOrchestratorCriterionCell' },
);

/** Props of {@link CriterionCell}. */
export interface CriterionCellProps {
  /** Id that is unique on the page. */
  id: string;
  /** What the detail is about: criterion and orchestrator. */
  title: string;
  value?: CriterionValue;
  sources: Source[];
}

/** A cell of the comparison; choosing it opens its detail and sources. */
export const CriterionCell = (props: CriterionCellProps) => {
  const { id, title, value, sources } = props;
  const t = useTranslate();
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!value) {
    return (
      <Typography variant="body2">
        <span aria-hidden="true">–</span> {t('compare.notStated')}
      </Typography>
    );
  }
  return (
    <>
      <ButtonBase
        className={classes.button}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Typography variant="body2" component="span" className={classes.value}>
          {value.value}
        </Typography>
        {value.rating && (
          <Typography variant="body2" component="div">
            <Sign {...ratingBadge(t, value.rating)} />
          </Typography>
        )}
      </ButtonBase>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          role: 'dialog',
          'aria-labelledby': `${id}-title`,
          className: classes.popover,
        }}
      >
        <CriterionDetail
          titleId={`${id}-title`}
          title={title}
          value={value}
          sources={sources}
          onClose={() => setAnchor(null)}
        />
      </Popover>
    </>
  );
};
