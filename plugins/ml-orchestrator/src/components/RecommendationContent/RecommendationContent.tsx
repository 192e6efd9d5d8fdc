import type { ReactNode } from 'react';
import { Progress } from '@backstage/core-components';
import type { useRecommendation } from '../../hooks';
import type { AnsweredRecommendation } from '../../hooks';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';

/** Props of {@link RecommendationContent}. */
export interface RecommendationContentProps {
  state: ReturnType<typeof useRecommendation>;
  /** Draws the recommendation once it is there. */
  children: (answered: AnsweredRecommendation) => ReactNode;
}

/** What stands where a recommendation will: progress, what went wrong, or the recommendation. */
export const RecommendationContent = (props: RecommendationContentProps) => {
  const { value, error, retry } = props.state;
  const t = useTranslate();
  if (error) {
    return (
      <LoadError
        title={t('shared.load.recommendation')}
        error={error}
        onRetry={retry}
      />
    );
  }
  return value ? <>{props.children(value)}</> : <Progress />;
};
