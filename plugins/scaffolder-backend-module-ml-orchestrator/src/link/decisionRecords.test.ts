import { decisionRecord } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decisions } from '../__testUtils__/starters';
import { planDecisionRecord } from './decisionRecords';

const decision = decisions['sagemaker-pipelines'];
const guidancePromise = loadDefaultGuidance();

async function record(
  { answers, orchestrator } = decision,
  { subject = 'churn_training', date = '2026-11-24' } = {},
) {
  const guidance = await guidancePromise;
  const input = { guidance, answers, orchestrator, subject, date };
  return { text: decisionRecord(input), subject };
}

describe('planDecisionRecord', () => {
  it.each([
    [[], '0001-orchestrator.md'],
    [
      ['0001-use-postgres.md', '0012-x.md', 'README.md'],
      '0013-orchestrator.md',
    ],
    [['9999-x.md'], '10000-orchestrator.md'],
    [['001-short.md', '0002-not-markdown.txt'], '0002-orchestrator.md'],
  ])('takes the next free number beside %p', async (names, name) => {
    const files = names.map(n => ({ name: n, text: '# Something' }));
    const { text, subject } = await record();
    expect(planDecisionRecord(files, { text, subject })).toEqual({
      name,
      changes: [{ name, text }],
    });
  });

  it('writes nothing when the same decision is recorded, on whatever day', async () => {
    const { text } = await record(decision, { date: '2025-01-01' });
    expect(
      planDecisionRecord(
        [{ name: '0007-orchestrator.md', text }],
        await record(),
      ),
    ).toEqual({ name: '0007-orchestrator.md', changes: [] });
  });

  it('marks what it replaces: earlier decisions about the same subject', async () => {
    const earlier = await record(decisions['airflow-mwaa']);
    const windows = earlier.text.replace(/\n/g, '\r\n');
    const other = await record(decisions['airflow-mwaa'], { subject: 'fraud' });
    const plan = planDecisionRecord(
      [
        { name: '0001-orchestrator.md', text: earlier.text },
        { name: '0002-orchestrator.md', text: other.text },
        { name: '0003-orchestrator.md', text: windows },
        { name: '0004-something.md', text: earlier.text },
      ],
      await record(),
    );
    const status =
      '- Status: superseded by [0005-orchestrator.md](0005-orchestrator.md)';
    expect(plan.changes.slice(1)).toEqual([
      {
        name: '0001-orchestrator.md',
        text: earlier.text.replace('- Status: accepted', status),
      },
      {
        name: '0003-orchestrator.md',
        text: windows.replace('- Status: accepted', status),
      },
    ]);
    expect(plan.changes[1].text).toContain(status);
  });

  it('records a decision anew that was replaced in the meantime', async () => {
    const first = await record();
    const second = await record(decisions['airflow-mwaa']);
    const files = [{ name: '0001-orchestrator.md', text: first.text }];
    const apply = (plan: ReturnType<typeof planDecisionRecord>) => {
      for (const change of plan.changes) {
        const at = files.findIndex(({ name }) => name === change.name);
        files.splice(at < 0 ? files.length : at, at < 0 ? 0 : 1, change);
      }
    };
    apply(planDecisionRecord(files, second));
    apply(planDecisionRecord(files, first));
    expect(files.map(({ name }) => name)).toEqual([
      '0001-orchestrator.md',
      '0002-orchestrator.md',
      '0003-orchestrator.md',
    ]);
    expect(files.map(({ text }) => /Status: (\w+)/.exec(text)?.[1])).toEqual([
      'superseded',
      'superseded',
      'accepted',
    ]);
  });
});
