/** Attributes of actions that only read the guidance: they are safe to call at any time, and again. */
export const READ_ONLY = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
