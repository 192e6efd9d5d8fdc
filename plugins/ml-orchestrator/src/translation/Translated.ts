/** The shape of a translation of some messages: the same keys, with other words. */
export type Translated<TMessages> = {
  readonly [K in keyof TMessages]: TMessages[K] extends string
    ? string
    : Translated<TMessages[K]>;
};
