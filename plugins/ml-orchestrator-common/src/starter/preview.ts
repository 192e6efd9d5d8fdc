/** One file of a starter, as it is shown before the repository is created. */
export interface PreviewedFile {
  /** Relative, with forward slashes. */
  path: string;
  content: string;
  /** Why it is there, in a few words. */
  reason: string;
  /** Option → value: the choices that it is there for; empty if it always is. */
  when: Record<string, string>;
}

/** What a starter would be, for a spec that may be half filled in. */
export interface StarterPreview {
  /** Sorted by path. */
  files: PreviewedFile[];
  /** Fields of the spec that were not filled in and for which a placeholder stands. */
  assumed: string[];
}
