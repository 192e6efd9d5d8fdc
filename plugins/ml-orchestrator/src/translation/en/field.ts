/** The field in template forms, and what keeps it from being accepted. */
export const field = {
  title: 'Orchestrator',
  unknownAnswers:
    'Some of the answers filled in are unknown to the guide and were left out: {{ problems }}.',
  summary: {
    asRecommended: '{{ title }}, as recommended',
    instead: '{{ title }}, instead of the recommended {{ winner }}',
    nothingFits: '{{ title }}, although nothing fits the answers',
    answer: '{{ question }} {{ answer }}',
  },
  problem: {
    chooseOther: 'Choose which orchestrator to use instead.',
    answerFirst: 'Answer the questions first; the next one is “{{ question }}”',
    decideFirst: 'Decide on an orchestrator first.',
    unknownOrchestrator:
      'orchestrator: unknown orchestrator "{{ id }}"; known are: {{ known }}',
    reasonMissing: 'Say why you use something else than is recommended.',
  },
  override: {
    start: 'Use something else',
    orchestrator: 'Orchestrator',
    choose: 'Choose…',
    option: '{{ title }} ({{ ring }})',
    against: 'What the guidance says against {{ title }}:',
    nothingAgainst:
      'The guidance says nothing against {{ title }}; less speaks for it.',
    hold: 'It is on hold.',
    holdBecause: 'It is on hold: {{ reason }}.',
    noStarter: 'There is no starter for it.',
    why: 'Why',
    whyHelp: 'Kept in the decision record and on the catalog entity.',
    giveUp: 'Use the recommendation after all',
  },
} as const;
