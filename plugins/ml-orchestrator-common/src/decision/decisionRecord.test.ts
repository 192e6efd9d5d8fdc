import fc from 'fast-check';
import { arbitraryCase } from '../__testUtils__/guidanceArbitrary';
import { decisionRecord } from './decisionRecord';
import { recommend } from './recommend';

describe('decisionRecord', () => {
  it('says for any guidance and answers whether the choice is the recommended one', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const { winner } = recommend(guidance, answers);
        const [{ id }] = guidance.orchestrators;
        const input = { guidance, answers, orchestrator: id };
        const record = decisionRecord(input);
        expect(record.includes('as the guide recommends')).toBe(winner === id);
        expect(decisionRecord(input)).toBe(record);
      }),
    );
  });

  it('lets no typed text become markup, and writes a date only when given', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ guidance, answers }) => {
        const input = {
          guidance,
          answers,
          orchestrator: 'o0',
          overrideReason: 'a\n# b | <i>{{ c }}',
        };
        const record = decisionRecord(input);
        expect(record).toContain(
          'Reason: a # b &#124; &lt;i&gt;\\{\\{ c \\}\\}',
        );
        expect(record).not.toContain('Date:');
        expect(decisionRecord({ ...input, date: '2026-11-23' })).toContain(
          '- Date: 2026-11-23',
        );
      }),
      { numRuns: 20 },
    );
  });
});
