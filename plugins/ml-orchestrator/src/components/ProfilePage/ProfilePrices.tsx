import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import type { Translate } from '../../translation';
import { ReportTable } from '../ReportTable';
import { Section } from '../Section';
import type { ProfilePartProps } from './ProfileUse';

function priceInWords(
  t: Translate,
  { usd, unit }: Guidance['prices'][number],
): string {
  if (usd === null) {
    return t('compare.profile.unknownPrice');
  }
  return t(
    /^\d/.test(unit) ? 'compare.profile.usdMany' : 'compare.profile.usd',
    { usd: String(usd), unit },
  );
}

/** The prices that the guidance knows of one orchestrator, each with its source. */
export const ProfilePrices = ({ guidance, orchestrator }: ProfilePartProps) => {
  const t = useTranslate();
  const cost = useGuideLinks().tab('cost');
  const prices = guidance.prices.filter(
    p => p.orchestrator === orchestrator.id,
  );
  return (
    <Section title={t('compare.profile.prices')}>
      {prices.length === 0 ? (
        <Typography variant="body2">{t('compare.profile.noPrices')}</Typography>
      ) : (
        <ReportTable
          label={t('compare.profile.prices')}
          columns={[
            t('compare.profile.price'),
            t('compare.profile.region'),
            t('compare.profile.note'),
            t('compare.profile.where'),
          ]}
          rows={prices.map(price => {
            const source = guidance.sources.find(s => s.id === price.source);
            return {
              id: price.id,
              cells: [
                `${price.title}: ${priceInWords(t, price)}`,
                price.region === 'any'
                  ? t('compare.profile.anyRegion')
                  : price.region,
                price.note ?? '',
                source ? (
                  <Link key="source" underline="always" to={source.url}>
                    {t('shared.source.dated', {
                      title: source.title,
                      asOf: source.asOf,
                    })}
                  </Link>
                ) : (
                  t('shared.source.none')
                ),
              ],
            };
          })}
        />
      )}
      {cost && (
        <Typography variant="body2">
          <Link underline="always" to={cost}>
            {t('compare.profile.estimate')}
          </Link>
        </Typography>
      )}
    </Section>
  );
};
