import type { Scripts, Storage } from './storage';

const alone = (script: string): string[] => ['*', `!${script}`];

/**
 * Step → the scripts that it does without. Each step has a place of its own for those that it needs, named after what they say: to change one
 * leaves the arguments of the other steps as they are, and with them what the step cache knows. Prepare and evaluate stand alone, which
 * tests/test_steps.py makes sure of; train.py puts the rest into the model.
 */
export const WITHOUT = {
  Prepare: alone('prepare.py'),
  Train: ['prepare.py', 'evaluate.py'],
  Evaluate: alone('evaluate.py'),
} as const satisfies Record<string, string[]>;

/** Upload the scripts; gives where those of each step are. */
export function addStepScripts(storage: Storage): Record<keyof typeof WITHOUT, Scripts> {
  const add = (step: keyof typeof WITHOUT): Scripts => storage.addScripts(`${step}Code`, 'steps', WITHOUT[step]);
  return { Prepare: add('Prepare'), Train: add('Train'), Evaluate: add('Evaluate') };
}
