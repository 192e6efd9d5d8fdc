import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decision, decisions } from '../__testUtils__/starters';
import { checkLink } from './checkLink';
import { linkAnnotations } from './linkAnnotations';

let guidance: Guidance;

beforeAll(async () => {
  guidance = await loadDefaultGuidance();
});

const ORCHESTRATOR = 'ml-orchestrator/orchestrator';
const ANSWERS = 'ml-orchestrator/answers';
const REASON = 'ml-orchestrator/override-reason';
const PIPELINE = 'ml-orchestrator/sagemaker-pipeline';
const MACHINE = 'ml-orchestrator/state-machine';

const changes = (input: object, current: Record<string, unknown> = {}) =>
  linkAnnotations(checkLink(guidance, input), current);

describe('linkAnnotations', () => {
  it('sets what a decision says, in a fixed order', () => {
    expect(Object.entries(changes({ decision, locator: 'churn' }))).toEqual([
      [ORCHESTRATOR, 'sagemaker-pipelines'],
      [
        ANSWERS,
        'policy=none,shape=gate,start=clock,steps=sagemaker,team=data-scientists',
      ],
      [PIPELINE, 'churn'],
    ]);
  });

  it('changes nothing that is so already', () => {
    const current = changes({ decision, locator: 'churn' });
    expect(changes({ decision, locator: 'churn' }, current)).toEqual({});
    // Nor what is not spoken of, as long as it is the same orchestrator.
    const { orchestrator } = decision;
    expect(changes({ decision: { orchestrator } }, current)).toEqual({});
  });

  describe('says how the decision came about', () => {
    const ON = 'ml-orchestrator/decided-on';
    const BY = 'ml-orchestrator/decided-by';
    const RECORD = 'ml-orchestrator/decision-record';
    const made = {
      on: '2026-11-24',
      by: 'user:default/ana',
      record: 'docs/decisions/0002-orchestrator.md',
    };
    const decide = (current: Record<string, unknown>, how: object = {}) =>
      linkAnnotations(checkLink(guidance, { decision }), current, {
        ...made,
        ...how,
      });

    it('with its day, who made it, and its record', () => {
      expect(decide({})).toMatchObject({
        [ON]: made.on,
        [BY]: made.by,
        [RECORD]: made.record,
      });
    });

    it('and leaves one that is the same as it was', () => {
      const current = decide({});
      expect(
        decide(current, { on: '2027-01-01', by: 'user:default/ben' }),
      ).toEqual({});
      // Nobody knows when a decision without a day was made.
      expect(decide({ ...current, [ON]: undefined })).toEqual({});
    });

    it('anew with each new decision', () => {
      const current = { ...decide({}), [ANSWERS]: 'start=event' };
      expect(
        decide(current, { on: '2027-01-01', by: undefined }),
      ).toMatchObject({ [ON]: '2027-01-01', [BY]: null });
    });

    it('and nothing of it when only told what the entity runs on', () => {
      const { orchestrator } = decision;
      expect(
        Object.keys(
          linkAnnotations(
            checkLink(guidance, { decision: { orchestrator } }),
            {},
            made,
          ),
        ),
      ).toEqual([ORCHESTRATOR]);
    });
  });

  it('drops a reason that no longer counts', () => {
    expect(changes({ decision }, { [REASON]: 'Once.' })).toMatchObject({
      [REASON]: null,
    });
  });

  it('drops what was said about another orchestrator', () => {
    const current = {
      ...changes({ decision, locator: 'churn' }),
      [ORCHESTRATOR]: ' sagemaker-pipelines ',
      [REASON]: 'Once.',
      'ml-orchestrator/airflow-dag': 'starts_it',
    };
    expect(
      changes(
        { decision: { orchestrator: 'step-functions' }, locator: 'churn' },
        current,
      ),
    ).toEqual({
      [ORCHESTRATOR]: 'step-functions',
      [ANSWERS]: null,
      [REASON]: null,
      [PIPELINE]: null,
      [MACHINE]: 'churn',
    });
    expect(
      changes({ decision: decisions['step-functions'] }, current),
    ).toMatchObject({
      [ANSWERS]: expect.stringContaining('start=event'),
      [REASON]: null,
      [PIPELINE]: null,
    });
  });

  it('keeps answers that somebody wrote before there was an orchestrator', () => {
    expect(
      changes(
        { decision: { orchestrator: 'step-functions' } },
        { [ANSWERS]: 'start=event', [PIPELINE]: 'churn' },
      ),
    ).toEqual({ [ORCHESTRATOR]: 'step-functions' });
  });
});
