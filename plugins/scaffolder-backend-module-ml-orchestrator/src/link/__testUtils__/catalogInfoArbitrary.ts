import fc from 'fast-check';

/** A catalog-info.yaml that somebody wrote by hand: every style, comments and blank lines anywhere. */
export interface HandWrittenFile {
  text: string;
  lineEnd: string;
  /** Whether a line belongs to the annotations that may change. */
  isOwn: (line: string) => boolean;
  /** Annotation that may change → the comment behind its value. */
  comments: Record<string, string>;
}

/** Stands in each line of a value that may change. */
const MARK = 'OWN';
const OWN = [
  'ml-orchestrator/orchestrator',
  'ml-orchestrator/answers',
  'ml-orchestrator/override-reason',
  'ml-orchestrator/state-machine',
];
const OTHER = ['a', 'backstage.io/techdocs-ref', 'constructor', 'zz/top'];

/** A key with a value in some style; continuation lines are indented deeper. */
interface Pair {
  key: string;
  lines: string[];
  comment: string;
}

const word = fc.constantFrom(
  'alpha',
  'dir:.',
  'x=y,z=1',
  'a-b_c',
  '42',
  'true',
);
const noise = fc.array(
  fc.constantFrom('', '', '# a note', '#', ' # indented # twice', '#- x: y'),
  { maxLength: 2 },
);

function scalar(mark: string): fc.Arbitrary<string[]> {
  return fc
    .tuple(word, word)
    .chain(([a, b]) =>
      fc.constantFrom(
        [`${a}`],
        [`'${a} it''s ${mark}'`],
        [`"${a} # \\u00e9 ${mark}"`],
        [`${a} ${mark}`, `${b} ${mark}`],
        [`"${a} ${mark}`, `${b} ${mark}"`],
        [`>-`, `${a} ${mark}`, `${b} ${mark}`],
        [`|`, `${a} ${mark}`, ` ${b} ${mark}`],
        [``],
        [`&${mark || 'anchor'}x ${a}`],
        [`!!str ${a}`],
      ),
    );
}

function pair(key: string, mark = ''): fc.Arbitrary<Pair> {
  return fc.record({
    key: fc.constantFrom(key, `"${key}"`, `'${key}'`),
    lines: scalar(mark),
    // A comment has no place behind a value of many lines, but in the first one of a block.
    comment: fc.boolean().map(has => (has ? `# note on ${key}` : '')),
  });
}

function pairs(keys: string[], mark = ''): fc.Arbitrary<Pair[]> {
  return fc
    .subarray(keys)
    .chain(chosen => fc.tuple(...chosen.map(key => pair(key, mark))));
}

const takesComment = ([first, second]: string[]) =>
  second === undefined || /^[|>]/.test(first);

function write({ key, lines, comment }: Pair, indent: number, unit: number) {
  const [first, ...rest] = lines;
  const behind = comment && takesComment(lines) ? ` ${comment}` : '';
  return [
    `${' '.repeat(indent)}${key}:${first && ` ${first}`}${behind}`,
    ...rest.map(line => `${' '.repeat(indent + unit)}${line}`),
  ];
}

/** Lines of annotations, and which of them may change. */
const annotations = fc
  .tuple(
    pairs(OTHER),
    pairs(OWN, MARK),
    fc.constantFrom('block', 'block', 'block', 'flow', 'null', 'absent'),
    fc.array(noise, { minLength: 9, maxLength: 9 }),
    fc.nat(),
  )
  .map(([others, own, wantedStyle, between, seed]) => {
    const all = [...others, ...own].sort(
      (p, q) => hash(p.key, seed) - hash(q.key, seed),
    );
    const style =
      wantedStyle === 'block' && all.length === 0 ? 'null' : wantedStyle;
    return { all, own, style, between };
  });

function hash(text: string, seed: number): number {
  return [...text].reduce(
    (sum, char) => (sum * 31 + char.charCodeAt(0) + seed) % 997,
    seed % 997,
  );
}

/** Documents around the one that is edited. */
const otherDocument = fc.constantFrom(
  '# only a comment',
  'kind: API\nmetadata:\n  name: churn\n  annotations: {ml-orchestrator/orchestrator:   x}',
  "kind:   'Component'\nmetadata: {name: other,   annotations: &a {b: c}, labels: *a}",
  'kind: Component\nmetadata:\n   name: churn\n   namespace: elsewhere\n   annotations:\n      # kept\n      a:    b',
  '',
);

/** Makes any such file. The entity is `component:default/churn`. */
export function arbitraryFile(): fc.Arbitrary<HandWrittenFile> {
  return fc
    .record({
      ann: annotations,
      head: pairs(['title', 'description']),
      tail: pairs(['x-a', 'x-b']),
      position: fc.nat(2),
      unit: fc.integer({ min: 1, max: 5 }),
      between: fc.array(noise, { minLength: 9, maxLength: 9 }),
      before: fc.array(otherDocument, { maxLength: 2 }),
      after: fc.array(otherDocument, { maxLength: 2 }),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      bom: fc.boolean(),
      endsWithLineEnd: fc.boolean(),
      metadataLast: fc.boolean(),
    })
    .map(file => {
      const { ann, unit, between } = file;
      const metadata = [
        ['name: churn'].map(line => `${' '.repeat(unit)}${line}`),
        ...[...file.head, ...file.tail].map(p => write(p, unit, unit)),
      ];
      metadata.splice(
        Math.min(file.position, metadata.length),
        0,
        annotationLines(ann, unit),
      );
      const block = [
        ...(file.metadataLast ? ['kind: Component', 'spec: {}'] : []),
        'metadata:',
        ...metadata.flatMap((lines, i) => [...between[i], ...lines]),
        ...(file.metadataLast ? [] : ['kind: Component', ...between[8]]),
      ].join('\n');
      const documents = [...file.before, block, ...file.after];
      const text = `${file.bom ? '\uFEFF' : ''}${documents.join('\n---\n')}${
        file.endsWithLineEnd ? '\n' : ''
      }`;
      return {
        text: text.replace(/\n/g, file.lineEnd),
        lineEnd: file.lineEnd,
        isOwn: (line: string) =>
          line.includes(MARK) ||
          (OWN.some(key => line.includes(key)) &&
            !line.includes('ml-orchestrator/orchestrator:   x')) ||
          (ann.style !== 'block' && /^ +annotations:/.test(line)),
        comments: commentsOf(ann),
      };
    });
}

type Annotations = typeof annotations extends fc.Arbitrary<infer T> ? T : never;

function annotationLines({ all, style, between }: Annotations, unit: number) {
  const indent = ' '.repeat(unit);
  switch (style) {
    case 'absent':
      return [];
    case 'null':
      return [`${indent}annotations: ${all.length % 2 ? '~ # none' : ''}`];
    case 'flow':
      return [
        `${indent}annotations: { ${all
          .map(({ key }) => `${key}: "v"`)
          .join(' , ')} }`,
      ];
    default:
      return [
        `${indent}annotations:`,
        ...all.flatMap((p, i) => [...between[i], ...write(p, 2 * unit, unit)]),
      ];
  }
}

function commentsOf({ own, style }: Annotations) {
  return Object.fromEntries(
    own
      .filter(p => style === 'block' && p.comment && takesComment(p.lines))
      .map(p => [p.key.replace(/['"]/g, ''), p.comment]),
  );
}
