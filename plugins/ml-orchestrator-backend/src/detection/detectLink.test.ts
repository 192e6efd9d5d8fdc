import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { detectLink } from './detectLink';

/** A repository of the labelled set. */
interface Sample {
  name: string;
  /** Absent: nothing must be proposed. */
  label?: { orchestrator: string; locator?: string };
  /** Known not to be found. */
  missed?: boolean;
  files: Record<string, string>;
}

const folder = join(__dirname, '__fixtures__/repositories');
const samples = readdirSync(folder).flatMap(file =>
  [...parseAllDocuments(readFileSync(join(folder, file), 'utf8'))].map(
    (document): Sample => document.toJS(),
  ),
);
const detect = ({ files }: Pick<Sample, 'files'>, not?: Set<string>) =>
  detectLink(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    not,
  );
const found = samples.map(sample => ({ sample, link: detect(sample) }));
const isRight = ({ sample, link }: (typeof found)[number]) =>
  link?.orchestrator === sample.label?.orchestrator &&
  link?.locator === sample.label?.locator;

describe('the labelled set', () => {
  const labelled = found.filter(({ sample }) => sample.label);
  const proposed = found.filter(({ link }) => link);
  const right = proposed.filter(isRight);

  it('has every kind, and many that only look like one', () => {
    const labels = labelled.map(({ sample }) => sample.label!.orchestrator);
    for (const orchestrator of new Set(labels)) {
      expect(labels.filter(l => l === orchestrator).length).toBeGreaterThan(7);
    }
    expect(found.length - labelled.length).toBeGreaterThan(24);
  });

  it('gives no false proposal: precision 1', () => {
    const wrong = proposed.filter(one => !isRight(one));
    expect(
      wrong.map(({ sample, link }) => ({ name: sample.name, link })),
    ).toEqual([]);
    expect(right.length / proposed.length).toBe(1);
  });

  it('finds most: recall 9 of 10', () => {
    const missed = labelled.filter(({ link }) => !link);
    expect(missed.map(({ sample }) => sample.name)).toEqual(
      samples.filter(sample => sample.missed).map(({ name }) => name),
    );
    expect(right.length / labelled.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('detectLink', () => {
  const asl = `{
  "StartAt": "Train",
  "States": {
    "Train": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
      "End": true
    }
  }
}`;
  const dag = `from airflow.sdk import DAG, task

with DAG("nightly"):
    @task
    def train_model(): ...
    @task
    def register_model(): ...
`;

  it('says where it was seen', () => {
    expect(detect({ files: { 'flow/train.asl.json': asl } })).toEqual({
      orchestrator: 'step-functions',
      confidence: 'high',
      evidence: [
        {
          path: 'flow/train.asl.json',
          line: 6,
          found: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
        },
      ],
    });
  });

  it('is less sure of names, and says which', () => {
    expect(detect({ files: { 'dags/nightly.py': dag } })).toEqual({
      orchestrator: 'airflow-mwaa',
      locator: 'nightly',
      confidence: 'medium',
      evidence: [
        {
          path: 'dags/nightly.py',
          line: 3,
          found: 'train_model, register_model',
        },
      ],
    });
  });

  it('knows the line in a definition that stands in a template as text', () => {
    const template = `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
${asl.replace(/^/gm, '        ')}
`;
    expect(detect({ files: { 'a.yaml': template } })?.evidence[0].line).toBe(
      11,
    );
  });

  it('decides between two orchestrators when people rule one out', () => {
    const files = { 'a.asl.json': asl, 'dags/b.py': dag };
    expect(detect({ files })).toBeUndefined();
    expect(detect({ files }, new Set(['airflow-mwaa']))?.orchestrator).toBe(
      'step-functions',
    );
    expect(
      detect({ files }, new Set(['airflow-mwaa', 'step-functions'])),
    ).toBeUndefined();
  });

  it('shows the strongest evidence first, and not all of it', () => {
    const files = Object.fromEntries(
      [...'abcdefg'].map(name => [`${name}.asl.json`, asl]),
    );
    const names = asl
      .replace(/arn:[^"]*/, 'arn:aws:states:::lambda:invoke')
      .replace('"Train": {', '"Register model": {}, "Train": {');
    const link = detect({ files: { '0.asl.json': names, ...files } });
    expect(link?.evidence.map(({ path }) => path)).toEqual(
      [...'abcde'].map(name => `${name}.asl.json`),
    );
  });

  it.each(['py', 'ts', 'json', 'yaml'])('takes any text for .%s', extension => {
    // What is parsed at all has to look promising.
    const hints = 'StartAt States airflow sagemaker aws_stepfunctions ';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(asl, dag, '&a [*a]', 'a: &a\n  <<: *a'),
        ),
        fc.nat({ max: 200 }),
        (text, cut) => {
          const part = text.slice(cut) + text.slice(0, cut);
          const texts = [part, `${hints}\n${part}`];
          expect(() =>
            texts.forEach(t => detect({ files: { [`x.${extension}`]: t } })),
          ).not.toThrow();
        },
      ),
      { numRuns: 30 },
    );
  });
});
