import Typography from '@material-ui/core/Typography';
import type { PipelineGraph } from 'backstage-plugin-ml-orchestrator-common';
import type { DrawnPipeline } from '../../lib/pipelineDrawing';
import { useTranslate } from '../../translation';
import { Facts } from '../Facts';
import { nodeFacts } from './nodeFacts';

/** Props of {@link PipelineList}. */
export interface PipelineListProps {
  graph: PipelineGraph;
  drawn: DrawnPipeline;
}

/** The same as the drawing, with all details, as a list. */
export const PipelineList = ({ graph, drawn }: PipelineListProps) => {
  const t = useTranslate();
  return (
    <ol aria-label={t('pipeline.listed')}>
      {drawn.nodes.map(node => (
        <li key={node.id}>
          <Typography variant="subtitle1" component="h3">
            {node.title} · {t(`pipeline.kind.${node.kind}`)}
          </Typography>
          {node.description && (
            <Typography variant="body2">{node.description}</Typography>
          )}
          <Facts facts={nodeFacts(t, graph, drawn, node)} />
        </li>
      ))}
    </ol>
  );
};
