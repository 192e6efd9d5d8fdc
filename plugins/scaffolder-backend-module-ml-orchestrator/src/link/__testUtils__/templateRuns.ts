/** Runs a template on a scaffolder that a test started. */
export function templateRuns(url: string, template: object) {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    /** Answers with the status, and with the output and files or the error. */
    async dryRun(values: object) {
      const { status, body } = await post('dry-run', {
        template,
        values,
        directoryContents: [],
      });
      const files = new Map<string, string>(
        (body.directoryContents ?? []).map(
          ({ path, base64Content }: Record<string, string>) => [
            path,
            Buffer.from(base64Content, 'base64').toString(),
          ],
        ),
      );
      return { status, files, output: body.output, error: body.error };
    },

    /** Runs it for real; answers with its output, or throws what it failed with. */
    async run(templateRef: string, values: object) {
      const { body } = await post('tasks', { templateRef, values });
      if (!body.id) {
        throw new Error(JSON.stringify(body));
      }
      for (;;) {
        const response = await fetch(`${url}/tasks/${body.id}/events`);
        const events: { type: string; body: any }[] = await response.json();
        const end = events.find(({ type }) => type === 'completion')?.body;
        if (end?.error) {
          throw new Error(end.error.message);
        }
        if (end) {
          return end.output;
        }
        await new Promise(done => setTimeout(done, 100));
      }
    },
  };
}
