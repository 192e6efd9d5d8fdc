import Typography from '@material-ui/core/Typography';
import type {
  PipelineDefinitionProblem,
  PipelineGraphAnswer,
} from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { PlaceLink } from './PlaceLink';

/** Props of {@link NoGraph}. */
export interface NoGraphProps {
  answer: Exclude<PipelineGraphAnswer, { status: 'found' }>;
}

/** Why there is no graph: what is wrong, and where. */
export const NoGraph = ({ answer }: NoGraphProps) => {
  const t = useTranslate();
  const say = ({ path, message }: PipelineDefinitionProblem) =>
    path
      ? t('pipeline.problem.at', { path, message })
      : t('pipeline.problem.whole', { message });
  switch (answer.status) {
    case 'malformed':
      return (
        <>
          <Typography variant="body2">
            {t('pipeline.problem.malformed')}:{' '}
            <PlaceLink place={answer.place} />
          </Typography>
          <ul>
            {answer.problems.map(problem => (
              <Typography
                key={`${problem.path} ${problem.message}`}
                component="li"
                variant="body2"
              >
                {say(problem)}
              </Typography>
            ))}
          </ul>
        </>
      );
    case 'unreadable':
      return (
        <Typography variant="body2">
          {t('pipeline.problem.unreadable')}: <PlaceLink place={answer.place} />{' '}
          {answer.message}
        </Typography>
      );
    case 'missing':
      return (
        <>
          <Typography variant="body2">
            {t('pipeline.problem.missing')}
          </Typography>
          <ul>
            {answer.places.map(place => (
              <Typography key={place.path} component="li" variant="body2">
                <PlaceLink place={place} />
              </Typography>
            ))}
          </ul>
          <Typography variant="body2">
            {t('pipeline.problem.looked')}
          </Typography>
        </>
      );
    default:
      return (
        <Typography variant="body2">
          {t('pipeline.problem.missing')}{' '}
          {t(`pipeline.problem.${answer.reason}`)}
        </Typography>
      );
  }
};
