import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslate } from '../../translation';

const STEP = 1.25;
const SMALLEST = 0.4;
const LARGEST = 4;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'MlOrchestratorDrawingTools' },
);

/** Props of {@link DrawingTools}. */
export interface DrawingToolsProps {
  listed: boolean;
  onListed: (listed: boolean) => void;
  /** 1 is the size at which the text can be read; undefined fits the window. */
  zoom?: number;
  onZoom: (zoom: number | undefined) => void;
  onSave: () => void;
}

/** How something drawn is shown: as a drawing or a list, how large, and as a file. */
export const DrawingTools = (props: DrawingToolsProps) => {
  const { listed, onListed, zoom, onZoom, onSave } = props;
  const t = useTranslate();
  const classes = useStyles();
  const scale = (factor: number) =>
    onZoom(Math.min(LARGEST, Math.max(SMALLEST, (zoom ?? 1) * factor)));
  return (
    <div className={classes.root}>
      <Button variant="outlined" size="small" onClick={() => onListed(!listed)}>
        {t(listed ? 'decide.tree.asDrawing' : 'decide.tree.asList')}
      </Button>
      {!listed && (
        <>
          <ButtonGroup size="small">
            <Button onClick={() => scale(1 / STEP)}>
              {t('decide.tree.zoomOut')}
            </Button>
            <Button onClick={() => onZoom(undefined)}>
              {t('decide.tree.fit')}
            </Button>
            <Button onClick={() => scale(STEP)}>
              {t('decide.tree.zoomIn')}
            </Button>
          </ButtonGroup>
          <Typography role="status" variant="body2" component="span">
            {zoom &&
              t('decide.tree.zoom', {
                percent: String(Math.round(zoom * 100)),
              })}
          </Typography>
          <Button variant="outlined" size="small" onClick={onSave}>
            {t('decide.tree.svg')}
          </Button>
        </>
      )}
    </div>
  );
};
