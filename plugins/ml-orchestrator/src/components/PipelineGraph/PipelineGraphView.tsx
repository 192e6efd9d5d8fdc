import { useMemo, useRef, useState } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { PipelineGraph } from 'backstage-plugin-ml-orchestrator-common';
import { download } from '../../lib/download';
import { drawnPipeline, saysErrors } from '../../lib/pipelineDrawing';
import { standaloneSvg } from '../../lib/standaloneSvg';
import { useTranslate } from '../../translation';
import { DrawingTools } from '../DrawingTools';
import { PipelineDrawing } from './PipelineDrawing';
import { PipelineList } from './PipelineList';
import { PipelineNodeDetail } from './PipelineNodeDetail';

const useStyles = makeStyles(
  theme => ({
    choices: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 3),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'MlOrchestratorPipelineGraphView' },
);

/** A pipeline graph, drawn or as a list, with the details of the step that was chosen. */
export const PipelineGraphView = ({ graph }: { graph: PipelineGraph }) => {
  const t = useTranslate();
  const classes = useStyles();
  const dags = graph.groups.filter(({ kind }) => kind === 'dag');
  const [dag, setDag] = useState(dags[0]?.id ?? '');
  const [errors, setErrors] = useState(false);
  const [listed, setListed] = useState(false);
  const [zoom, setZoom] = useState<number>();
  const [chosen, setChosen] = useState<string>();
  const drawing = useRef<HTMLDivElement>(null);
  const drawn = useMemo(
    () => drawnPipeline(t, graph, { dag, errors }),
    [t, graph, dag, errors],
  );
  const node = drawn.nodes.find(({ id }) => id === chosen);
  const save = () => {
    const svg = drawing.current?.querySelector('svg');
    if (svg) {
      download('pipeline.svg', 'image/svg+xml', standaloneSvg(svg));
    }
  };
  return (
    <>
      <div className={classes.choices}>
        {dags.length > 1 && (
          <TextField
            select
            size="small"
            label={t('pipeline.dag')}
            value={dag}
            onChange={event => setDag(event.target.value)}
            SelectProps={{ native: true }}
            InputLabelProps={{ htmlFor: 'ml-orchestrator-dag' }}
            inputProps={{ id: 'ml-orchestrator-dag' }}
          >
            {dags.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            <option value="">{t('pipeline.allDags')}</option>
          </TextField>
        )}
        {saysErrors(graph) && (
          <FormControlLabel
            control={
              <Switch
                color="primary"
                checked={errors}
                onChange={event => setErrors(event.target.checked)}
              />
            }
            label={t('pipeline.errors')}
          />
        )}
      </div>
      <DrawingTools
        listed={listed}
        onListed={setListed}
        zoom={zoom}
        onZoom={setZoom}
        onSave={save}
      />
      {listed ? (
        <PipelineList graph={graph} drawn={drawn} />
      ) : (
        <>
          <div ref={drawing}>
            <PipelineDrawing
              drawn={drawn}
              chosen={node?.id}
              zoom={zoom}
              onChoose={setChosen}
            />
          </div>
          <PipelineNodeDetail graph={graph} drawn={drawn} node={node} />
        </>
      )}
    </>
  );
};
