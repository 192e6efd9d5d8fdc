import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { guideAnchor } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.5, 3.5),
      gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(
        24,
      )}px, 1fr))`,
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    stage: {
      position: 'relative',
      padding: theme.spacing(1.5),
      border: `2px solid ${theme.palette.text.primary}`,
      borderRadius: theme.shape.borderRadius,
      '&:not(:last-child)::after': {
        content: '"→"',
        position: 'absolute',
        right: theme.spacing(-3),
        top: '50%',
        transform: 'translateY(-50%)',
        fontSize: theme.typography.h6.fontSize,
      },
    },
  }),
  { name: 'MlOrchestratorPipelinePicture' },
);

/** The pipeline that every starter implements, drawn once. */
export const PipelinePicture = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  return (
    <>
      <Typography variant="body2" paragraph>
        {t('learn.pipeline')}
      </Typography>
      <ol className={classes.list}>
        {guidance.pipelineStages.map(({ id, title, description }, i) => (
          <li key={id} id={guideAnchor('stage', id)} className={classes.stage}>
            <Typography variant="subtitle1" component="h3">
              {`${i + 1}. ${title}`}
            </Typography>
            <Typography variant="body2">{description}</Typography>
          </li>
        ))}
      </ol>
    </>
  );
};
