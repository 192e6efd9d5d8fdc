import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';

/** What the backend says is wrong with a request, if that is why it refused. */
export function refusalOf(error: Error): string | undefined {
  const { statusCode, cause } = error as Error & {
    statusCode?: number;
    cause?: Error;
  };
  return statusCode === 400 ? cause?.message : undefined;
}

/** What the backend says is wrong with guidance layers, if that is why it refused. */
export function layerProblemsOf(error: Error): GuidanceWarning[] | undefined {
  const { cause } = error as Error & { cause?: { problems?: unknown } };
  return Array.isArray(cause?.problems) ? cause.problems : undefined;
}
