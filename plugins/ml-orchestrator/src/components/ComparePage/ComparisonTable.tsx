import { Fragment } from 'react';
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
import { cellSources, comparisonGroups } from '../../lib/comparison';
import { RING_BADGES } from '../../lib/words';
import { Sign } from '../Sign';
import { CriterionCell } from './CriterionCell';

const useStyles = makeStyles(
  theme => ({
    head: { verticalAlign: 'top', minWidth: theme.spacing(24) },
    cell: { verticalAlign: 'top' },
    group: { backgroundColor: theme.palette.background.default },
  }),
  { name: 'MlOrchestratorComparisonTable' },
);

/** The orchestrators side by side, criterion by criterion. */
export const ComparisonTable = ({ guidance }: { guidance: Guidance }) => {
  const classes = useStyles();
  const { orchestrators } = guidance;
  return (
    <TableContainer
      component={Paper}
      role="region"
      aria-label="Comparison of the orchestrators"
      tabIndex={0}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell scope="col" className={classes.head}>
              Criterion
            </TableCell>
            {orchestrators.map(orchestrator => (
              <TableCell
                key={orchestrator.id}
                scope="col"
                className={classes.head}
              >
                <Typography variant="subtitle1" component="div">
                  {orchestrator.shortTitle ?? orchestrator.title}
                </Typography>
                <Typography
                  variant="body2"
                  component="div"
                  title={orchestrator.ringReason}
                >
                  <Sign {...RING_BADGES[orchestrator.ring]} />
                </Typography>
                <Typography variant="body2">{orchestrator.summary}</Typography>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {comparisonGroups(guidance).map(group => (
            <Fragment key={group.id}>
              <TableRow className={classes.group}>
                <TableCell
                  component="th"
                  scope="colgroup"
                  colSpan={orchestrators.length + 1}
                >
                  <Typography variant="subtitle2" component="span">
                    {group.title}
                  </Typography>
                </TableCell>
              </TableRow>
              {group.criteria.map(criterion => (
                <TableRow key={criterion.id}>
                  <TableCell
                    component="th"
                    scope="row"
                    className={classes.cell}
                    title={criterion.description}
                  >
                    {criterion.title}
                  </TableCell>
                  {orchestrators.map(({ id, shortTitle, title }) => {
                    const value = criterion.values[id];
                    return (
                      <TableCell key={id} className={classes.cell}>
                        <CriterionCell
                          id={`ml-orchestrator-${criterion.id}-${id}`}
                          title={`${criterion.title}: ${shortTitle ?? title}`}
                          value={value}
                          sources={value ? cellSources(guidance, value) : []}
                        />
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
