import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTranslate } from '../../translation';

const HEALTH = '/api/ml-orchestrator/health';

/** Props of {@link LoadError}. */
export interface LoadErrorProps {
  /** What could not be loaded. */
  title: string;
  error: Error;
  onRetry: () => void;
}

/** Says what went wrong and what to do about it. */
export const LoadError = ({ title, error, onRetry }: LoadErrorProps) => {
  const t = useTranslate();
  return (
    <div role="alert">
      <ResponseErrorPanel title={title} error={error} />
      <Typography paragraph>
        {t('shared.load.advice', { address: HEALTH })}
      </Typography>
      <Button variant="outlined" onClick={onRetry}>
        {t('shared.load.retry')}
      </Button>
    </div>
  );
};
