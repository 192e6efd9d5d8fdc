import type { PortfolioRow } from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import { useTranslate } from '../../translation';

/** When a decision was made, by what, and the reason if it went against the answers. */
export const DecidedCell = ({ row }: { row: PortfolioRow }) => {
  const t = useTranslate();
  const language = useLanguage();
  if (!row.orchestrator) {
    return <>{t('portfolio.table.nothing')}</>;
  }
  const parts = [
    row.decidedOn && dayInWords(row.decidedOn, language),
    row.decidedBy && t(`portfolio.decidedBy.${row.decidedBy}`),
  ].filter(Boolean);
  return (
    <>
      {parts.length > 0 ? parts.join(' · ') : t('portfolio.table.notRecorded')}
      {row.overrideReason && (
        <div>
          {t('portfolio.table.because', { reason: row.overrideReason })}
        </div>
      )}
    </>
  );
};
