import Typography from '@material-ui/core/Typography';
import type {
  Guidance,
  OfferEstimate,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { namedSources } from '../../lib/comparison';
import { formulaOf, offerTitle, quantityInWords } from '../../lib/costWords';
import { inDollars } from '../../lib/money';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { SourceList } from '../SourceList';

/** Props of {@link OfferCard}. */
export interface OfferCardProps {
  guidance: Guidance;
  offer: OfferEstimate;
}

/** What one offer costs a month, how that is reckoned, and where the prices are from. */
export const OfferCard = ({ guidance, offer }: OfferCardProps) => {
  const t = useTranslate();
  const language = useLanguage();
  const { lines, usd, unknown, notCounted } = offer;
  const sources = guidance.prices.flatMap(price =>
    price.orchestrator === offer.orchestrator &&
    (lines.some(line => line.price === price.id) ||
      unknown.includes(price.title))
      ? price.source ?? []
      : [],
  );
  return (
    <Section
      title={offerTitle(t, guidance, offer)}
      aside={
        <strong>
          {usd === undefined
            ? t('cost.unknown')
            : t('cost.month', { usd: inDollars(usd, language) })}
        </strong>
      }
    >
      {lines.map(line => (
        <div key={line.price}>
          <Typography variant="subtitle2" component="h3">
            {`${line.title}: ${quantityInWords(t, line, language)}`}
          </Typography>
          <Typography variant="body2">
            {formulaOf(t, line, language)}
          </Typography>
          {line.otherRegion && (
            <Typography variant="body2">
              <span aria-hidden="true">! </span>
              {t('cost.otherRegion', { region: line.region })}
            </Typography>
          )}
        </div>
      ))}
      {unknown.length > 0 && (
        <Typography variant="body2">
          <span aria-hidden="true">? </span>
          {t('cost.unknownParts', { titles: unknown.join(', ') })}
        </Typography>
      )}
      {notCounted.length > 0 && (
        <Typography variant="body2">
          {t('cost.notCounted', { titles: notCounted.join(', ') })}
        </Typography>
      )}
      <SourceList sources={namedSources(guidance, sources)} />
    </Section>
  );
};
