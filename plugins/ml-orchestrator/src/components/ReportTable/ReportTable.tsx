import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    scroll: { overflowX: 'auto', '@media print': { overflow: 'visible' } },
    cell: { verticalAlign: 'top', overflowWrap: 'anywhere', minWidth: 96 },
  },
  { name: 'MlOrchestratorReportTable' },
);

/** Props of {@link ReportTable}. */
export interface ReportTableProps {
  /** What the table shows, for those who do not see it. */
  label: string;
  columns: string[];
  /** The first cell of a row is its head. */
  rows: { id: string; cells: ReactNode[] }[];
}

/** A table that scrolls by itself where the window is too narrow for it. */
export const ReportTable = ({ label, columns, rows }: ReportTableProps) => {
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={label}
      // Keyboards scroll only what can be focused.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column} scope="col">
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ id, cells: [head, ...cells] }) => (
            <TableRow key={id}>
              <TableCell
                component="th"
                scope="row"
                role="rowheader"
                className={classes.cell}
              >
                {head}
              </TableCell>
              {cells.map((cell, i) => (
                <TableCell key={columns[i + 1]} className={classes.cell}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
};
