/** Words of the Learn tab. */
export const learn = {
  title: 'Learn',
  contents: 'On this page',
  empty: {
    title: 'The guide teaches nothing yet',
    text: 'Your platform team can add terms, scenarios and more to the guidance.',
  },
  part: {
    pipeline: 'The pipeline',
    profiles: 'The orchestrators',
    scenarios: 'Worked scenarios',
    muddyPoints: 'Muddy points',
    hybrids: 'Used together',
    terms: 'Terms',
    selfCheck: 'Check yourself',
  },
  pipeline: 'Every starter implements these stages, in this order.',
  scenario: { open: 'Open “{{ title }}” in Decide' },
  hybrid: { when: 'When: {{ when }}' },
  terms: {
    filter: 'Filter terms',
    nothing: 'No term matches.',
    example: 'Example: {{ example }}',
  },
  selfCheck: {
    check: 'Check',
    checkLabel: 'Check: {{ question }}',
    right: 'Right. {{ explanation }}',
    wrong: 'Not quite. {{ explanation }}',
    rightOne: 'Right would be “{{ label }}”: {{ explanation }}',
    score: '{{ right }} right of {{ checked }} checked, {{ all }} in all.',
    again: 'Start again',
  },
} as const;
