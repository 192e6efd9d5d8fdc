import type { SourceCode } from '../code/sourceCode';
import type { Finding } from '../findings';

/** Version 2 of the SDK, and version 3. */
const PIPELINE = /^sagemaker(?:\.mlops)?\.workflow(?:\.pipeline)?\.Pipeline$/;
const CDK_PIPELINE =
  /^@?aws[-_]cdk\b.*aws[-_]sagemaker(?:-alpha)?\.CfnPipeline$/;

/**
 * Finds pipelines that code defines with the SageMaker Python SDK or the CDK. Code that
 * only starts or removes one names no steps.
 */
export function findSagemakerCode(
  path: string,
  { calls }: SourceCode,
): Finding[] {
  return calls
    .filter(
      ({ callee, named, positional }) =>
        (PIPELINE.test(callee) &&
          (named.has('steps') || positional.length > 3)) ||
        CDK_PIPELINE.test(callee),
    )
    .map(({ callee, line, named }) => {
      const name =
        named.get('name') ??
        named.get('pipelineName') ??
        named.get('pipeline_name');
      return {
        orchestrator: 'sagemaker-pipelines',
        confidence: 'high',
        path,
        line,
        found: callee,
        ...(name && { name }),
      };
    });
}
