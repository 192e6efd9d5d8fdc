/** Words of the Cost tab. */
export const cost = {
  title: 'What does the orchestration cost?',
} as const;
