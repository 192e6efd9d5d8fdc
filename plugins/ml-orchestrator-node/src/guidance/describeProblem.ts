import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';

/** A problem in one line, as compilers write it: `file:line:column: message (hint)`. */
export function describeProblem(problem: GuidanceWarning): string {
  const { file, line, column, message, hint } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  return `${place.length ? `${place.join(':')}: ` : ''}${message} (${hint})`;
}
