import { Fragment } from 'react';
import { Link } from '@backstage/core-components';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  axisCriteria,
  axisPositions,
  guideAnchor,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Axis, Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { PositionPlane } from './PositionPlane';

const AXES: readonly Axis[] = ['integration', 'flexibility'];

const useStyles = makeStyles(
  theme => ({
    sides: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: '1fr',
      [theme.breakpoints.up('md')]: { gridTemplateColumns: '1fr 1fr' },
    },
    numbers: { minWidth: 0 },
  }),
  { name: 'MlOrchestratorPositionChart' },
);

/** The one idea as a picture: integration depth against flexibility, from the ratings. */
export const PositionChart = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const positions = axisPositions(guidance);
  const rated = AXES.map(axis => ({
    axis,
    criteria: axisCriteria(guidance, axis),
  }));
  if (rated.some(({ criteria }) => criteria.length === 0)) {
    return null;
  }
  const inWords = (value: number | undefined) =>
    value === undefined
      ? t('compare.position.unrated')
      : t('compare.position.percent', {
          value: String(Math.round(value * 100)),
        });
  return (
    <Section title={t('compare.position.title')}>
      <Typography variant="body2" paragraph>
        {t('compare.position.text')}
      </Typography>
      <div className={classes.sides}>
        <PositionPlane guidance={guidance} positions={positions} />
        <div className={classes.numbers}>
          <Table size="small" aria-label={t('compare.position.title')}>
            <TableHead>
              <TableRow>
                <TableCell scope="col">
                  {t('compare.position.orchestrator')}
                </TableCell>
                {AXES.map(axis => (
                  <TableCell key={axis} scope="col" align="right">
                    {t(`compare.position.${axis}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {positions.map(position => (
                <TableRow key={position.orchestrator}>
                  <TableCell component="th" scope="row">
                    {orchestratorShortTitle(guidance, position.orchestrator)}
                  </TableCell>
                  {AXES.map(axis => (
                    <TableCell key={axis} align="right">
                      {inWords(position[axis])}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {rated.map(({ axis, criteria }) => (
            <Typography key={axis} variant="body2">
              {t('compare.position.rows', {
                axis: t(`compare.position.${axis}`),
              })}
              {criteria.map(({ id, title }, i) => (
                <Fragment key={id}>
                  {i > 0 && ' · '}
                  <Link
                    underline="always"
                    to={`#${guideAnchor('criterion', id)}`}
                  >
                    {title}
                  </Link>
                </Fragment>
              ))}
            </Typography>
          ))}
        </div>
      </div>
    </Section>
  );
};
