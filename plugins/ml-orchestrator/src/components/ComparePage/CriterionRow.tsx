import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { guideAnchor } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Criterion,
  Guidance,
  Orchestrator,
} from 'backstage-plugin-ml-orchestrator-common';
import { namedSources } from '../../lib/comparison';
import { useAnchor } from '../../hooks';
import { useTranslate } from '../../translation';
import { AnchorLink } from '../Anchor';
import { CriterionCell } from './CriterionCell';

const useStyles = makeStyles(
  theme => ({
    // What is linked to must not hide behind the table's head.
    row: { scrollMarginTop: theme.spacing(12) },
    chosen: {
      outline: `3px solid ${theme.palette.text.primary}`,
      outlineOffset: -3,
    },
    cell: { verticalAlign: 'top' },
  }),
  { name: 'MlOrchestratorCriterionRow' },
);

/** Props of {@link CriterionRow}. */
export interface CriterionRowProps {
  guidance: Guidance;
  criterion: Criterion;
  /** The columns. */
  orchestrators: Orchestrator[];
  titleClassName?: string;
}

/** One criterion, with what each orchestrator offers for it. */
export const CriterionRow = (props: CriterionRowProps) => {
  const { guidance, criterion, orchestrators, titleClassName } = props;
  const t = useTranslate();
  const classes = useStyles();
  const anchor = guideAnchor('criterion', criterion.id);
  const { chosen, props: place } = useAnchor<HTMLTableRowElement>(anchor);
  return (
    <TableRow
      {...place}
      className={`${classes.row} ${chosen ? classes.chosen : ''}`}
    >
      <TableCell component="th" scope="row" className={titleClassName}>
        {criterion.title}
        <AnchorLink anchor={anchor} title={criterion.title} />
        {criterion.description && (
          <Typography variant="body2">{criterion.description}</Typography>
        )}
      </TableCell>
      {orchestrators.map(({ id, shortTitle, title }) => {
        const value = criterion.values[id];
        return (
          <TableCell key={id} className={classes.cell}>
            <CriterionCell
              id={`ml-orchestrator-${criterion.id}-${id}`}
              title={t('compare.cell', {
                criterion: criterion.title,
                orchestrator: shortTitle ?? title,
              })}
              value={value}
              sources={namedSources(guidance, value?.sources ?? [])}
            />
          </TableCell>
        );
      })}
    </TableRow>
  );
};
