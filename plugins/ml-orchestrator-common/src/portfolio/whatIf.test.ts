import fc from 'fast-check';
import { plainWinner } from '../__testUtils__/bruteForce';
import {
  arbitraryAnswers,
  arbitraryGuidance,
} from '../__testUtils__/guidanceArbitrary';
import { verdictOf } from '../entity/verdict';
import { verdictChanges } from './whatIf';

/** Two guidances that may have nothing to do with each other, and decisions taken under either. */
const arbitraryChange = fc
  .tuple(arbitraryGuidance(), arbitraryGuidance())
  .chain(([before, after]) =>
    fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      decisions: fc.array(
        fc.record({
          orchestrator: fc.constantFrom('o0', 'o1', 'o2', 'o3', 'gone'),
          answers: fc.oneof(arbitraryAnswers(before), arbitraryAnswers(after)),
          overrideReason: fc.option(fc.constant('Because.'), {
            nil: undefined,
          }),
        }),
        { maxLength: 20 },
      ),
    }),
  );

describe('verdictChanges', () => {
  it('equals judging every pipeline anew under both guidances', () => {
    fc.assert(
      fc.property(arbitraryChange, ({ before, after, decisions }) => {
        const change = verdictChanges(before, after);
        const found = decisions.map(decision => {
          const { before: was, after: is } = change(decision) ?? {};
          return was && is ? [was, is] : undefined;
        });
        const anew = decisions.map(decision => {
          const was = verdictOf(before, decision);
          const is = verdictOf(after, decision);
          const same =
            was.verdict === is.verdict && was.wouldChoose === is.wouldChoose;
          return same ? undefined : [was, is];
        });
        expect(found).toEqual(anew);
      }),
    );
  });

  it('changes the choice exactly where the plain winner changes', () => {
    fc.assert(
      fc.property(arbitraryChange, ({ before, after, decisions }) => {
        // An unknown verdict names no choice, so there is nothing to compare.
        const told = decisions.filter(decision =>
          [before, after].every(
            guidance => verdictOf(guidance, decision).verdict !== 'unknown',
          ),
        );
        const moves = told
          .map(verdictChanges(before, after))
          .map(c => c?.before.wouldChoose !== c?.after.wouldChoose);
        const winners = told.map(({ answers }) =>
          [before, after].map(guidance => plainWinner(guidance, answers)),
        );
        expect(moves).toEqual(winners.map(([was, is]) => was !== is));
      }),
    );
  });

  // What cannot be told may hang on answers that were not given.
  it('has a difference to show for every change that can be told', () => {
    fc.assert(
      fc.property(arbitraryChange, ({ before, after, decisions }) => {
        const unexplained = decisions
          .map(verdictChanges(before, after))
          .filter(
            change =>
              change?.differences.length === 0 &&
              change.before.verdict !== 'unknown' &&
              change.after.verdict !== 'unknown',
          );
        expect(unexplained).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never tells of a pipeline that is not linked', () => {
    fc.assert(
      fc.property(arbitraryChange, ({ before, after }) => {
        expect(verdictChanges(before, after)(undefined)).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });
});
