import fc from 'fast-check';
import { guidanceSchema } from '../guidance/schema';
import type { Answers, Effect, Guidance } from '../guidance/types';

/** How large the random guidance may get. */
export interface GuidanceSize {
  orchestrators: number;
  questions: number;
  options: number;
}

const EFFECTS: (Effect | undefined)[] = [
  undefined,
  'for',
  'against',
  'strongly-for',
  'strongly-against',
  'rules-out',
];

/** Random guidance with the parts that the engine reads; small, so that brute force can check it. */
export function arbitraryGuidance(
  size: GuidanceSize = { orchestrators: 4, questions: 4, options: 3 },
): fc.Arbitrary<Guidance> {
  const range = (n: number) => [...Array(n).keys()];
  return fc
    .record({
      rings: fc.array(
        fc.constantFrom('recommended', 'recommended', 'allowed', 'hold'),
        { minLength: 1, maxLength: size.orchestrators },
      ),
      questions: fc.array(
        fc.record({
          effects: fc.array(
            fc.array(fc.constantFrom(...EFFECTS), {
              minLength: size.orchestrators,
              maxLength: size.orchestrators,
            }),
            { minLength: 2, maxLength: size.options },
          ),
          // Which earlier question it hangs on, and by which of its options.
          parent: fc.option(fc.nat(size.questions), { freq: 2 }),
          parentOption: fc.nat(size.options),
        }),
        { maxLength: size.questions },
      ),
    })
    .map(({ rings, questions }) =>
      guidanceSchema.parse({
        title: 'Random',
        idea: 'Random',
        orchestrators: rings.map((ring, i) => ({
          id: `o${i}`,
          title: `Orchestrator ${i}`,
          ring,
          summary: 'Random',
          bestAt: ['Random'],
        })),
        questions: questions.map(({ effects, parent, parentOption }, i) => ({
          id: `q${i}`,
          text: `Question ${i}?`,
          why: 'Random',
          ...(parent !== null && parent < i
            ? {
                askWhen: {
                  question: `q${parent}`,
                  options: [
                    `a${parentOption % questions[parent].effects.length}`,
                  ],
                },
              }
            : {}),
          options: effects.map((row, option) => ({
            id: `a${option}`,
            label: `Option ${option}`,
            evidence: Object.fromEntries(
              range(rings.length).flatMap(o =>
                row[o]
                  ? [[`o${o}`, { effect: row[o], because: 'Random' }]]
                  : [],
              ),
            ),
          })),
        })),
      }),
    );
}

/** Random answers to some of the questions, applicable or not. */
export function arbitraryAnswers(guidance: Guidance): fc.Arbitrary<Answers> {
  return fc
    .tuple(
      ...guidance.questions.map(q =>
        fc.option(fc.constantFrom(...q.options.map(o => o.id))),
      ),
    )
    .map(options =>
      Object.fromEntries(
        guidance.questions.flatMap((q, i) => {
          const option = options[i];
          return option === null ? [] : [[q.id, option]];
        }),
      ),
    );
}

/** Random guidance with random answers to it. */
export function arbitraryCase(
  size?: GuidanceSize,
): fc.Arbitrary<{ guidance: Guidance; answers: Answers }> {
  return arbitraryGuidance(size).chain(guidance =>
    arbitraryAnswers(guidance).map(answers => ({ guidance, answers })),
  );
}
