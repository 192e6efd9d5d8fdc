import fc from 'fast-check';
import {
  arbitraryCase,
  arbitraryGuidance,
} from '../__testUtils__/guidanceArbitrary';
import {
  completions,
  plainWinner,
  reachableOutcomes,
} from '../__testUtils__/bruteForce';
import type { Answers, Guidance } from '../guidance/types';
import { applicableQuestions } from './applicable';
import { decisionTree } from './decisionTree';
import { nextQuestion } from './nextQuestion';
import { possibleWinners } from './possibleWinners';
import { recommend } from './recommend';

const mayWin = (o: { ring: string }) => o.ring !== 'hold';

const runs = { numRuns: 300 };

/** Follows `nextQuestion` with the given way of choosing options. */
function walk(
  guidance: Guidance,
  choose: (options: string[]) => string,
): Answers {
  let answers: Answers = {};
  for (;;) {
    const id = nextQuestion(guidance, answers);
    const question = guidance.questions.find(q => q.id === id);
    if (!question) {
      return answers;
    }
    const option = choose(question.options.map(o => o.id));
    answers = { ...answers, [question.id]: option };
  }
}

describe('the decision engine, on random guidance', () => {
  it('recommends what the plain reading of the rules says', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const { winner, status, conflict } = recommend(guidance, answers);
        expect(winner).toBe(plainWinner(guidance, answers));
        expect(status === 'conflict').toBe(winner === undefined);
        expect(conflict.length > 0).toBe(
          status === 'conflict' && guidance.orchestrators.some(mayWin),
        );
      }),
      runs,
    );
  });

  it('names a smallest set of conflicting answers', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const candidates = guidance.orchestrators.filter(mayWin);
        const { status, conflict } = recommend(guidance, answers);
        fc.pre(status === 'conflict' && candidates.length > 0);
        const rulesOut = (questions: string[]) =>
          candidates.every(o =>
            applicableQuestions(guidance, answers).some(
              q =>
                questions.includes(q.id) &&
                q.options.find(x => x.id === answers[q.id])?.evidence[o.id]
                  ?.effect === 'rules-out',
            ),
          );
        expect(rulesOut(conflict)).toBe(true);
        const ids = guidance.questions.map(q => q.id);
        const subsets = ids.reduce<string[][]>(
          (all, id) => [...all, ...all.map(s => [...s, id])],
          [[]],
        );
        const smaller = subsets.filter(s => s.length < conflict.length);
        expect(smaller.some(rulesOut)).toBe(false);
      }),
      runs,
    );
  });

  it('finds exactly the possible winners', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const reachable = reachableOutcomes(guidance, answers);
        reachable.delete(undefined);
        expect(new Set(possibleWinners(guidance, answers))).toEqual(reachable);
      }),
      runs,
    );
  });

  it('stops asking exactly when the outcome is settled and the answers show it', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const outcomes = reachableOutcomes(guidance, answers);
        const settled =
          outcomes.size === 1 && outcomes.has(plainWinner(guidance, answers));
        expect(nextQuestion(guidance, answers) === undefined).toBe(settled);
      }),
      runs,
    );
  });

  it('never changes the winner after it stopped asking', () => {
    fc.assert(
      fc.property(
        arbitraryGuidance(),
        fc.infiniteStream(fc.nat()),
        (g, picks) => {
          const answers = walk(g, o => o[picks.next().value % o.length]);
          for (const complete of completions(g, answers)) {
            expect(plainWinner(g, complete)).toBe(recommend(g, answers).winner);
          }
        },
      ),
      runs,
    );
  });

  it('asks only questions whose answer can matter', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const id = nextQuestion(guidance, answers);
        fc.pre(id !== undefined);
        fc.pre(reachableOutcomes(guidance, answers).size > 1);
        // Completions grouped by everything but this question and what hangs on it.
        const hangsOn = (q: Guidance['questions'][number]): boolean =>
          q.id === id ||
          guidance.questions.some(
            p => p.id === q.askWhen?.question && hangsOn(p),
          );
        const dependents = new Set(
          guidance.questions.filter(hangsOn).map(q => q.id),
        );
        const groups = new Map<string, Set<string | undefined>>();
        for (const complete of completions(guidance, answers)) {
          const rest = JSON.stringify(
            guidance.questions.map(q =>
              dependents.has(q.id) ? null : complete[q.id] ?? null,
            ),
          );
          const outcomes = groups.get(rest) ?? new Set();
          groups.set(rest, outcomes.add(plainWinner(guidance, complete)));
        }
        expect([...groups.values()].some(o => o.size > 1)).toBe(true);
      }),
      runs,
    );
  });

  it('draws a tree that walks as nextQuestion does and ends as recommend says', () => {
    fc.assert(
      fc.property(arbitraryGuidance(), guidance => {
        const tree = decisionTree(guidance, { nodeBudget: 10_000 });
        const nodes = new Map(tree.nodes.map(n => [n.id, n]));
        expect(tree.truncated).toBe(false);
        const visit = (id: string, answers: Answers): void => {
          const node = nodes.get(id)!;
          const drawn =
            node.kind === 'question'
              ? { asks: node.question }
              : {
                  asks: undefined,
                  winner: (node as { winner?: string }).winner,
                };
          const next = nextQuestion(guidance, answers);
          expect(drawn).toEqual(
            next
              ? { asks: next }
              : { asks: next, winner: recommend(guidance, answers).winner },
          );
          if (node.kind === 'question') {
            node.branches.forEach(b =>
              visit(b.node, { ...answers, [node.question]: b.option }),
            );
          }
        };
        visit(tree.root, {});
        const contents = tree.nodes.map(({ id: _, ...n }) => JSON.stringify(n));
        expect(new Set(contents).size).toBe(contents.length);
      }),
      { numRuns: 150 },
    );
  });

  it('continues a cut-off tree where it was cut off', () => {
    fc.assert(
      fc.property(
        arbitraryGuidance(),
        fc.integer({ min: 0, max: 6 }),
        (g, n) => {
          const tree = decisionTree(g, { nodeBudget: n });
          const cut = tree.nodes.flatMap(x =>
            x.kind === 'unexpanded' ? [x] : [],
          );
          expect(tree.truncated).toBe(cut.length > 0);
          for (const { answers } of cut) {
            const below = decisionTree(g, { answers });
            const root = below.nodes.find(x => x.id === below.root)!;
            expect(root.kind === 'question' ? root.question : undefined).toBe(
              nextQuestion(g, answers),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not care about the order of answers', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(recommend(guidance, reversed)).toEqual(
          recommend(guidance, answers),
        );
      }),
      runs,
    );
  });

  it('never ranks an orchestrator lower for more evidence in its favour', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.nat(), fc.nat(), (c, o, q) => {
        const { guidance, answers } = c;
        fc.pre(guidance.questions.length > 0);
        const favoured =
          guidance.orchestrators[o % guidance.orchestrators.length].id;
        const better = structuredClone(guidance);
        const question = better.questions[q % better.questions.length];
        for (const option of question.options) {
          const effect = option.evidence[favoured]?.effect;
          if (effect === undefined || effect === 'for') {
            option.evidence[favoured] = {
              effect: effect ? 'strongly-for' : 'for',
              because: 'More evidence',
            };
          }
        }
        const rankIn = (g: Guidance) =>
          recommend(g, answers).ranking.findIndex(
            r => r.orchestrator === favoured,
          );
        expect(rankIn(better)).toBeLessThanOrEqual(rankIn(guidance));
      }),
      runs,
    );
  });

  it('lists as flips exactly the single changes that flip', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const now = plainWinner(guidance, answers);
        const expected = applicableQuestions(guidance, answers).flatMap(q =>
          q.options.flatMap(option => {
            const from = answers[q.id];
            const winner = plainWinner(guidance, {
              ...answers,
              [q.id]: option.id,
            });
            return from !== undefined && winner !== now
              ? [
                  {
                    question: q.id,
                    from,
                    to: option.id,
                    ...(winner ? { winner } : {}),
                  },
                ]
              : [];
          }),
        );
        expect(recommend(guidance, answers).flips).toEqual(expected);
      }),
      runs,
    );
  });
});
