/** The options of a starter in template forms. */
export const options = {
  title: 'Options of the starter',
  load: 'The options could not be loaded',
  decideFirst:
    'Decide on an orchestrator first; then what its starter offers is asked here.',
  refused: 'The options cannot be asked yet: {{ problems }}',
  problem: '{{ option }}: {{ message }}',
  dropped: {
    option:
      'Dropped: what was chosen for “{{ option }}”. This starter has no such option.',
    value:
      'Dropped: “{{ value }}” for “{{ option }}”. This starter does not offer it.',
    because:
      'Dropped: “{{ value }}” for “{{ option }}”. This starter does not offer it: {{ because }}.',
  },
  implied: {
    title: 'From your answers',
    value: '{{ option }}: {{ value }}',
    because: 'You answered “{{ answer }}” to “{{ question }}”',
    used: 'in use',
    unused: 'not in use',
    use: 'Use it',
    useLabel: 'Use “{{ value }}” for “{{ option }}”',
  },
  notOffered: {
    title_one: 'Not offered by this starter: {{ count }} choice',
    title_other: 'Not offered by this starter: {{ count }} choices',
    item: '{{ option }}: {{ value }} — {{ because }}.',
  },
} as const;
