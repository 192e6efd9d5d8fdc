import { Fragment } from 'react';
import { Link } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import type { ComparedRows } from '../../lib/compareView';
import { ringBadge } from '../../lib/words';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';
import { CriterionRow } from './CriterionRow';

const HEAD = 3;
const CORNER = 4;

const useStyles = makeStyles(
  theme => ({
    container: {
      // The table scrolls in itself, or its head could not stay in sight.
      maxHeight: '85vh',
      '@media print': { maxHeight: 'none', overflow: 'visible' },
    },
    table: { borderCollapse: 'separate' },
    head: {
      position: 'sticky',
      top: 0,
      zIndex: HEAD,
      verticalAlign: 'top',
      minWidth: theme.spacing(24),
      backgroundColor: theme.palette.background.paper,
    },
    corner: { left: 0, zIndex: CORNER, minWidth: 0 },
    cell: { verticalAlign: 'top' },
    first: {
      position: 'sticky',
      left: 0,
      zIndex: 2,
      verticalAlign: 'top',
      backgroundColor: theme.palette.background.paper,
      minWidth: theme.spacing(22),
      [theme.breakpoints.down('xs')]: {
        minWidth: theme.spacing(14),
        maxWidth: theme.spacing(14),
      },
    },
    group: { backgroundColor: theme.palette.background.default },
    groupTitle: { position: 'sticky', left: theme.spacing(2) },
  }),
  { name: 'MlOrchestratorComparisonTable' },
);

/** Props of {@link ComparisonTable}. */
export interface ComparisonTableProps {
  guidance: Guidance;
  rows: ComparedRows;
}

/** The orchestrators side by side, criterion by criterion. */
export const ComparisonTable = ({ guidance, rows }: ComparisonTableProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const links = useGuideLinks();
  const { orchestrators, groups } = rows;
  return (
    <TableContainer
      component={Paper}
      role="region"
      aria-label={t('compare.label')}
      tabIndex={0}
      className={classes.container}
    >
      <Table size="small" className={classes.table}>
        <TableHead>
          <TableRow>
            <TableCell
              scope="col"
              className={`${classes.head} ${classes.corner}`}
            >
              {t('compare.criterion')}
            </TableCell>
            {orchestrators.map(({ id, title, shortTitle, ring }) => {
              const profile = placeLink(links, 'orchestrator', id);
              return (
                <TableCell key={id} scope="col" className={classes.head}>
                  <Typography variant="subtitle1" component="div">
                    {profile ? (
                      <Link to={profile}>{shortTitle ?? title}</Link>
                    ) : (
                      shortTitle ?? title
                    )}
                  </Typography>
                  <Typography variant="body2" component="div">
                    <Sign {...ringBadge(t, ring)} />
                  </Typography>
                </TableCell>
              );
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            <TableCell component="th" scope="row" className={classes.first}>
              {t('compare.inShort')}
            </TableCell>
            {orchestrators.map(({ id, summary, ring, ringReason }) => (
              <TableCell key={id} className={classes.cell}>
                <Typography variant="body2">{summary}</Typography>
                {ringReason && (
                  <Typography variant="body2">
                    {t('compare.profile.reason', {
                      ring: ringBadge(t, ring).word,
                      reason: ringReason,
                    })}
                  </Typography>
                )}
              </TableCell>
            ))}
          </TableRow>
          {groups.map(group => (
            <Fragment key={group.id}>
              <TableRow className={classes.group}>
                <TableCell
                  component="th"
                  scope="colgroup"
                  colSpan={orchestrators.length + 1}
                >
                  <Typography
                    variant="subtitle2"
                    component="span"
                    className={classes.groupTitle}
                  >
                    {group.title}
                  </Typography>
                </TableCell>
              </TableRow>
              {group.criteria.map(criterion => (
                <CriterionRow
                  key={criterion.id}
                  guidance={guidance}
                  criterion={criterion}
                  orchestrators={orchestrators}
                  titleClassName={classes.first}
                />
              ))}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
