import {
  applicableQuestions,
  type Answers,
  type Guidance,
  type ImpliedOption,
} from 'backstage-plugin-ml-orchestrator-common';
import { offeredValues, type Offers } from './offers';
import { optionTable } from './optionTable';

/** What the answers suggest of what a starter offers: the `implies` of the options that were chosen. */
export function impliedOptions(
  guidance: Guidance,
  answers: Answers,
  offers: Offers,
): ImpliedOption[] {
  return applicableQuestions(guidance, answers).flatMap(question => {
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
}

/** A value of a choice in words. */
export function valueTitle(name: string, value: string): string {
  const option = optionTable.get(name);
  return option?.kind === 'choice' ? option.values[value] : value;
}
