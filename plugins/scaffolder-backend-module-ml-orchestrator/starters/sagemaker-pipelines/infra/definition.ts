import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './config';

/** What `python -m pipelines.compile` makes of pipelines/ and config/. */
export const DEFINITION_FILE = path.join(ROOT, 'build', 'pipeline-definition.json');

export interface Step {
  readonly Name: string;
  readonly Type: string;
  readonly Arguments: Record<string, unknown> & { IfSteps?: Step[]; ElseSteps?: Step[] };
}

export function readDefinition(file = DEFINITION_FILE): string {
  if (!existsSync(file)) throw new Error(`${path.relative(ROOT, file)} is not there yet: make compile`);
  // Without the line breaks that are for people: the service's limit counts characters.
  return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
}

/** Every step of a compiled definition, those in the branches of conditions included. */
export function stepsOf(definition: string): Step[] {
  const nested = (step: Step): Step[] => [
    step,
    ...[...(step.Arguments.IfSteps ?? []), ...(step.Arguments.ElseSteps ?? [])].flatMap(nested),
  ];
  return (JSON.parse(definition) as { Steps: Step[] }).Steps.flatMap(nested);
}

/** Put values for the placeholders that pipelines/placeholders.py left in the definition. */
export function fillIn(definition: string, values: Record<string, string>): string {
  const used = new Set<string>();
  const filled = definition.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing is filled in for ${placeholder}`);
    used.add(name);
    return value;
  });
  const unused = Object.keys(values).filter(name => !used.has(name));
  if (unused.length > 0) throw new Error(`the definition has no place for ${unused.join(', ')}`);
  return filled;
}

/** The values that a definition has a place for: not every orchestrator needs every name of a source. */
export function usedIn(definition: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => definition.includes(`\${${name}}`)));
}
