import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import type { OrchestratorDecisionFieldProps } from '../components/OrchestratorDecisionField';

const Field = lazy(() =>
  import('../components/OrchestratorDecisionField').then(m => ({
    default: m.OrchestratorDecisionField,
  })),
);

/** The form field, loaded when a form first shows it. */
export const LazyDecisionField = (props: OrchestratorDecisionFieldProps) => (
  <Suspense fallback={<Progress />}>
    <Field {...props} />
  </Suspense>
);
