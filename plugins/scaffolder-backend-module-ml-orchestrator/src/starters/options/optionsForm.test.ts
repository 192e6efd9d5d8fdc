import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import {
  decisions,
  OFFERS_EVERYTHING,
  trees,
} from '../../__testUtils__/starters';
import { completeOptions, type Offers } from './offers';
import { optionsForm } from './optionsForm';
import { optionTable } from './optionTable';

let guidance: Guidance;
beforeAll(async () => {
  guidance = await loadDefaultGuidance();
});

const form = (offers: Partial<Offers> = {}, answers = {}) =>
  optionsForm(
    'mine',
    { ...OFFERS_EVERYTHING, ...offers },
    { guidance, answers },
  );

function validator(schema: object) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

describe('optionsForm', () => {
  it('asks for everything that is offered, and for nothing else', () => {
    const { schema } = form({
      offers: { trigger: ['by-hand', 'schedule'], schedule: true },
    });
    expect(schema.properties).toEqual({
      trigger: expect.objectContaining({
        title: 'What starts a run',
        default: 'by-hand',
        oneOf: [
          { const: 'by-hand', title: 'Somebody, by hand' },
          { const: 'schedule', title: 'A schedule' },
        ],
      }),
    });
    expect(JSON.stringify(form().schema)).toContain('autoApproveThreshold');
  });

  it('does not ask where there is nothing to choose', () => {
    const { schema } = form({
      offers: {
        framework: ['xgboost'],
        trigger: ['schedule'],
        schedule: true,
        approval: ['manual'],
        autoApproveThreshold: true,
      },
    });
    expect(Object.keys(schema.properties as object)).toEqual(['schedule']);
    expect(schema).toMatchObject({ required: ['schedule'], dependencies: {} });
  });

  it('asks for what belongs to a choice with that choice', () => {
    const validate = validator(form().schema);
    const base = { region: 'us-east-1' };
    expect(validate({ ...base, trigger: 'by-hand' })).toBe(true);
    expect(validate({ ...base, trigger: 'schedule' })).toBe(false);
    expect(
      validate({ ...base, trigger: 'schedule', schedule: '0 6 1 * *' }),
    ).toBe(true);
    expect(validate({ ...base, approval: 'automatic' })).toBe(false);
    expect(validate({ trigger: 'by-hand' })).toBe(false);
  });

  it('hides what does not go with a choice, and says why', () => {
    const { schema } = form({ offers: { source: true, trigger: true } });
    const branches = (
      schema.dependencies as Record<
        string,
        { oneOf: { properties: Record<string, { enum?: string[] }> }[] }
      >
    ).source.oneOf;
    const trigger = (source: string) =>
      branches.find(({ properties }) => properties.source.enum![0] === source)!
        .properties.trigger;
    expect(trigger('s3')).toBeUndefined();
    expect(trigger('athena')).toEqual({
      oneOf: [
        { const: 'by-hand', title: 'Somebody, by hand' },
        { const: 'schedule', title: 'A schedule' },
      ],
      description:
        'Not “A CSV file that arrives in S3”: the data comes from a query, so no file that arrives can start a run.',
    });
    const validate = validator(schema);
    expect(validate({ source: 's3', trigger: 'data-arrival' })).toBe(true);
    expect(validate({ source: 'snowflake', trigger: 'by-hand' })).toBe(true);
    expect(validate({ source: 'snowflake', trigger: 'data-arrival' })).toBe(
      false,
    );
    expect(Object.keys(schema.dependencies as object)).toEqual(['source']);
  });

  it('suggests what the answers imply, in words, where it is offered', () => {
    const answers = { start: 'event' };
    expect(form({}, answers).implied).toEqual([
      {
        option: 'trigger',
        value: 'data-arrival',
        title: 'A CSV file that arrives in S3',
        question: 'What starts a run?',
        answer: 'An event, within seconds',
      },
    ]);
    expect(form({ offers: { trigger: ['by-hand'] } }, answers).implied).toEqual(
      [],
    );
  });

  it('says what is not offered, and why', () => {
    const refuses = { serving: { endpoint: 'the cluster serves by itself' } };
    expect(form({ refuses }).refused).toEqual([
      {
        option: 'serving',
        value: 'endpoint',
        title: 'It is deployed to a real-time endpoint',
        because: 'the cluster serves by itself',
      },
    ]);
  });
});

it('the default guidance implies only options and values that exist', () => {
  for (const { implies = {} } of guidance.questions.flatMap(q => q.options)) {
    for (const [name, value] of Object.entries(implies)) {
      expect(optionTable.get(name)).toHaveProperty(['values', value]);
    }
  }
});

it.each(Object.keys(decisions))(
  'the form of %s accepts the defaults of what it offers',
  async id => {
    const { offers } = (await trees()).starters.get(id)!;
    const { schema } = optionsForm(id, offers, { guidance, answers: {} });
    const options = completeOptions({ region: 'us-east-1' }, offers);
    const validate = validator(schema);
    validate(options);
    expect(validate.errors).toBeNull();
  },
);
