import { orchestratorTitle } from '../guidance/orchestratorTitle';
import type { Answers, Guidance } from '../guidance/types';
import { escapeMarkdown as md } from '../text/markdown';
import { applicableQuestions } from './applicable';
import { recommend } from './recommend';
import type { CountedEvidence, Recommendation } from './types';

/** What a decision record is written from. */
export interface DecisionRecordInput {
  guidance: Guidance;
  answers: Answers;
  /** Id of the orchestrator that was chosen. */
  orchestrator: string;
  /** Why another one than the recommended one was chosen. */
  overrideReason?: string;
  /** What is decided about, such as the name of the pipeline. */
  subject?: string;
  /** The day of the decision, `2026-11-23`; no date is written without it. */
  date?: string;
}

const EFFECT_WORDS: Record<CountedEvidence['effect'], string> = {
  'rules-out': 'rules it out',
  'strongly-against': 'strongly against',
  against: 'against',
  for: 'for',
  'strongly-for': 'strongly for',
};

const STATUS_WORDS = {
  eligible: '',
  hold: 'on hold',
  'ruled-out': 'ruled out',
};

/**
 * The decision as an architecture decision record in Markdown: context, answers
 * in words, ranking, reasons and what would change it. The same input always
 * gives the same text.
 */
export function decisionRecord(input: DecisionRecordInput): string {
  const recommendation = recommend(input.guidance, input.answers);
  const words = wordsOf(input.guidance);
  const sections = [
    heading(input, words),
    context(input),
    answers(input, words),
    decision(input, recommendation, words),
    ranking(recommendation, words),
    reasons(recommendation, words),
    changes(recommendation, words),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

type Words = ReturnType<typeof wordsOf>;

function wordsOf(guidance: Guidance) {
  const find = (question: string) =>
    guidance.questions.find(q => q.id === question);
  return {
    orchestrator: (id: string) => md(orchestratorTitle(guidance, id)),
    question: (id: string) => md(find(id)?.text ?? id),
    option: (question: string, option: string) =>
      md(find(question)?.options.find(o => o.id === option)?.label ?? option),
  };
}

function heading(input: DecisionRecordInput, words: Words): string {
  const title = words.orchestrator(input.orchestrator);
  const about = input.subject ? ` for ${md(input.subject)}` : '';
  const lines = [`# Use ${title}${about}`, '', '- Status: accepted'];
  if (input.date) {
    lines.push(`- Date: ${md(input.date)}`);
  }
  return lines.join('\n');
}

function context(input: DecisionRecordInput): string {
  return [
    '## Context',
    '',
    'A machine learning pipeline needs an orchestrator: the system that runs its steps in order, retries them and keeps',
    `their history. The guide "${md(
      input.guidance.title,
    )}" was asked which one fits.`,
  ].join('\n');
}

function answers(input: DecisionRecordInput, words: Words): string {
  // In guidance order, so that the record reads like the conversation.
  const given = applicableQuestions(input.guidance, input.answers).filter(
    question => input.answers[question.id] !== undefined,
  );
  if (given.length === 0) {
    return '## Answers\n\nNo questions were answered.';
  }
  return [
    '## Answers',
    '',
    '| Question | Answer |',
    '| --- | --- |',
    ...given.map(
      ({ id }) =>
        `| ${words.question(id)} | ${words.option(id, input.answers[id])} |`,
    ),
  ].join('\n');
}

function decision(
  input: DecisionRecordInput,
  recommendation: Recommendation,
  words: Words,
): string {
  const chosen = words.orchestrator(input.orchestrator);
  const lines = ['## Decision', ''];
  if (recommendation.winner === input.orchestrator) {
    lines.push(`We use **${chosen}**, as the guide recommends.`);
  } else if (recommendation.winner) {
    const winner = words.orchestrator(recommendation.winner);
    lines.push(
      `We use **${chosen}**, although the guide recommends ${winner}.`,
    );
  } else {
    lines.push(
      `We use **${chosen}**, although the answers rule out every orchestrator the guide may recommend.`,
    );
  }
  if (input.overrideReason) {
    lines.push('', `Reason: ${md(input.overrideReason)}`);
  }
  if (recommendation.winner) {
    lines.push(...strength(recommendation, words));
  }
  return lines.join('\n');
}

function strength(recommendation: Recommendation, words: Words): string[] {
  const { margin, closeCall, tied, heldBack, open } = recommendation;
  const lines: string[] = [];
  if (tied.length > 1) {
    const names = tied.map(words.orchestrator).join(', ');
    lines.push('', `It was a tie between ${names}; the first listed wins.`);
  } else if (margin !== undefined) {
    const how = closeCall ? 'a close call' : 'a clear result';
    lines.push('', `It was ${how}, with a margin of ${margin}.`);
  }
  if (heldBack) {
    lines.push(
      '',
      `${words.orchestrator(heldBack)} would have won, but is on hold.`,
    );
  }
  if (open.nextQuestion) {
    lines.push(
      '',
      `Still open, and able to change the result: ${words.question(
        open.nextQuestion,
      )}`,
    );
  }
  return lines;
}

function ranking(recommendation: Recommendation, words: Words): string {
  return [
    '## Ranking',
    '',
    '| | Orchestrator | Score | |',
    '| --- | --- | --- | --- |',
    ...recommendation.ranking.map(
      ({ orchestrator, score, status }, index) =>
        `| ${index + 1} | ${words.orchestrator(orchestrator)} | ${score} | ${
          STATUS_WORDS[status]
        } |`,
    ),
  ].join('\n');
}

function reasons(recommendation: Recommendation, words: Words): string {
  const blocks = recommendation.ranking.map(ranked => {
    const evidence = [...ranked.supporting, ...ranked.opposing];
    const lines = evidence.map(
      e =>
        `- ${EFFECT_WORDS[e.effect]}: ${md(e.because)} (${words.question(
          e.question,
        )} ${words.option(e.question, e.option)})`,
    );
    return [
      `### ${words.orchestrator(ranked.orchestrator)}`,
      '',
      ...(lines.length > 0 ? lines : ['The answers say nothing about it.']),
    ].join('\n');
  });
  return ['## Reasons', ...blocks].join('\n\n');
}

function changes(recommendation: Recommendation, words: Words): string {
  const lines = recommendation.flips.map(flip => {
    const then = flip.winner
      ? words.orchestrator(flip.winner)
      : 'no orchestrator that fits';
    return `- ${words.question(flip.question)} answered "${words.option(
      flip.question,
      flip.to,
    )}" instead of "${words.option(flip.question, flip.from)}" → ${then}`;
  });
  return [
    '## What would change this',
    '',
    ...(lines.length > 0
      ? lines
      : ['No single other answer would change the recommendation.']),
  ].join('\n');
}
