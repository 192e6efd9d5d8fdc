/* eslint-disable no-console -- the table is this program's output */
import { performance } from 'node:perf_hooks';
import {
  decisionTree,
  guidanceSchema,
  nextQuestion,
  recommend,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Effect, Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from '../src';

const EFFECTS: (Effect | undefined)[] = [
  'for',
  'against',
  'strongly-for',
  undefined,
  'strongly-against',
  undefined,
  'rules-out',
];
const NODE_BUDGET = 500;
const ROUNDS = 5;

/** Guidance of a given size; the same for the same numbers, so that runs can be compared. */
function generateGuidance(
  questions: number,
  options: number,
  orchestrators: number,
): Guidance {
  let seed = 20_261_123;
  const pick = <T>(items: T[]) => {
    // A linear congruential generator: enough to scatter evidence evenly.
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return items[Math.floor((seed / 2 ** 32) * items.length)];
  };
  const ids = [...Array(orchestrators).keys()].map(i => `o${i}`);
  return guidanceSchema.parse({
    title: 'Generated',
    idea: 'Generated',
    orchestrators: ids.map(id => ({
      id,
      title: id,
      ring: 'allowed',
      summary: id,
      bestAt: [id],
    })),
    questions: [...Array(questions).keys()].map(q => ({
      id: `q${q}`,
      text: `Question ${q}?`,
      why: 'Generated',
      options: [...Array(options).keys()].map(o => ({
        id: `a${o}`,
        label: `Option ${o}`,
        evidence: Object.fromEntries(
          ids.flatMap(id => {
            const effect = pick(EFFECTS);
            return effect ? [[id, { effect, because: 'Generated' }]] : [];
          }),
        ),
      })),
    })),
  });
}

/** Median time of a call, in milliseconds. */
function time(call: () => unknown): string {
  const times = [...Array(ROUNDS)].map(() => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)].toFixed(1);
}

async function main() {
  const guidance = await loadDefaultGuidance();
  const cases: [string, Guidance][] = [
    ['default', guidance],
    ...[
      [6, 3, 3],
      [8, 4, 4],
      [10, 4, 5],
      [12, 4, 6],
      [16, 4, 8],
    ].map(([q, a, o]): [string, Guidance] => [
      `${q} questions × ${a} options × ${o} orchestrators`,
      generateGuidance(q, a, o),
    ]),
  ];
  console.table(
    cases.map(([name, subject]) => {
      const answers = Object.fromEntries(
        subject.questions.slice(0, 2).map(q => [q.id, q.options[0].id]),
      );
      return {
        guidance: name,
        'recommend (ms)': time(() => recommend(subject, answers)),
        'nextQuestion (ms)': time(() => nextQuestion(subject, {})),
        [`decisionTree to ${NODE_BUDGET} nodes (ms)`]: time(() =>
          decisionTree(subject, { nodeBudget: NODE_BUDGET }),
        ),
      };
    }),
  );
}

main();
