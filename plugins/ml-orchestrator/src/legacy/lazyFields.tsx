import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import type { OrchestratorDecisionFieldProps } from '../components/OrchestratorDecisionField';
import type { StarterPreviewFieldProps } from '../components/StarterPreviewField';

const DecisionField = lazy(() =>
  import('../components/OrchestratorDecisionField').then(m => ({
    default: m.OrchestratorDecisionField,
  })),
);

const PreviewField = lazy(() =>
  import('../components/StarterPreviewField').then(m => ({
    default: m.StarterPreviewField,
  })),
);

/** The decision in a form, loaded when a form first shows it. */
export const LazyDecisionField = (props: OrchestratorDecisionFieldProps) => (
  <Suspense fallback={<Progress />}>
    <DecisionField {...props} />
  </Suspense>
);

/** The preview in a form, loaded when a form first shows it. */
export const LazyPreviewField = (props: StarterPreviewFieldProps) => (
  <Suspense fallback={<Progress />}>
    <PreviewField {...props} />
  </Suspense>
);
