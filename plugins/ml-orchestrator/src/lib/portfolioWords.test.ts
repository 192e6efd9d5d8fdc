import type { GuidanceDifference } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { englishTranslate as t } from '../__testUtils__/translate';
import { differenceWords, filterValueWords, refName } from './portfolioWords';

describe('refName', () => {
  it.each([
    ['group:default/growth', 'growth'],
    ['group:risk/models', 'risk/models'],
    ['user:default/growth', 'user:growth'],
    ['user:risk/ana', 'user:risk/ana'],
    ['not a reference', 'not a reference'],
  ])('shortens %s', (ref, name) => {
    expect(refName(ref)).toBe(name);
  });
});

describe('filterValueWords', () => {
  it.each([
    ['owner', 'group:default/growth', 'growth'],
    ['owner', '', 'without an owner'],
    ['system', undefined, 'without a system'],
    ['orchestrator', 'airflow-mwaa', 'MWAA'],
    ['orchestrator', 'kubeflow', 'kubeflow'],
    ['orchestrator', '', 'not linked'],
    ['verdict', 'no-longer-fits', 'no longer fits'],
    ['decidedBy', 'override', 'override'],
    ['decidedBy', '', 'not recorded'],
  ] as const)('says %s %s', (filter, value, words) => {
    expect(filterValueWords(t, guidanceFixture, filter, value)).toBe(words);
  });
});

describe('differenceWords', () => {
  const answer = { question: 'reach', option: 'aws' };
  it.each<[GuidanceDifference, string]>([
    [
      { kind: 'orchestrator-added', orchestrator: 'kubeflow' },
      'kubeflow was added.',
    ],
    [
      {
        kind: 'ring',
        orchestrator: 'airflow-mwaa',
        before: 'allowed',
        after: 'hold',
      },
      'MWAA went from allowed to on hold.',
    ],
    [
      {
        kind: 'ring',
        orchestrator: 'airflow-mwaa',
        before: 'allowed',
        after: 'hold',
        because: 'too costly',
      },
      'MWAA went from allowed to on hold: too costly',
    ],
    [
      { kind: 'question-removed', question: 'gone' },
      'The question “gone” is not asked any more.',
    ],
    [
      { kind: 'option-removed', ...answer },
      '“Across AWS services” can no longer be answered to “Where do the steps of the pipeline run?”.',
    ],
    [
      { kind: 'applies', question: 'loops', after: false },
      'The answer to “Does the pipeline loop?” does not count any more.',
    ],
    [
      {
        kind: 'evidence',
        orchestrator: 'step-functions',
        ...answer,
        after: { effect: 'against', because: 'it is slow' },
      },
      '“Across AWS services” on Step Functions: says nothing before, speaks against it (it is slow) now.',
    ],
    [
      { kind: 'order' },
      'The orchestrators come in another order, which decides a tie.',
    ],
  ])('says %j', (difference, words) => {
    expect(differenceWords(t, guidanceFixture, difference)).toBe(words);
  });
});
