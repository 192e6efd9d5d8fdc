import {
  applicableQuestions,
  type Answers,
  type Guidance,
  type ImpliedOption,
} from 'backstage-plugin-ml-orchestrator-common';
import { exclusionProblems } from './exclusions';
import { completeOptions, offeredValues, type Offers } from './offers';
import type { StarterOptions } from './optionsSchema';
import { optionTable } from './optionTable';

/**
 * What the answers suggest of what a starter offers: the `implies` of the options that were
 * chosen. Of two values that do not go together, the one of the later question is left out.
 */
export function impliedOptions(
  guidance: Guidance,
  answers: Answers,
  offers: Offers,
): ImpliedOption[] {
  const implied = applicableQuestions(guidance, answers).flatMap(question => {
    const chosen = question.options.find(o => o.id === answers[question.id]);
    return Object.entries(chosen?.implies ?? {})
      .filter(([name, value]) => offeredValues(offers, name)?.includes(value))
      .map(([name, value]) => ({
        option: name,
        value,
        title: valueTitle(name, value),
        question: question.text,
        answer: chosen!.label,
      }));
  });
  return implied.reduce<ImpliedOption[]>(
    (kept, one) =>
      [{}, ...kept.map(asOptions)].every(other =>
        goesTogether({ ...other, ...asOptions(one) }, offers),
      )
        ? [...kept, one]
        : kept,
    [],
  );
}

function asOptions({ option, value }: ImpliedOption): StarterOptions {
  return { [option]: value };
}

function goesTogether(options: StarterOptions, offers: Offers): boolean {
  return exclusionProblems(completeOptions(options, offers)).length === 0;
}

/** A value of a choice in words. */
export function valueTitle(name: string, value: string): string {
  const option = optionTable.get(name);
  return option?.kind === 'choice' ? option.values[value] : value;
}
