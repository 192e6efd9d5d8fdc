import type { ReactNode } from 'react';
import { Progress } from '@backstage/core-components';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useGuidance } from '../../hooks';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';

/** Draws what needs the guidance once it is there; its progress until then, or why it is not. */
export const WithGuidance = (props: {
  children: (guidance: Guidance) => ReactNode;
}) => {
  const t = useTranslate();
  const { value, error, retry } = useGuidance();
  if (error) {
    return (
      <LoadError
        title={t('shared.load.guidance')}
        error={error}
        onRetry={retry}
      />
    );
  }
  return value ? <>{props.children(value.guidance)}</> : <Progress />;
};
