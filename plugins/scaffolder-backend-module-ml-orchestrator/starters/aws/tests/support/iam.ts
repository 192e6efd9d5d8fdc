import type { Statement } from './synthesized';

/** One thing that someone is about to do, as IAM sees it. */
export interface Attempt {
  readonly action: string;
  readonly resource: string;
  readonly context?: Record<string, string>;
}

function matches(pattern: string, value: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(value);
}

function conditionHolds(condition: Statement['Condition'], context: Record<string, string>): boolean {
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) => {
      const actual = context[key];
      if (actual === undefined) return false;
      return [expected].flat().some(value => {
        if (operator === 'StringEquals') return value === actual;
        if (operator === 'StringLike') return matches(value, actual);
        throw new Error(`condition operator ${operator} is not known here`);
      });
    }),
  );
}

/** Whether the statements allow the attempt. Deny is not needed: the roles of this stack have no such statement. */
export function allows(statements: Statement[], { action, resource, context = {} }: Attempt): boolean {
  return statements.some(
    statement =>
      statement.Action.some(pattern => matches(pattern, action)) &&
      statement.Resource.some(pattern => matches(pattern, resource)) &&
      conditionHolds(statement.Condition, context),
  );
}

/** The attempts that are not allowed, in words. */
export function denied(statements: Statement[], attempts: Attempt[]): string[] {
  return attempts
    .filter(attempt => !allows(statements, attempt))
    .map(({ action, resource }) => `${action} on ${resource}`);
}
