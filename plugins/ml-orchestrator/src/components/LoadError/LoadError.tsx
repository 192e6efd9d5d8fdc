import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';

/** Props of {@link LoadError}. */
export interface LoadErrorProps {
  /** What could not be loaded. */
  title: string;
  error: Error;
  onRetry: () => void;
}

/** Says what went wrong and what to do about it. */
export const LoadError = ({ title, error, onRetry }: LoadErrorProps) => (
  <div role="alert">
    <ResponseErrorPanel title={title} error={error} />
    <Typography paragraph>
      Try again. If it goes on, ask your platform team whether the ML
      Orchestrator backend plugin is installed and running:
      /api/ml-orchestrator/health says so.
    </Typography>
    <Button variant="outlined" onClick={onRetry}>
      Try again
    </Button>
  </div>
);
