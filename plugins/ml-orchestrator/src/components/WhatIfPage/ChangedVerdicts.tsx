import Typography from '@material-ui/core/Typography';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  EntityVerdict,
  Guidance,
  WhatIfResult,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import type { PortfolioView } from '../../lib/portfolioView';
import { verdictBadge } from '../../lib/verdict';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import { PortfolioNumber } from '../PortfolioNumber';
import { ReportTable } from '../ReportTable';
import { Section } from '../Section';
import { Sign } from '../Sign';

/** Props of {@link ChangedVerdicts}. */
export interface ChangedVerdictsProps {
  guidance: Guidance;
  result: WhatIfResult;
  /** The portfolio as it is today, with the filters that were asked with. */
  view: PortfolioView;
}

/** How many pipelines would change, and from what to what. */
export const ChangedVerdicts = (props: ChangedVerdictsProps) => {
  const { guidance, result, view } = props;
  const t = useTranslate();
  const language = useLanguage();
  const { total, totalItems, verdicts, transitions } = result;
  const { before, after } = verdicts;
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const inWords = ({
    verdict,
    wouldChoose,
  }: Pick<EntityVerdict, 'verdict' | 'wouldChoose'>) => {
    const { sign, word } = verdictBadge(t, verdict);
    return wouldChoose
      ? `${sign} ${word} (${orchestratorShortTitle(guidance, wouldChoose)})`
      : `${sign} ${word}`;
  };
  return (
    <Section compact title={t('whatIf.result.title')}>
      <Typography role="status" variant="body1" paragraph>
        {totalItems === 0
          ? t('whatIf.result.none', { count: total })
          : t('whatIf.result.some', {
              count: total,
              changed: String(totalItems),
            })}
      </Typography>
      <ReportTable
        label={t('whatIf.result.counts')}
        columns={[
          t('portfolio.table.verdict'),
          t('whatIf.result.today'),
          t('whatIf.result.then'),
          t('whatIf.result.difference'),
        ]}
        rows={VERDICTS.filter(v => before[v] > 0 || after[v] > 0).map(
          verdict => ({
            id: verdict,
            cells: [
              <Sign key="verdict" {...verdictBadge(t, verdict)} />,
              <PortfolioNumber
                key="today"
                view={view}
                title={t('whatIf.result.today')}
                count={before[verdict]}
                verdict={verdict}
              />,
              after[verdict],
              signed.format(after[verdict] - before[verdict]),
            ],
          }),
        )}
      />
      {transitions.length > 0 && (
        <ul aria-label={t('whatIf.result.transitions')}>
          {transitions.map(transition => (
            <Typography
              key={JSON.stringify(transition)}
              component="li"
              variant="body2"
            >
              {t('whatIf.result.transition', {
                count: transition.count,
                before: inWords(transition.before),
                after: inWords(transition.after),
              })}
            </Typography>
          ))}
        </ul>
      )}
    </Section>
  );
};
