/** What detection proposes for an entity. */
export const proposal = {
  title: 'Is this an ML pipeline?',
  high: 'It looks as if it runs on {{ orchestrator }}:',
  medium: 'It may run on {{ orchestrator }}, by the names of its steps:',
  place: '{{ path }}, line {{ line }}:',
  link: 'Link it to {{ orchestrator }}',
  dismiss: 'If that is wrong, say so in its catalog-info.yaml:',
} as const;
