import fc from 'fast-check';
import { optionTable } from './optionTable';
import { optionsSchema } from './optionsSchema';

const problems = (options: object) =>
  optionsSchema
    .safeParse(options)
    .error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    ) ?? [];

describe('optionsSchema', () => {
  it('accepts nothing, and everything', () => {
    expect(problems({})).toEqual([]);
    expect(
      problems({
        framework: 'xgboost',
        trigger: 'schedule',
        schedule: '0 6 1 * *',
        metricThreshold: 0.8,
        approval: 'automatic',
        autoApproveThreshold: 0.9,
        serving: 'endpoint',
        region: 'eu-central-1',
        environments: [
          { name: 'dev', account: '111111111111' },
          { name: 'prod', account: '222222222222' },
        ],
        notificationEmail: 'ml-alerts@example.com',
        slackWorkspace: 'T0123ABCD',
        slackChannel: 'C0123ABCD',
        monthlyBudget: 200,
      }),
    ).toEqual([]);
  });

  it.each([
    ['framework', 'cobol'],
    ['source', 'carrier-pigeon'],
    ['trigger', 'full-moon'],
    ['metricThreshold', 0.4],
    ['metricThreshold', 1.1],
    ['metricThreshold', 'high'],
    ['approval', 'by-dice'],
    ['serving', 'silver'],
    ['region', 'mars-north-1'],
    ['notificationEmail', 'nobody'],
    ['slackWorkspace', 'my-team'],
    ['slackChannel', '#general'],
    ['monthlyBudget', 0],
    ['monthlyBudget', 2.5],
    ['environments', [{ name: 'Dev', account: '111111111111' }]],
    ['environments', [{ name: 'dev', account: '1' }]],
    ['environments', Array(5).fill({ name: 'dev', account: '111111111111' })],
    ['unknown', 'field'],
  ])('names %s for %p', (name, value) => {
    expect(problems({ [name]: value }).join('; ')).toMatch(name);
  });

  it.each([
    'every day',
    '61 * * * *',
    '0 6 31-1 * *',
    '*/0 * * * *',
    '0 6 1 * 1',
    '0 6 1 * *\n',
  ])('refuses the schedule %p', schedule => {
    expect(problems({ trigger: 'schedule', schedule })).toEqual([
      expect.stringMatching(/^schedule: /),
    ]);
  });

  it('wants what belongs to a choice with that choice, and only then', () => {
    const schedule = '0 6 1 * *';
    expect(problems({ trigger: 'schedule', schedule })).toEqual([]);
    expect(problems({ trigger: 'schedule' })).toEqual([
      'schedule: is needed when trigger is schedule',
    ]);
    expect(problems({ trigger: 'data-arrival', schedule })).toEqual([
      'schedule: must be left out unless trigger is schedule',
    ]);
    expect(problems({ approval: 'automatic' })).toEqual([
      'autoApproveThreshold: is needed when approval is automatic',
    ]);
    expect(problems({ autoApproveThreshold: 0.9 })).toEqual([
      'autoApproveThreshold: must be left out unless approval is automatic',
    ]);
  });

  it('refuses what does not go together', () => {
    expect(problems({ source: 'snowflake', trigger: 'data-arrival' })).toEqual([
      'trigger: data-arrival does not go with the source snowflake: the data comes from a query, so no file that arrives can start a run',
    ]);
  });

  it('approves by itself only above the gate, also above the default one', () => {
    const approval = 'automatic';
    for (const gate of [{ metricThreshold: 0.9 }, {}]) {
      expect(
        problems({ approval, autoApproveThreshold: 0.8, ...gate }),
      ).toEqual(['autoApproveThreshold: must be above metricThreshold']);
    }
  });

  it('wants both halves of a Slack channel', () => {
    expect(problems({ slackWorkspace: 'T0123ABCD' })).toEqual([
      'slackChannel: is needed with slackWorkspace',
    ]);
    expect(problems({ slackChannel: 'C0123ABCD' })).toEqual([
      'slackWorkspace: is needed with slackChannel',
    ]);
  });

  it('refuses two environments of one name', () => {
    const dev = { name: 'dev', account: '111111111111' };
    expect(problems({ environments: [dev, dev] })).toEqual([
      'environments.1.name: "dev" is there twice',
    ]);
  });

  it('names the option, whatever is wrong with it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...optionTable.keys()),
        fc.oneof(fc.boolean(), fc.constant({}), fc.constant([[]])),
        (name, value) => {
          expect(problems({ [name]: value }).join('; ')).toContain(name);
        },
      ),
    );
  });
});
