import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Guidance,
  PortfolioRow,
  PortfolioSort,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { ageInWords } from '../../lib/age';
import type { PortfolioView } from '../../lib/portfolioView';
import { filterValueWords } from '../../lib/portfolioWords';
import { useTranslate } from '../../translation';
import { DecidedCell } from './DecidedCell';
import { VerdictCell } from '../VerdictCell';

const useStyles = makeStyles(
  {
    scroll: { overflowX: 'auto', '@media print': { overflow: 'visible' } },
    cell: { verticalAlign: 'top', overflowWrap: 'anywhere', minWidth: 128 },
    title: { whiteSpace: 'nowrap' },
    verdict: { verticalAlign: 'top', minWidth: 200 },
  },
  { name: 'MlOrchestratorPortfolioTable' },
);

// The age goes the other way round from the day, so only one of them sorts.
const COLUMNS: { title: PortfolioColumn; sort?: PortfolioSort }[] = [
  { title: 'pipeline', sort: 'title' },
  { title: 'owner', sort: 'owner' },
  { title: 'system', sort: 'system' },
  { title: 'orchestrator', sort: 'orchestrator' },
  { title: 'decided', sort: 'decidedOn' },
  { title: 'age' },
  { title: 'verdict', sort: 'verdict' },
];
type PortfolioColumn =
  | 'pipeline'
  | 'owner'
  | 'system'
  | 'orchestrator'
  | 'decided'
  | 'age'
  | 'verdict';

/** Props of {@link PortfolioTable}. */
export interface PortfolioTableProps {
  guidance: Guidance;
  rows: readonly PortfolioRow[];
  sort: PortfolioView['sort'];
  onSort: (column: PortfolioSort) => void;
}

/** Pipelines with the decision behind each and today's verdict. The server sorts them. */
export const PortfolioTable = (props: PortfolioTableProps) => {
  const { guidance, rows, sort, onSort } = props;
  const t = useTranslate();
  const classes = useStyles();
  const language = useLanguage();
  const today = new Date();
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const isSorted = (column?: PortfolioSort) =>
    column !== undefined && column === sort.replace(/^-/, '');
  const nothing = t('portfolio.table.nothing');
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={t('portfolio.table.label')}
      // Keyboards scroll only what can be focused.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <Table size="small" aria-label={t('portfolio.table.label')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell
                key={column.title}
                scope="col"
                className={classes.title}
                sortDirection={isSorted(column.sort) ? direction : false}
              >
                {column.sort ? (
                  <TableSortLabel
                    active={isSorted(column.sort)}
                    direction={isSorted(column.sort) ? direction : 'asc'}
                    onClick={() => onSort(column.sort!)}
                  >
                    {t(`portfolio.table.${column.title}`)}
                  </TableSortLabel>
                ) : (
                  t(`portfolio.table.${column.title}`)
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={row.entityRef}>
              <TableCell
                component="th"
                scope="row"
                role="rowheader"
                className={classes.cell}
              >
                <EntityRefLink
                  entityRef={row.entityRef}
                  title={row.title ?? row.name}
                />
              </TableCell>
              {([row.owner, row.system] as const).map((entityRef, i) => (
                <TableCell key={COLUMNS[i + 1].title} className={classes.cell}>
                  {entityRef ? (
                    <EntityRefLink entityRef={entityRef} />
                  ) : (
                    nothing
                  )}
                </TableCell>
              ))}
              <TableCell className={classes.cell}>
                {filterValueWords(
                  t,
                  guidance,
                  'orchestrator',
                  row.orchestrator,
                )}
              </TableCell>
              <TableCell className={classes.cell}>
                <DecidedCell row={row} />
              </TableCell>
              <TableCell className={classes.cell}>
                {row.decidedOn
                  ? ageInWords(row.decidedOn, today, language)
                  : nothing}
              </TableCell>
              <TableCell className={classes.verdict}>
                <VerdictCell
                  guidance={guidance}
                  title={row.title ?? row.name}
                  orchestrator={row.orchestrator}
                  verdict={row}
                  changed={row}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
};
