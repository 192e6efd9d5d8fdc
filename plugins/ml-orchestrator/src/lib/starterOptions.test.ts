import { guidanceFixture } from '../__fixtures__';
import { starterOptionsFixture } from '../__fixtures__/starterOptions';
import { englishTranslate as t } from '../__testUtils__/translate';
import {
  changeOptions,
  droppedWords,
  offeredOptions,
  optionTitle,
  readOptionValues,
  startOptions,
  type Asked,
} from './starterOptions';

const formFor = (orchestrator: string, answers = {}) =>
  starterOptionsFixture(guidanceFixture, {
    decision: { orchestrator, answers },
  });

const acrossAws = formFor('step-functions', { reach: 'aws' });
const inSageMaker = formFor('sagemaker-pipelines', { reach: 'sagemaker' });

/** What react-jsonschema-form makes of the condition in these forms. */
const asked: Asked = values => {
  const { schedule, ...always } = Object.fromEntries(offeredOptions(acrossAws));
  return values.trigger === 'schedule' ? { ...always, schedule } : always;
};

describe('startOptions', () => {
  it('takes what the answers imply before the defaults, in the order asked', () => {
    const { values, dropped } = startOptions(acrossAws, {}, asked);
    expect(Object.entries(values)).toEqual([
      ['trigger', 'data-arrival'],
      ['metricThreshold', 0.8],
    ]);
    expect(dropped).toEqual([]);
  });

  it('keeps what was chosen', () => {
    const given = { trigger: 'schedule', schedule: '0 6 1 * *' };
    const { values } = startOptions(acrossAws, given, asked);
    expect(values).toEqual({ ...given, metricThreshold: 0.8 });
  });

  it('drops exactly what is not offered, and fills the gap', () => {
    const given = {
      trigger: 'data-arrival',
      metricThreshold: 0.9,
      budget: 20,
    };
    expect(startOptions(inSageMaker, given, asked)).toEqual({
      values: { trigger: 'schedule', metricThreshold: 0.9 },
      dropped: [
        { option: 'trigger', value: 'data-arrival' },
        { option: 'budget', value: 20 },
      ],
    });
  });

  it('says nothing of what goes and was nobody’s choice', () => {
    const given = { framework: 'scikit-learn' };
    expect(startOptions(inSageMaker, given, asked).dropped).toEqual([]);
    const chosen = { framework: 'xgboost' };
    expect(startOptions(inSageMaker, chosen, asked).dropped).toEqual([
      { option: 'framework', value: 'xgboost' },
    ]);
  });
});

describe('changeOptions', () => {
  const chosen = {
    trigger: 'schedule',
    schedule: '0 6 1 * *',
    metricThreshold: 0.8,
  };

  it('forgets what is no longer asked', () => {
    expect(
      changeOptions(
        acrossAws,
        chosen,
        { ...chosen, trigger: 'by-hand' },
        asked,
      ),
    ).toEqual({ trigger: 'by-hand', metricThreshold: 0.8 });
  });

  it('leaves clear what somebody cleared', () => {
    expect(
      changeOptions(
        acrossAws,
        chosen,
        { ...chosen, metricThreshold: undefined },
        asked,
      ),
    ).toEqual({ trigger: 'schedule', schedule: '0 6 1 * *' });
  });

  it('starts what is asked only now with its default', () => {
    const withDefault: Asked = values => ({
      ...asked(values),
      ...(values.trigger === 'schedule' ? { zone: { default: 'UTC' } } : {}),
    });
    expect(
      changeOptions(
        acrossAws,
        { trigger: 'by-hand' },
        { trigger: 'schedule' },
        withDefault,
      ),
    ).toEqual({ trigger: 'schedule', zone: 'UTC' });
  });
});

describe('values that do not go together', () => {
  const triggers = (...values: string[]) => values.map(one => ({ const: one }));
  /** Where the data comes from a query, no file that arrives starts a run. */
  const narrowed: Asked = ({ source }) => ({
    source: { default: 's3', oneOf: triggers('s3', 'snowflake') },
    trigger: {
      default: 'by-hand',
      oneOf:
        source === 'snowflake'
          ? triggers('by-hand')
          : triggers('by-hand', 'data-arrival'),
    },
  });
  const suggestion = (option: string, value: string) => ({
    option,
    value,
    title: value,
    question: '',
    answer: '',
  });
  const formWith = (...implied: ReturnType<typeof suggestion>[]) => ({
    ...acrossAws,
    schema: { properties: narrowed({}) },
    uiSchema: { 'ui:order': ['source', 'trigger', '*'] },
    implied,
  });

  it('are not what a form starts with', () => {
    const form = formWith(
      suggestion('trigger', 'data-arrival'),
      suggestion('source', 'snowflake'),
    );
    expect(startOptions(form, {}, narrowed).values).toEqual({
      source: 'snowflake',
      trigger: 'by-hand',
    });
  });

  it('leave what was given as it is', () => {
    const form = formWith(suggestion('source', 'snowflake'));
    const given = { trigger: 'data-arrival' };
    expect(startOptions(form, given, narrowed).values).toEqual({
      source: 's3',
      trigger: 'data-arrival',
    });
  });

  it('give way to what somebody changes', () => {
    const before = { source: 's3', trigger: 'data-arrival' };
    const next = { ...before, source: 'snowflake' };
    expect(changeOptions(formWith(), before, next, narrowed)).toEqual({
      source: 'snowflake',
      trigger: 'by-hand',
    });
  });
});

describe('in words', () => {
  it('calls options as the form does, also those of a condition', () => {
    expect(optionTitle(acrossAws, 'schedule')).toBe('Schedule');
    expect(optionTitle(acrossAws, 'budget')).toBe('budget');
  });

  it.each([
    [
      'trigger',
      'data-arrival',
      /“A file that arrives” for “What starts a run”.*hears of no events/,
    ],
    ['trigger', 'by-magic', /“by-magic” for “What starts a run”/],
    ['budget', 20, /chosen for “budget”/],
  ])('says why %s=%s was dropped', (option, value, words) => {
    expect(droppedWords(t, inSageMaker, { option, value })).toMatch(words);
  });
});

describe('readOptionValues', () => {
  it('takes an object, without what was left empty', () => {
    expect(
      readOptionValues({ a: '', b: undefined, c: null, d: [], e: 0 }),
    ).toEqual({ e: 0 });
  });

  it.each([undefined, null, 'text', ['a']])('makes nothing of %j', formData => {
    expect(readOptionValues(formData)).toEqual({});
  });
});
