import type { GuidanceFinding } from '../findings';
import type { Guidance } from '../types';

type Path = (string | number)[];

/** Ids that are used twice. */
export function lintDuplicateIds(guidance: Guidance): GuidanceFinding[] {
  const lists: [Path, readonly { id: string }[]][] = [
    [['sources'], guidance.sources],
    [['orchestrators'], guidance.orchestrators],
    [['criterionGroups'], guidance.criterionGroups],
    [['criteria'], guidance.criteria],
    [['questions'], guidance.questions],
    ...guidance.questions.map((q, i): [Path, readonly { id: string }[]] => [
      ['questions', i, 'options'],
      q.options,
    ]),
    [['scenarios'], guidance.scenarios],
    [['terms'], guidance.terms],
    [['muddyPoints'], guidance.muddyPoints],
    [['hybrids'], guidance.hybrids],
    [['pipelineStages'], guidance.pipelineStages],
    [['selfCheck'], guidance.selfCheck],
    ...guidance.selfCheck.map((q, i): [Path, readonly { id: string }[]] => [
      ['selfCheck', i, 'options'],
      q.options,
    ]),
    [['prices'], guidance.prices],
  ];
  return lists.flatMap(([path, items]) => {
    const seen = new Set<string>();
    return items.flatMap(({ id }, i): GuidanceFinding[] => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        {
          severity: 'error',
          code: 'duplicate-id',
          path: [...path, i, 'id'],
          message: `"${id}" is used twice in ${path[path.length - 1]}`,
          hint: 'Give one of them another id, or delete it.',
        },
      ];
    });
  });
}

/** Ids that nothing has. */
export function lintDanglingIds(guidance: Guidance): GuidanceFinding[] {
  const findings: GuidanceFinding[] = [];
  const expectKnown = (
    what: string,
    known: readonly { id: string }[],
    id: string,
    path: Path,
  ) => {
    if (!known.some(item => item.id === id)) {
      findings.push({
        severity: 'error',
        code: 'dangling-id',
        path,
        message: `unknown ${what} "${id}"`,
        hint: known.length
          ? `Known are: ${known.map(item => item.id).join(', ')}.`
          : `The guidance has no ${what} at all.`,
      });
    }
  };
  const expectAllKnown = (
    what: string,
    known: readonly { id: string }[],
    ids: readonly string[],
    path: Path,
  ) => ids.forEach((id, i) => expectKnown(what, known, id, [...path, i]));

  const { sources, orchestrators, questions } = guidance;
  guidance.criteria.forEach((criterion, c) => {
    const at: Path = ['criteria', c];
    expectKnown('criterion group', guidance.criterionGroups, criterion.group, [
      ...at,
      'group',
    ]);
    Object.entries(criterion.values).forEach(([id, value]) => {
      const valueAt = [...at, 'values', id];
      expectKnown('orchestrator', orchestrators, id, valueAt);
      expectAllKnown('source', sources, value.sources, [...valueAt, 'sources']);
    });
  });
  questions.forEach((question, q) => {
    question.options.forEach((option, o) =>
      Object.keys(option.evidence).forEach(id =>
        expectKnown('orchestrator', orchestrators, id, [
          'questions',
          q,
          'options',
          o,
          'evidence',
          id,
        ]),
      ),
    );
    const when = question.askWhen;
    if (when) {
      const at: Path = ['questions', q, 'askWhen'];
      expectKnown('question', questions, when.question, [...at, 'question']);
      const asked = questions.find(other => other.id === when.question);
      if (asked) {
        expectAllKnown(
          `option of question "${asked.id}"`,
          asked.options,
          when.options,
          [...at, 'options'],
        );
      }
    }
  });
  guidance.scenarios.forEach((scenario, s) => {
    Object.entries(scenario.answers).forEach(([id, option]) => {
      const at = ['scenarios', s, 'answers', id];
      expectKnown('question', questions, id, at);
      const question = questions.find(other => other.id === id);
      if (question) {
        expectKnown(`option of question "${id}"`, question.options, option, at);
      }
    });
    if (scenario.expect.orchestrator !== undefined) {
      expectKnown('orchestrator', orchestrators, scenario.expect.orchestrator, [
        'scenarios',
        s,
        'expect',
        'orchestrator',
      ]);
    }
  });
  guidance.muddyPoints.forEach((point, i) =>
    expectAllKnown('source', sources, point.sources, [
      'muddyPoints',
      i,
      'sources',
    ]),
  );
  guidance.hybrids.forEach((hybrid, i) => {
    expectAllKnown('orchestrator', orchestrators, hybrid.orchestrators, [
      'hybrids',
      i,
      'orchestrators',
    ]);
    expectAllKnown('source', sources, hybrid.sources, [
      'hybrids',
      i,
      'sources',
    ]);
  });
  guidance.prices.forEach((price, i) => {
    expectKnown('orchestrator', orchestrators, price.orchestrator, [
      'prices',
      i,
      'orchestrator',
    ]);
    if (price.source !== undefined) {
      expectKnown('source', sources, price.source, ['prices', i, 'source']);
    }
  });
  return findings;
}

/** Questions that ask about an answer which was not given yet. */
export function lintAskWhenOrder(guidance: Guidance): GuidanceFinding[] {
  return guidance.questions.flatMap((question, q): GuidanceFinding[] => {
    const asked = question.askWhen?.question;
    const at = guidance.questions.findIndex(other => other.id === asked);
    if (asked === undefined || at === -1 || at < q) {
      return [];
    }
    return [
      {
        severity: 'error',
        code: 'ask-when-not-earlier',
        path: ['questions', q, 'askWhen', 'question'],
        message: `question "${question.id}" depends on "${asked}", which does not come before it`,
        hint: `Move "${asked}" above "${question.id}", or drop the askWhen.`,
      },
    ];
  });
}
