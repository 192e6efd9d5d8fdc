/** A mistake that somebody could make in a generated repository, and what must be said of it. */
export interface SeededDefect {
  name: string;
  file: string;
  /** What is there, exactly once or more; the first is replaced. */
  find: string;
  replace: string;
  /** What `make verify` has to print when it fails. */
  named: RegExp;
}

const gateInverted = 'a gate that lets bad models pass';

/** What Node's test runner prints of a test that failed, in either of its forms. */
const failed = (test: string) => new RegExp(`(✖|not ok).*${test}`);

/** Starter → defects, at least one for each thing that `make verify` guards. */
export const SEEDED_DEFECTS: Record<string, SeededDefect[]> = {
  'sagemaker-pipelines': [
    {
      name: 'a static key in CI',
      file: '.github/workflows/deploy.yml',
      find: 'role-to-assume: ${{ inputs.role }}',
      replace: 'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}',
      named: /deploy\.yml:\d+: static AWS key/,
    },
    {
      name: 'a wrong import, as older texts have it',
      file: 'pipelines/registration.py',
      find: 'from sagemaker.mlops.workflow.condition_step import',
      replace: 'from sagemaker.mlops.condition_step import',
      named: /sagemaker\.mlops\.condition_step/,
    },
    {
      name: gateInverted,
      file: 'pipelines/registration.py',
      find: 'if_steps=passed,\n        else_steps=[too_low],',
      replace: 'if_steps=[too_low],\n        else_steps=passed,',
      named: /FAILED tests\/test_(gate|golden|pipeline)\.py::/,
    },
    {
      name: 'a permission on everything',
      file: 'infra/permissions.ts',
      find: 'const resources = [sagemakerArn(Stack.of(storage), resource, JOB_NAMES[resource])];',
      // Beside the names: without them, a parameter is unused, and the compiler objects first.
      replace:
        "const resources = ['*', sagemakerArn(Stack.of(storage), resource, JOB_NAMES[resource])];",
      named: failed('(the pipeline may not reach past itself|no "\\*")'),
    },
    {
      name: 'a request token that differs each time',
      file: 'infra/schedule.ts',
      find: 'ContextAttribute.scheduledTime',
      replace: 'ContextAttribute.executionId',
      named: failed('a start that is delivered twice'),
    },
  ],
  'step-functions': [
    {
      name: 'a version that nobody looked at',
      file: 'package.json',
      find: '"asl-validator": "4.0.0"',
      replace: '"asl-validator": "4.0.1"',
      named: /versions\.yaml, asl-validator: package\.json does not pin/,
    },
    {
      name: 'a role in another account than its environment',
      file: '.github/workflows/ci.yml',
      find: 'arn:aws:iam::222222222222:role',
      replace: 'arn:aws:iam::333333333333:role',
      named: /deploys to .*prod \(account 333333333333\)/,
    },
    {
      name: 'a missing permission to tag',
      file: 'infra/workflow.ts',
      find: "        'sagemaker:AddTags',\n",
      replace: '',
      named: /sagemaker:AddTags/,
    },
    {
      name: 'a state that nothing leads to',
      file: 'workflow/pipeline.asl.json',
      find: '    "ModelRegistered": { "Type": "Succeed" },',
      replace:
        '    "ModelRegistered": { "Type": "Succeed" },\n    "Forgotten": { "Type": "Succeed" },',
      named: /Forgotten/,
    },
    {
      name: 'a token that is never answered',
      file: 'infra/approval.ts',
      find: "eventsOf('Approved', 'Rejected')",
      replace: "eventsOf('Approved')",
      named: failed('each decision on a version of the group'),
    },
    {
      name: gateInverted,
      file: 'workflow/pipeline.asl.json',
      find: '"NumericGreaterThanEqualsPath": "$.settings.metricThreshold"',
      replace: '"NumericLessThanEqualsPath": "$.settings.metricThreshold"',
      named: failed('a model that reaches the threshold'),
    },
  ],
  'airflow-mwaa': [
    {
      name: 'an action that is not pinned',
      file: '.github/workflows/ci.yml',
      find: 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
      replace: 'actions/checkout@v5',
      named: /unpinned-uses/,
    },
    {
      name: 'a broken link in the documentation',
      file: 'docs/index.md',
      find: 'decisions/0001-orchestrator.md',
      replace: 'decisions/gone.md',
      named: /decisions\/gone\.md/,
    },
    {
      name: 'a branch from which CI does not deploy',
      file: 'config/ci.json',
      find: '"branch": "main"',
      replace: '"branch": "trunk"',
      named: /runs on pushes to main, but .* is trunk/,
    },
    {
      name: 'DAGs that cannot be imported',
      file: 'dags/workflow/settings.py',
      find: 'DEPLOYMENT["bucket"]',
      replace: 'DEPLOYMENT["bucket_name"]',
      named: /KeyError.*bucket_name/,
    },
    {
      name: gateInverted,
      file: 'dags/workflow/tasks.py',
      find: '"register" if auc >= float(metric_threshold) else "notify"',
      replace: '"register" if auc < float(metric_threshold) else "notify"',
      named: /FAILED tests\/test_(gate|files)\.py::/,
    },
    {
      name: 'a job name that every try shares',
      file: 'dags/workflow/names.py',
      find: 'run, str(ti.try_number)]',
      replace: 'run, "1"]',
      named: /FAILED tests\/test_dag\.py::test_job_names_fit_and_differ/,
    },
  ],
  'kubeflow-pipelines': [
    {
      name: gateInverted,
      file: 'pipelines/pipeline.py',
      find: 'auc >= auc_threshold',
      replace: 'auc < auc_threshold',
      named: /FAILED tests\/test_\w+\.py::/,
    },
    {
      name: 'a role that may do everything',
      file: 'kubernetes/access.yaml',
      find: 'verbs: [list, create, delete]',
      replace: 'verbs: ["*"]',
      named: /FAILED tests\/test_access\.py::/,
    },
  ],
};
