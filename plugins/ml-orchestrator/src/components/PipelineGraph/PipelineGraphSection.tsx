import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { usePipelineGraph } from '../../hooks';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { Section } from '../Section';
import { NoGraph } from './NoGraph';
import { PipelineGraphView } from './PipelineGraphView';
import { PlaceLink } from './PlaceLink';

/** The pipeline graph of an entity, as its repository has it, or why there is none. */
export const PipelineGraphSection = ({ entityRef }: { entityRef: string }) => {
  const t = useTranslate();
  const { value, error, retry } = usePipelineGraph(entityRef);
  return (
    <Section title={t('pipeline.title')}>
      {error && (
        <LoadError title={t('pipeline.failed')} error={error} onRetry={retry} />
      )}
      {!error && !value && <Progress />}
      {value?.status === 'found' && (
        <>
          <Typography variant="body2" paragraph>
            {t('pipeline.readFrom')} <PlaceLink place={value.place} />
          </Typography>
          <PipelineGraphView graph={value.graph} />
        </>
      )}
      {value && value.status !== 'found' && <NoGraph answer={value} />}
    </Section>
  );
};
