/** The preview of a starter in template forms. */
export const preview = {
  title: 'What the repository will hold',
  load: 'The preview could not be made',
  decideFirst:
    'Decide on an orchestrator first; then the files are shown here.',
  correct: 'Something filled in above cannot be used yet: {{ problems }}',
  assumed: 'Not filled in yet, so a placeholder stands for: {{ fields }}.',
  files_one: '{{ count }} file',
  files_other: '{{ count }} files',
  tree: 'Files of the repository',
  why: 'Why it is there: {{ reason }}.',
  because: 'Because of your choice: {{ choices }}.',
  field: { name: 'name', owner: 'owner', ci: 'CI' },
  choice: '{{ value }} ({{ option }})',
  ci: { github: 'GitHub Actions', gitlab: 'GitLab CI/CD' },
  copy: 'Copy the file',
  copied: 'Copied.',
  content: 'Content of {{ path }}',
} as const;
