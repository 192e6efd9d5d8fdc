import { guidanceStatus } from './guidanceStatus';
import { guidanceSchema } from './schema';

const said = (effect: string) => ({ effect, because: 'So it is.' });
const orchestrator = (id: string, ring = 'allowed') => ({
  id,
  title: id,
  ring,
  summary: 'S',
  bestAt: ['x'],
});

const guidance = guidanceSchema.parse({
  title: 'T',
  idea: 'I',
  orchestrators: [
    orchestrator('a'),
    orchestrator('b'),
    orchestrator('never'),
    orchestrator('held', 'hold'),
  ],
  questions: [
    {
      id: 'which',
      text: 'Which?',
      why: 'W',
      options: [
        { id: 'a', label: 'A', evidence: { a: said('strongly-for') } },
        { id: 'b', label: 'B', evidence: { b: said('strongly-for') } },
      ],
    },
    {
      id: 'idle',
      text: 'Idle?',
      why: 'W',
      options: [
        { id: 'yes', label: 'Y', evidence: { a: said('for') } },
        { id: 'no', label: 'N', evidence: { a: said('for') } },
      ],
    },
  ],
  scenarios: [
    {
      id: 'good',
      title: 'Good',
      story: 'S',
      answers: { which: 'b' },
      expect: { orchestrator: 'b', closeCall: false },
      reasoning: 'R',
    },
    {
      id: 'bad',
      title: 'Bad',
      story: 'S',
      answers: { which: 'b' },
      expect: { conflict: true },
      reasoning: 'R',
    },
  ],
});

describe('guidanceStatus', () => {
  const status = guidanceStatus(guidance);

  it('measures the guidance and its tree', () => {
    expect(status.counts).toMatchObject({
      orchestrators: 4,
      questions: 2,
      scenarios: 2,
      prices: 0,
    });
    expect(status.tree).toEqual({
      nodes: 3,
      leaves: 2,
      longestPath: 1,
      truncated: false,
    });
  });

  it('names what never matters and what nothing can recommend', () => {
    expect(status.pointlessQuestions).toEqual(['idle']);
    expect(status.unrecommendable).toEqual(['never']);
    expect(status.onHold).toEqual(['held']);
  });

  it('tries each scenario', () => {
    expect(status.scenarios).toEqual([
      {
        scenario: 'good',
        expected: { orchestrator: 'b', closeCall: false },
        actual: expect.objectContaining({ orchestrator: 'b', conflict: false }),
        holds: true,
      },
      {
        scenario: 'bad',
        expected: { conflict: true },
        actual: expect.objectContaining({ orchestrator: 'b' }),
        holds: false,
        problem: 'expects a conflict, but its answers give "b"',
      },
    ]);
  });

  it('does without questions', () => {
    const { tree, unrecommendable } = guidanceStatus({
      ...guidance,
      questions: [],
      scenarios: [],
    });
    expect(tree).toMatchObject({ nodes: 1, leaves: 1, longestPath: 0 });
    expect(unrecommendable).toEqual([]);
  });
});
