import Typography from '@material-ui/core/Typography';
import type {
  PipelineGraph,
  PipelineNode,
} from 'backstage-plugin-ml-orchestrator-common';
import type { DrawnPipeline } from '../../lib/pipelineDrawing';
import { useTranslate } from '../../translation';
import { Facts } from '../Facts';
import { nodeFacts } from './nodeFacts';

/** Props of {@link PipelineNodeDetail}. */
export interface PipelineNodeDetailProps {
  graph: PipelineGraph;
  drawn: DrawnPipeline;
  /** The step that was chosen, if one was. */
  node?: PipelineNode;
}

/** The details of the chosen step; a screen reader hears them when it changes. */
export const PipelineNodeDetail = (props: PipelineNodeDetailProps) => {
  const { graph, drawn, node } = props;
  const t = useTranslate();
  return (
    <div aria-live="polite">
      {!node && <Typography variant="body2">{t('pipeline.choose')}</Typography>}
      {node && (
        <section aria-label={t('pipeline.detail', { step: node.title })}>
          <Typography variant="h6" component="h3">
            {node.title} · {t(`pipeline.kind.${node.kind}`)}
          </Typography>
          {node.description && (
            <Typography variant="body2" paragraph>
              {node.description}
            </Typography>
          )}
          <Facts facts={nodeFacts(t, graph, drawn, node)} />
        </section>
      )}
    </div>
  );
};
