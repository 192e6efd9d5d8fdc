import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  EntityVerdict,
  Guidance,
  WhatIfRow,
} from 'backstage-plugin-ml-orchestrator-common';
import { differenceWords, filterValueWords } from '../../lib/portfolioWords';
import { useTranslate } from '../../translation';
import { ReportTable } from '../ReportTable';
import { VerdictCell } from '../VerdictCell';

/** Props of {@link ChangedRows}. */
export interface ChangedRowsProps {
  guidance: Guidance;
  rows: readonly WhatIfRow[];
}

/** The pipelines that would change: the verdict today, the one then, and why. */
export const ChangedRows = ({ guidance, rows }: ChangedRowsProps) => {
  const t = useTranslate();
  const verdictOf = (row: WhatIfRow, verdict: EntityVerdict) => (
    <VerdictCell
      guidance={guidance}
      title={row.title ?? row.name}
      orchestrator={row.orchestrator}
      verdict={verdict}
    />
  );
  return (
    <ReportTable
      label={t('whatIf.result.rows')}
      columns={[
        t('portfolio.table.pipeline'),
        t('portfolio.table.owner'),
        t('portfolio.table.orchestrator'),
        t('whatIf.result.today'),
        t('whatIf.result.then'),
        t('whatIf.result.because'),
      ]}
      rows={rows.map(row => ({
        id: row.entityRef,
        cells: [
          <EntityRefLink
            key="pipeline"
            entityRef={row.entityRef}
            title={row.title ?? row.name}
          />,
          row.owner ? (
            <EntityRefLink key="owner" entityRef={row.owner} />
          ) : (
            t('portfolio.table.nothing')
          ),
          filterValueWords(t, guidance, 'orchestrator', row.orchestrator),
          verdictOf(row, row.before),
          verdictOf(row, row.after),
          row.differences.length === 0
            ? t('whatIf.result.nothing')
            : row.differences.map(difference => (
                <div key={JSON.stringify(difference)}>
                  {differenceWords(t, guidance, difference)}
                </div>
              )),
        ],
      }))}
    />
  );
};
