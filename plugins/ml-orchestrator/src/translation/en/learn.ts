/** Words of the Learn tab. */
export const learn = {
  title: 'Learn',
} as const;
