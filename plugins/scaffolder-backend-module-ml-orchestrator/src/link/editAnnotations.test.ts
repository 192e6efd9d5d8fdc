import { parseAllDocuments } from 'yaml';
import { findEntityDocument } from './catalogInfo';
import { editAnnotations } from './editAnnotations';
import type { AnnotationChanges } from './linkAnnotations';

const ORCHESTRATOR = 'ml-orchestrator/orchestrator';
const ANSWERS = 'ml-orchestrator/answers';
const REASON = 'ml-orchestrator/override-reason';

function edit(
  text: string,
  changes: AnnotationChanges = { [ORCHESTRATOR]: 'step-functions' },
) {
  const file = { path: 'catalog-info.yaml', text };
  return editAnnotations(file, findEntityDocument(file, 'churn'), changes);
}

/** A file with these lines of metadata below the name. */
const churn = (metadata: string) =>
  `kind: Component\nmetadata:\n  name: churn\n${metadata}spec: {}\n`;

describe('editAnnotations', () => {
  it.each([
    [
      'adds annotations below what says what the entity is',
      churn(
        '  description: >-\n    Trains\n    it.\n  # labels\n  tags: [a]\n',
      ),
      churn(
        '  description: >-\n    Trains\n    it.\n  annotations:\n    ml-orchestrator/orchestrator: step-functions\n  # labels\n  tags: [a]\n',
      ),
    ],
    [
      'adds to the annotations, before the comments and lines that follow',
      churn('  annotations:\n    a/b: c # why\n    # the end\n\n'),
      churn(
        '  annotations:\n    a/b: c # why\n    ml-orchestrator/orchestrator: step-functions\n    # the end\n\n',
      ),
    ],
    [
      'keeps what it adds together',
      churn('  annotations:\n    ml-orchestrator/answers: a=b\n    z: z\n'),
      churn(
        '  annotations:\n    ml-orchestrator/answers: a=b\n    ml-orchestrator/orchestrator: step-functions\n    z: z\n',
      ),
    ],
    [
      'replaces a value and leaves the comment',
      churn(
        "  annotations:\n    'ml-orchestrator/orchestrator':   'airflow' # why\n    z: z\n",
      ),
      churn(
        "  annotations:\n    'ml-orchestrator/orchestrator':   step-functions # why\n    z: z\n",
      ),
    ],
    [
      'replaces a value of many lines',
      churn(
        '  annotations:\n    ml-orchestrator/orchestrator: >- # why\n      air\n      flow\n\n    z: z\n',
      ),
      churn(
        '  annotations:\n    ml-orchestrator/orchestrator: step-functions # why\n\n    z: z\n',
      ),
    ],
    [
      'fills in a key without a value',
      churn('  annotations:\n    ml-orchestrator/orchestrator:   # todo\n'),
      churn(
        '  annotations:\n    ml-orchestrator/orchestrator:   step-functions # todo\n',
      ),
    ],
    [
      'fills in annotations without anything in them',
      churn('  annotations: # none yet\n  tags: []\n'),
      churn(
        '  annotations: # none yet\n    ml-orchestrator/orchestrator: step-functions\n  tags: []\n',
      ),
    ],
    [
      'fills in annotations that are null',
      churn('  annotations: ~ # none yet\n'),
      churn(
        '  annotations: # none yet\n    ml-orchestrator/orchestrator: step-functions\n',
      ),
    ],
    [
      'fills in empty braces',
      churn('  annotations: {}\n'),
      churn(
        '  annotations: {"ml-orchestrator/orchestrator": "step-functions"}\n',
      ),
    ],
    [
      'adds to annotations in braces',
      churn('  annotations: { a: b, } # few\n'),
      churn(
        '  annotations: { a: b, "ml-orchestrator/orchestrator": "step-functions", } # few\n',
      ),
    ],
    [
      'follows the indentation of the file',
      'kind: Component\nmetadata:\n      name: churn\n',
      'kind: Component\nmetadata:\n      name: churn\n      annotations:\n            ml-orchestrator/orchestrator: step-functions\n',
    ],
    [
      'keeps the line ends of Windows',
      churn('  annotations:\n    a: b\n').replace(/\n/g, '\r\n'),
      churn(
        '  annotations:\n    a: b\n    ml-orchestrator/orchestrator: step-functions\n',
      ).replace(/\n/g, '\r\n'),
    ],
    [
      'keeps a file without a last line end so, and a byte order mark',
      '\uFEFFkind: Component\nmetadata:\n  name: churn',
      '\uFEFFkind: Component\nmetadata:\n  name: churn\n  annotations:\n    ml-orchestrator/orchestrator: step-functions',
    ],
    [
      'edits JSON as JSON',
      '{"kind": "Component", "metadata": {"name": "churn"}, "spec": {}}',
      '{"kind": "Component", "metadata": {"name": "churn", "annotations": {"ml-orchestrator/orchestrator": "step-functions"}}, "spec": {}}',
    ],
    [
      'edits the document of the entity only',
      `# one\n---\n${churn(
        '',
      )}---\nkind: API\nmetadata:\n  name: churn\n  annotations: {}\n...\n`,
      `# one\n---\n${churn(
        '  annotations:\n    ml-orchestrator/orchestrator: step-functions\n',
      )}---\nkind: API\nmetadata:\n  name: churn\n  annotations: {}\n...\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(edit(before)).toBe(after);
    expect(edit(after)).toBe(after);
  });

  it.each([
    [
      'lines',
      '  annotations:\n    # first\n    ml-orchestrator/answers: |\n      a=b\n    ml-orchestrator/override-reason: "a\n      b" # why\n    # last\n    a: b\n',
      '  annotations:\n    # first\n    ml-orchestrator/orchestrator: step-functions\n    # last\n    a: b\n',
    ],
    [
      'pairs at the start of braces',
      '  annotations: {ml-orchestrator/answers: a, ml-orchestrator/override-reason: b, c: d}\n',
      '  annotations: {c: d, "ml-orchestrator/orchestrator": "step-functions"}\n',
    ],
    [
      'pairs at the end of braces',
      '  annotations: {c: d, ml-orchestrator/answers: a, ml-orchestrator/override-reason: b}\n',
      '  annotations: {c: d, "ml-orchestrator/orchestrator": "step-functions"}\n',
    ],
    [
      'all pairs in braces',
      '  annotations: { ml-orchestrator/answers: a, ml-orchestrator/override-reason: b }\n',
      '  annotations: { "ml-orchestrator/orchestrator": "step-functions" }\n',
    ],
  ])('takes out %s', (_, before, after) => {
    const changes = {
      [ORCHESTRATOR]: 'step-functions',
      [ANSWERS]: null,
      [REASON]: null,
    };
    expect(edit(churn(before), changes)).toBe(churn(after));
  });

  it.each([
    'step-functions',
    'a=b,c=d',
    'yes',
    '1.5',
    'null',
    '- a',
    'a: b',
    'a #b',
    ' a ',
    '"a"',
    "it's",
    'two\nlines',
    '\u2028\u0085\ufeff',
    '{{ a }} ${{ b }}',
    '',
  ])('writes %p on one line, so that it is read back', value => {
    for (const before of [
      '',
      '  annotations: {}\n',
      '  annotations:\n    ml-orchestrator/override-reason:\n',
      '  annotations: {ml-orchestrator/override-reason: x}\n',
    ]) {
      const text = edit(churn(before), { [REASON]: value });
      const [document] = parseAllDocuments(text);
      expect(document!.getIn(['metadata', 'annotations', REASON])).toBe(value);
      expect(text.split('\n').filter(l => l.includes(REASON))).toHaveLength(1);
    }
  });

  it.each([
    [
      'changing the annotations would change other parts too',
      '  annotations: &shared\n    a: b\n  labels: *shared\n',
    ],
    [
      'changing the annotations would change other parts too',
      '  annotations:\n    ml-orchestrator/orchestrator: &o airflow\n  title: *o\n',
    ],
    [
      'changing the annotations would change other parts too',
      '  title: &t\n    annotations: {a: b}\n  <<: *t\n',
    ],
    [
      // The blank line would become part of the text above.
      'changing the annotations would change other parts too',
      '  annotations:\n    ml-orchestrator/orchestrator: x\n    a: |+\n      b\n    ml-orchestrator/override-reason: c\n\n',
    ],
    [
      'in catalog-info.yaml, metadata.annotations is not written as a mapping of its own',
      '  labels: &shared {a: b}\n  annotations: *shared\n',
    ],
    [
      'metadata.annotations is not written as a mapping of its own',
      '  annotations: [a]\n',
    ],
    [
      'metadata.annotations is read from another file',
      '  annotations:\n    $yaml: ./annotations.yaml\n',
    ],
    [
      'annotation ml-orchestrator/orchestrator is not text',
      '  annotations:\n    ml-orchestrator/orchestrator: [a]\n',
    ],
  ])('refuses where it cannot keep the rest: %s', (message, before) => {
    const changes = { [ORCHESTRATOR]: 'step-functions', [REASON]: null };
    expect(() => edit(churn(before), changes)).toThrow(message);
    expect(() => edit(churn(before), changes)).toThrow('catalogInfoPath: ');
  });

  it('refuses metadata that stands somewhere else', () => {
    expect(() =>
      edit('spec: &m {name: churn}\nkind: Component\nmetadata: *m\n'),
    ).toThrow('metadata is not written as a mapping of its own');
  });
});
