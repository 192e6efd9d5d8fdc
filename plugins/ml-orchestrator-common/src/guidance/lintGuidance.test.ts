import fc from 'fast-check';
import type { z } from 'zod';
import type { GuidanceLintCode } from './findings';
import { lintGuidance } from './lintGuidance';
import { guidanceSchema } from './schema';

type Input = z.input<typeof guidanceSchema>;

const evidence = (effect: 'for' | 'against' | 'strongly-for') => ({
  effect,
  because: 'it does',
});

/** Guidance in which there is nothing to find. */
const good = (): Input => ({
  title: 'Guide',
  idea: 'One idea.',
  sources: [
    {
      id: 'src',
      title: 'Docs',
      url: 'https://example.com',
      asOf: '2026-11-01',
    },
  ],
  orchestrators: ['a', 'b'].map(id => ({
    id,
    title: id,
    ring: 'recommended' as const,
    summary: 's',
    bestAt: ['x'],
  })),
  criterionGroups: [{ id: 'g', title: 'G' }],
  criteria: [
    {
      id: 'c',
      group: 'g',
      title: 'C',
      values: {
        a: { value: '1', sources: ['src'] },
        b: { value: '2', sources: ['src'] },
      },
    },
  ],
  questions: [
    {
      id: 'q',
      text: 'Which?',
      why: 'To know.',
      options: [
        { id: 'one', label: 'One', evidence: { a: evidence('for') } },
        { id: 'two', label: 'Two', evidence: { b: evidence('for') } },
      ],
    },
    {
      id: 'r',
      text: 'And?',
      why: 'To know.',
      askWhen: { question: 'q', options: ['two'] },
      options: [
        { id: 'yes', label: 'Y', evidence: { a: evidence('strongly-for') } },
        { id: 'no', label: 'N', evidence: { a: evidence('against') } },
      ],
    },
  ],
  scenarios: [
    {
      id: 's',
      title: 'S',
      story: 'S',
      answers: { q: 'two', r: 'no' },
      expect: { orchestrator: 'b', closeCall: false },
      reasoning: 'R',
    },
  ],
  prices: [
    {
      id: 'p',
      orchestrator: 'a',
      title: 'P',
      region: 'any',
      usd: null,
      unit: 'hour',
      source: 'src',
    },
  ],
});

function lint(change: (input: Input) => void = () => {}) {
  const input = good();
  change(input);
  return lintGuidance(guidanceSchema.parse(input));
}

const first = <T>(list: T[] | undefined): T => list![0];

describe('lintGuidance', () => {
  it('finds nothing in good guidance', () => {
    expect(lint()).toEqual([]);
  });

  const cases: [
    GuidanceLintCode,
    string,
    string,
    'error' | 'warning',
    (input: Input) => void,
  ][] = [
    [
      'dangling-id',
      'questions.0.options.0.evidence.nobody',
      'unknown orchestrator "nobody"',
      'error',
      g => {
        first(first(g.questions).options).evidence = {
          nobody: evidence('for'),
        };
      },
    ],
    [
      'dangling-id',
      'criteria.0.values.a.sources.0',
      'unknown source "gone"',
      'error',
      g => {
        first(g.criteria).values.a.sources = ['gone'];
      },
    ],
    [
      'dangling-id',
      'scenarios.0.answers.q',
      'unknown option of question "q" "three"',
      'error',
      g => {
        first(g.scenarios).answers = { q: 'three' };
      },
    ],
    [
      'duplicate-id',
      'orchestrators.1.id',
      '"a" is used twice in orchestrators',
      'error',
      g => {
        g.orchestrators[1].id = 'a';
        g.criteria = [];
        g.questions = [];
        g.scenarios = [];
      },
    ],
    [
      'ask-when-not-earlier',
      'questions.0.askWhen.question',
      'question "r" depends on "q"',
      'error',
      g => {
        g.questions!.reverse();
      },
    ],
    [
      'unrecommendable-orchestrator',
      'orchestrators.2',
      'no answers ever recommend orchestrator "z"',
      'warning',
      g => {
        g.orchestrators.push({ ...g.orchestrators[0], id: 'z' });
        first(g.criteria).values.z = { value: '3', sources: ['src'] };
        g.scenarios = [];
      },
    ],
    [
      'question-never-matters',
      'questions.1',
      'no answer to question "r"',
      'warning',
      g => {
        g.questions![1].options = g.questions![1].options.map(option => ({
          ...option,
          evidence: { b: evidence('for') },
        }));
      },
    ],
    [
      'option-without-evidence',
      'questions.0.options.0',
      'option "one" of question "q"',
      'warning',
      g => {
        first(first(g.questions).options).evidence = {};
      },
    ],
    [
      'criterion-without-value',
      'criteria.0.values',
      'criterion "c" has no value for orchestrator "b"',
      'warning',
      g => {
        delete first(g.criteria).values.b;
      },
    ],
    [
      'value-without-source',
      'criteria.0.values.a',
      'criterion "c" for "a"',
      'warning',
      g => {
        first(g.criteria).values.a.sources = [];
      },
    ],
    [
      'scenario-mismatch',
      'scenarios.0.expect',
      'scenario "s" expects "a", but its answers give "b"',
      'error',
      g => {
        first(g.scenarios).expect = { orchestrator: 'a' };
      },
    ],
    [
      'scenario-mismatch',
      'scenarios.0.expect',
      'expects a close call, but the margin is 2',
      'error',
      g => {
        first(g.scenarios).expect.closeCall = true;
      },
    ],
    [
      'price-without-date',
      'prices.0',
      'price "p" has no source',
      'warning',
      g => {
        delete first(g.prices).source;
      },
    ],
  ];

  it.each(cases)(
    'reports %s at %s',
    (code, path, message, severity, change) => {
      const findings = lint(change);
      expect(findings.map(f => f.code)).toEqual([code]);
      expect(findings[0]).toMatchObject({
        severity,
        message: expect.stringContaining(message),
        hint: expect.stringMatching(/\S/),
      });
      expect(findings[0].path.join('.')).toBe(path);
    },
  );

  it('says nothing of an orchestrator that is on hold', () => {
    const findings = lint(g => {
      g.orchestrators.push({ ...g.orchestrators[0], id: 'z', ring: 'hold' });
      first(g.criteria).values.z = { value: '3', sources: ['src'] };
    });
    expect(findings).toEqual([]);
  });

  it('never throws, whatever the schema lets through', () => {
    // Few ids, so that duplicates, dangling ids and odd references are common.
    const id = fc.constantFrom('a', 'b', 'c', 'constructor');
    const ids = fc.array(id, { maxLength: 3 });
    const effect = fc.constantFrom(
      'rules-out',
      'strongly-against',
      'against',
      'for',
      'strongly-for',
    );
    const option = fc.record({
      id,
      label: id,
      evidence: fc.dictionary(id, fc.record({ effect, because: id }), {
        maxKeys: 3,
      }),
    });
    const question = fc.record(
      {
        id,
        text: id,
        why: id,
        askWhen: fc.record({
          question: id,
          options: fc.array(id, { minLength: 1, maxLength: 2 }),
        }),
        options: fc.array(option, { minLength: 2, maxLength: 3 }),
      },
      { requiredKeys: ['id', 'text', 'why', 'options'] },
    );
    const value = fc.record({ value: id, sources: ids });
    const guidance = fc.record({
      title: id,
      idea: id,
      orchestrators: fc.array(
        fc.record({
          id,
          title: id,
          ring: fc.constantFrom('recommended', 'allowed', 'hold'),
          summary: id,
          bestAt: fc.array(id, { minLength: 1, maxLength: 1 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      criteria: fc.array(
        fc.record({
          id,
          group: id,
          title: id,
          values: fc.dictionary(id, value, { maxKeys: 2 }),
        }),
        { maxLength: 2 },
      ),
      questions: fc.array(question, { maxLength: 4 }),
      scenarios: fc.array(
        fc.record({
          id,
          title: id,
          story: id,
          answers: fc.dictionary(id, id, { maxKeys: 3 }),
          expect: fc.oneof(
            fc.record({ orchestrator: id }),
            fc.record({ conflict: fc.constant(true) }),
          ),
          reasoning: id,
        }),
        { maxLength: 2 },
      ),
      hybrids: fc.array(
        fc.record({
          id,
          title: id,
          orchestrators: fc.array(id, { minLength: 1, maxLength: 2 }),
          description: id,
          when: id,
          sources: ids,
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(guidance, input => {
        const findings = lintGuidance(guidanceSchema.parse(input));
        expect(findings.every(f => f.path.length > 0)).toBe(true);
      }),
    );
  });
});
