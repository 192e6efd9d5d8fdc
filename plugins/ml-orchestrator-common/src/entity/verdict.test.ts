import fc from 'fast-check';
import { plainWinner } from '../__testUtils__/bruteForce';
import { arbitraryCase } from '../__testUtils__/guidanceArbitrary';
import { smallGuidance } from '../__testUtils__/smallGuidance';
import { mergeGuidanceLayers } from '../guidance/mergeGuidanceLayers';
import { guidanceSchema } from '../guidance/schema';
import type { Answers } from '../guidance/types';
import { verdictFinder, verdictOf } from './verdict';

const ANSWERS = { airflow: 'no', steps: 'aws', loops: 'no' };

const decision = (
  orchestrator: string,
  answers: Answers = ANSWERS,
  overrideReason?: string,
) => ({ orchestrator, answers, ...(overrideReason ? { overrideReason } : {}) });

/** The small guidance with a layer over it. */
const changed = (layer: Record<string, unknown>) =>
  guidanceSchema.parse(mergeGuidanceLayers(smallGuidance, layer));

const hold = (id: string, ringReason?: string) =>
  changed({ orchestrators: [{ id, ring: 'hold', ringReason }] });

describe('verdictOf', () => {
  it('is unlinked without a decision', () => {
    expect(verdictOf(smallGuidance, undefined)).toEqual({
      verdict: 'unlinked',
      reasons: [],
    });
  });

  it('fits when the guidance would decide the same', () => {
    expect(verdictOf(smallGuidance, decision('functions'))).toEqual({
      verdict: 'fits',
      wouldChoose: 'functions',
      reasons: [],
    });
  });

  it('is close when another one is as good, and names it', () => {
    // Without an answer about the steps, all but Airflow have no points.
    expect(
      verdictOf(smallGuidance, decision('pipelines', { airflow: 'no' })),
    ).toEqual({
      verdict: 'close',
      wouldChoose: 'pipelines',
      reasons: [{ kind: 'close-call', orchestrator: 'functions', margin: 0 }],
    });
  });

  it('no longer fits when another one would be chosen, and says by which evidence', () => {
    expect(verdictOf(smallGuidance, decision('airflow'))).toEqual({
      verdict: 'no-longer-fits',
      wouldChoose: 'functions',
      reasons: [
        {
          kind: 'evidence',
          orchestrator: 'functions',
          question: 'steps',
          option: 'aws',
          effect: 'strongly-for',
          because: 'Made for it.',
        },
        {
          kind: 'evidence',
          orchestrator: 'airflow',
          question: 'airflow',
          option: 'no',
          effect: 'against',
          because: 'It must be learnt.',
        },
      ],
    });
  });

  it('no longer fits on hold, and gives the reason of the ring', () => {
    const verdict = verdictOf(
      hold('functions', 'Too dear.'),
      decision('functions'),
    );
    expect(verdict).toMatchObject({
      verdict: 'no-longer-fits',
      wouldChoose: 'pipelines',
      reasons: [
        { kind: 'on-hold', orchestrator: 'functions', because: 'Too dear.' },
      ],
    });
  });

  it('no longer fits when nothing does, and says what rules the chosen one out', () => {
    const strict = changed({
      questions: [
        {
          id: 'loops',
          options: [
            {
              id: 'yes',
              evidence: {
                functions: { effect: 'rules-out', because: 'Not even here.' },
              },
            },
          ],
        },
      ],
    });
    const verdict = verdictOf(
      strict,
      decision('airflow', { airflow: 'yes', loops: 'yes' }),
    );
    expect(verdict).not.toHaveProperty('wouldChoose');
    expect(verdict).toMatchObject({
      verdict: 'no-longer-fits',
      reasons: [
        { kind: 'conflict' },
        { kind: 'evidence', orchestrator: 'airflow', effect: 'rules-out' },
      ],
    });
  });

  it('no longer fits when the guidance has dropped the orchestrator', () => {
    expect(verdictOf(smallGuidance, decision('kubeflow'))).toMatchObject({
      verdict: 'no-longer-fits',
      wouldChoose: 'functions',
      reasons: [
        { kind: 'orchestrator-gone', orchestrator: 'kubeflow' },
        { kind: 'evidence', orchestrator: 'functions' },
      ],
    });
  });

  describe('of a choice against the guidance', () => {
    const overridden = (
      orchestrator: string,
      answers?: Answers,
      guidance = smallGuidance,
    ) =>
      verdictOf(
        guidance,
        decision(orchestrator, answers, 'We have it anyway.'),
      );

    it('lets the reason stand, and still says what would be chosen', () => {
      expect(overridden('airflow')).toMatchObject({
        verdict: 'fits',
        wouldChoose: 'functions',
        reasons: [
          { kind: 'overridden', because: 'We have it anyway.' },
          { kind: 'evidence' },
          { kind: 'evidence' },
        ],
      });
    });

    it.each([
      ['is on hold', hold('airflow'), undefined],
      [
        'is ruled out',
        smallGuidance,
        { airflow: 'yes', loops: 'yes' } as Answers,
      ],
      [
        'is gone',
        changed({ orchestrators: [{ id: 'airflow', remove: true }] }),
        undefined,
      ],
    ])('does not when the orchestrator %s', (_, guidance, answers) => {
      expect(overridden('airflow', answers, guidance).verdict).toBe(
        'no-longer-fits',
      );
    });
  });

  describe('of answers that are not all there', () => {
    it('is unknown without any', () => {
      expect(verdictOf(smallGuidance, decision('functions', {}))).toEqual({
        verdict: 'unknown',
        reasons: [{ kind: 'no-answers' }],
      });
      expect(
        verdictOf(hold('functions'), decision('functions', {})).reasons,
      ).toEqual([
        { kind: 'on-hold', orchestrator: 'functions' },
        { kind: 'no-answers' },
      ]);
    });

    it('is unknown when none of them exists any more', () => {
      expect(
        verdictOf(smallGuidance, decision('functions', { size: 'big' })),
      ).toEqual({
        verdict: 'unknown',
        reasons: [{ kind: 'answer-gone', question: 'size', option: 'big' }],
      });
    });

    it('is unknown when the option that is gone decided', () => {
      const gone = { ...ANSWERS, steps: 'mainframe' };
      expect(verdictOf(smallGuidance, decision('functions', gone))).toEqual({
        verdict: 'unknown',
        reasons: [
          { kind: 'answer-gone', question: 'steps', option: 'mainframe' },
        ],
      });
    });

    it('is as the others say when what is gone cannot matter', () => {
      const cycles = { airflow: 'no', loops: 'yes', steps: 'mainframe' };
      expect(
        verdictOf(smallGuidance, decision('functions', cycles)),
      ).toMatchObject({
        verdict: 'fits',
        reasons: [{ kind: 'answer-gone', question: 'steps' }],
      });
      // A question that nobody is asked any more counts for nothing.
      expect(
        verdictOf(smallGuidance, decision('functions', { ...ANSWERS, x: 'y' })),
      ).toMatchObject({ verdict: 'fits' });
    });
  });

  it('agrees with the winner that the words of the design give', () => {
    fc.assert(
      fc.property(
        arbitraryCase().filter(c => Object.keys(c.answers).length > 0),
        fc.nat(),
        ({ guidance, answers }, pick) => {
          const { id } =
            guidance.orchestrators[pick % guidance.orchestrators.length];
          const winner = plainWinner(guidance, answers);
          const { verdict, wouldChoose } = verdictOf(
            guidance,
            decision(id, answers),
          );
          expect(wouldChoose).toBe(winner);
          expect(['fits', 'close'].includes(verdict)).toBe(winner === id);
        },
      ),
    );
  });
});

describe('verdictFinder', () => {
  it('tells decisions apart by all that counts, and by nothing else', () => {
    const find = verdictFinder(smallGuidance);
    const plain = find(decision('airflow'));
    expect(find(decision('airflow', { ...ANSWERS }))).toBe(plain);
    expect(find(decision('airflow', ANSWERS, 'Why not.')).verdict).toBe('fits');
    expect(find(decision('functions')).verdict).toBe('fits');
    expect(find(undefined).verdict).toBe('unlinked');
  });
});
