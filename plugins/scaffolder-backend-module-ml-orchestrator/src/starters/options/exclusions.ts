import type { OptionProblem } from 'backstage-plugin-ml-orchestrator-common';
import { optionTable, type Exclusion } from './optionTable';

/** What was chosen so far; for what is absent nothing is ruled out. */
type Chosen = Readonly<Record<string, unknown>>;

/** What rules a value of a choice out, given what is chosen besides; `undefined` where nothing does. */
export function exclusionOf(
  name: string,
  value: unknown,
  chosen: Chosen,
): Exclusion | undefined {
  const option = optionTable.get(name);
  return option?.kind === 'choice'
    ? option.excluded?.find(
        one =>
          one.value === value &&
          one.by.values.includes(String(chosen[one.by.option])),
      )
    : undefined;
}

/** The values that were chosen and do not go with others, with the reason. */
export function exclusionProblems(chosen: Chosen): OptionProblem[] {
  return Object.entries(chosen).flatMap(([name, value]) => {
    const exclusion = exclusionOf(name, value, chosen);
    return exclusion
      ? [{ option: name, message: exclusionWords(exclusion, chosen) }]
      : [];
  });
}

function exclusionWords({ value, by, because }: Exclusion, chosen: Chosen) {
  return `${value} does not go with the ${by.option} ${
    chosen[by.option]
  }: ${because}`;
}
