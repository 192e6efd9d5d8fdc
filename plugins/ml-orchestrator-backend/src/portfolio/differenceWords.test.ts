import type { GuidanceDifference } from 'backstage-plugin-ml-orchestrator-common';
import { tinyGuidance } from '../__testUtils__/portfolio';
import { differenceWords } from './differenceWords';

const WHERE = '“Where do the steps run?”';
const answer = { question: 'where', option: 'alpha' };
const says = { effect: 'strongly-for', because: 'Native.' } as const;

describe('differenceWords', () => {
  it.each<[GuidanceDifference, string]>([
    [{ kind: 'orchestrator-added', orchestrator: 'beta' }, 'beta was added'],
    [
      { kind: 'orchestrator-removed', orchestrator: 'gone' },
      'gone was taken out',
    ],
    [
      {
        kind: 'ring',
        orchestrator: 'alpha',
        before: 'allowed',
        after: 'hold',
        because: 'No team.',
      },
      'alpha went from allowed to hold (No team.)',
    ],
    [{ kind: 'question-added', question: 'where' }, `${WHERE} is asked now`],
    [
      { kind: 'question-removed', question: 'gone' },
      '“gone” is not asked any more',
    ],
    [
      { kind: 'option-added', ...answer },
      `“On alpha” can now be answered to ${WHERE}`,
    ],
    [
      { kind: 'option-removed', question: 'where', option: 'gone' },
      `“gone” can no longer be answered to ${WHERE}`,
    ],
    [
      { kind: 'applies', question: 'where', after: false },
      `the answer to ${WHERE} does not count any more`,
    ],
    [
      { kind: 'evidence', orchestrator: 'alpha', ...answer, before: says },
      '“On alpha” now says of alpha: nothing (before: strongly for it)',
    ],
    [
      { kind: 'order' },
      'the orchestrators come in another order, which decides a tie',
    ],
  ])('%j', (difference, words) => {
    expect(differenceWords(difference, tinyGuidance())).toBe(words);
  });
});
