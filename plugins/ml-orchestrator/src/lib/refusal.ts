/** What the backend says is wrong with a request, if that is why it refused. */
export function refusalOf(error: Error): string | undefined {
  const { statusCode, cause } = error as Error & {
    statusCode?: number;
    cause?: Error;
  };
  return statusCode === 400 ? cause?.message : undefined;
}
