import { lazy, Suspense, type ComponentType } from 'react';
import { Progress } from '@backstage/core-components';

/** A form field that is loaded when a form first shows it. */
function lazyField<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
) {
  const Field = lazy(async () => ({
    default: (await load()) as ComponentType<any>,
  }));
  return (props: Props) => (
    <Suspense fallback={<Progress />}>
      <Field {...props} />
    </Suspense>
  );
}

/** The decision in a form. */
export const LazyDecisionField = lazyField(() =>
  import('../components/OrchestratorDecisionField').then(
    m => m.OrchestratorDecisionField,
  ),
);

/** The options of a starter in a form. */
export const LazyOptionsField = lazyField(() =>
  import('../components/StarterOptionsField').then(m => m.StarterOptionsField),
);

/** The preview in a form. */
export const LazyPreviewField = lazyField(() =>
  import('../components/StarterPreviewField').then(m => m.StarterPreviewField),
);
