/** What a result of the portal's search is. */
export const search = {
  place: {
    orchestrator: 'Orchestrator',
    criterion: 'Criterion',
    term: 'Term',
    scenario: 'Worked scenario',
    'muddy-point': 'Muddy point',
    hybrid: 'Used together',
  },
} as const;
