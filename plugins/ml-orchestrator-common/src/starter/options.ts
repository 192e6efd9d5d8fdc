/** A value that the answers of a decision suggest for an option. */
export interface ImpliedOption {
  option: string;
  value: string;
  /** The value in words. */
  title: string;
  /** The question, and the answer to it, that suggest it; in words. */
  question: string;
  answer: string;
}

/** A value that a starter does not offer although others do. */
export interface RefusedOption {
  option: string;
  value: string;
  /** The value in words. */
  title: string;
  because: string;
}

/** What is wrong with an option. */
export interface OptionProblem {
  /** Name of the option. */
  option: string;
  message: string;
}

/** The form for the options of one starter. */
export interface StarterOptionsForm {
  /** Id of the starter. */
  starter: string;
  /** JSON Schema of the options that the starter offers, in the order in which they are asked. */
  schema: Record<string, unknown>;
  /** How a form shows them, in the words of react-jsonschema-form. */
  uiSchema: Record<string, unknown>;
  /** Option → its title and what it is when nothing is chosen, also of what this starter does not offer. */
  known: Record<string, { title: string; default?: unknown }>;
  implied: ImpliedOption[];
  refused: RefusedOption[];
  /** What is wrong with the options that were handed in; empty if nothing is. */
  problems: OptionProblem[];
}
