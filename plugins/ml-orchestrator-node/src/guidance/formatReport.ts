import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceReport } from './checkGuidanceFiles';

/** A report for people and editors, which find `file:line:column: severity:` by themselves. */
export function formatReport({ problems }: GuidanceReport): string {
  const errors = problems.filter(p => p.severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    ...problems.map(formatProblem),
    problems.length
      ? `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
      : 'No problems found.',
  ].join('\n');
}

function formatProblem(problem: GuidanceWarning): string {
  const { severity, code, message, hint, file, line, column } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  return `${place.join(':')}: ${severity}: ${message} [${code}]\n    ${hint}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
