import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Node,
} from 'yaml';

/** A value of a YAML or JSON file that knows its line. */
export class DataNode {
  readonly #node: unknown;
  readonly #lineOf: (offset: number) => number;

  constructor(node: unknown, lineOf: (offset: number) => number) {
    this.#node = node;
    this.#lineOf = lineOf;
  }

  get line(): number {
    const [offset] = (this.#node as Node | null)?.range ?? [0];
    return this.#lineOf(offset);
  }

  /** Its text, if it is text. Tags, as CloudFormation has them, are left out of account. */
  get text(): string | undefined {
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    return typeof value === 'string' ? value : undefined;
  }

  /** Its text, unless something is still to be filled in. */
  get literal(): string | undefined {
    const { text } = this;
    const tag = isScalar(this.#node) ? this.#node.tag : undefined;
    return text && !tag?.startsWith('!') && !/[${]/.test(text)
      ? text
      : undefined;
  }

  get(key: string): DataNode | undefined {
    return this.entries().find(([name]) => name === key)?.[1];
  }

  /** Names and values of an object; none of anything else. */
  entries(): [string, DataNode][] {
    return isMap(this.#node)
      ? this.#node.items.map(({ key, value }) => [
          String(isScalar(key) ? key.value : key),
          this.#wrap(value),
        ])
      : [];
  }

  /** Items of a list; none of anything else. */
  items(): DataNode[] {
    return isSeq(this.#node)
      ? this.#node.items.map(item => this.#wrap(item))
      : [];
  }

  /** Values of an object or items of a list. */
  children(): DataNode[] {
    return [...this.entries().map(([, value]) => value), ...this.items()];
  }

  #wrap(node: unknown): DataNode {
    return new DataNode(node, this.#lineOf);
  }
}

/**
 * Reads the documents of a YAML or JSON file; those with mistakes are left out. What an
 * alias stands for is not looked at a second time.
 */
export function readData(text: string, firstLine = 1): DataNode[] {
  const lineCounter = new LineCounter();
  // JSON may be indented with tabs, which YAML does not take.
  const spaced = text.replace(/^\t+/gm, tabs => '  '.repeat(tabs.length));
  const documents = [
    ...parseAllDocuments(spaced, { lineCounter, logLevel: 'silent' }),
  ];
  return documents
    .filter(({ errors }) => errors.length === 0)
    .map(
      ({ contents }) =>
        new DataNode(
          contents,
          offset => lineCounter.linePos(offset).line + firstLine - 1,
        ),
    );
}
