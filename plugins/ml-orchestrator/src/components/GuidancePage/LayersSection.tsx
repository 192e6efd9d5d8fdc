import Typography from '@material-ui/core/Typography';
import type {
  GuidanceLayer,
  GuidanceRefresh,
} from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import type { Translate } from '../../translation';
import { Section } from '../Section';
import { Sign } from '../Sign';
import { ReportTable } from '../ReportTable';

/** What the guidance that comes with the plugin is called among the layers. */
const DEFAULT = 'default';

const time = (iso: string) => new Date(iso).toLocaleString();

function lastRead(t: Translate, { location, loadedAt }: GuidanceLayer) {
  if (loadedAt) {
    return <time dateTime={loadedAt}>{time(loadedAt)}</time>;
  }
  return location === DEFAULT
    ? t('owners.layers.withPlugin')
    : t('owners.layers.never');
}

/** Props of {@link LayersSection}. */
export interface LayersSectionProps {
  layers: GuidanceLayer[];
  refresh?: GuidanceRefresh;
}

/** Which layers are loaded, from where, and how the last refresh went. */
export const LayersSection = ({ layers, refresh }: LayersSectionProps) => {
  const t = useTranslate();
  return (
    <Section compact title={t('owners.layers.title')}>
      <ReportTable
        label={t('owners.layers.title')}
        columns={[
          t('owners.layers.location'),
          t('owners.layers.status'),
          t('owners.layers.read'),
        ]}
        rows={layers.map(layer => ({
          id: layer.location,
          cells: [
            layer.location === DEFAULT
              ? t('owners.layers.default')
              : layer.location,
            <Sign
              sign={layer.status === 'loaded' ? '✔' : '▲'}
              word={t(`owners.layers.${layer.status}`)}
            />,
            lastRead(t, layer),
          ],
        }))}
      />
      {refresh && (
        <Typography variant="body2" style={{ marginTop: 8 }}>
          {t(`owners.refresh.${refresh.outcome}`, { at: time(refresh.at) })}{' '}
          {refresh.nextAt &&
            t('owners.refresh.next', { at: time(refresh.nextAt) })}
        </Typography>
      )}
    </Section>
  );
};
