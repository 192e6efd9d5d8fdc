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

/** Starter → defects, at least one for each thing that `make verify` guards. */
export const SEEDED_DEFECTS: Record<string, SeededDefect[]> = {
  'sagemaker-pipelines': [
    {
      name: 'a static key in CI',
      file: '.github/workflows/ci.yml',
      find: 'role-to-assume: ${{ vars.AWS_DEPLOY_ROLE_ARN }}',
      replace: 'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}',
      named: /ci\.yml:\d+: static AWS key/,
    },
    {
      name: 'a wrong import, as older texts have it',
      file: 'pipelines/pipeline.py',
      find: 'from sagemaker.mlops.workflow.condition_step import',
      replace: 'from sagemaker.mlops.condition_step import',
      named: /No module named 'sagemaker\.mlops\.condition_step'/,
    },
    {
      name: gateInverted,
      file: 'pipelines/pipeline.py',
      find: 'if_steps=[register],\n        else_steps=[too_low],',
      replace: 'if_steps=[too_low],\n        else_steps=[register],',
      named: /FAILED tests\/test_(golden|pipeline)\.py::/,
    },
    {
      name: 'a permission on everything',
      file: 'infrastructure/template.yaml',
      find: 'Resource: !GetAtt PipelineRole.Arn',
      replace: 'Resource: "*"',
      named:
        /FAILED tests\/test_infrastructure\.py::test_the_role_may_be_given_to_the_jobs_and_to_nothing_else/,
    },
    {
      name: 'a request token that differs each time',
      file: 'infrastructure/template.yaml',
      find: '<aws.scheduler.scheduled-time>',
      replace: '<aws.scheduler.execution-id>',
      named: /FAILED tests\/test_infrastructure\.py::.*(twice|token|start)/,
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
      name: 'a missing permission to tag',
      file: 'infra/permissions.ts',
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
      name: gateInverted,
      file: 'workflow/pipeline.asl.json',
      find: 'NumericGreaterThanEqualsPath',
      replace: 'NumericLessThanEqualsPath',
      named: /not ok|✖ a model that reaches the threshold/,
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
      name: 'a DAG that cannot be imported',
      file: 'dags/pipeline.py',
      find: 'DEPLOYMENT["bucket"]',
      replace: 'DEPLOYMENT["bucket_name"]',
      named: /KeyError.*bucket_name/,
    },
    {
      name: gateInverted,
      file: 'dags/pipeline.py',
      find: '"register" if auc >= float(auc_threshold) else "notify"',
      replace: '"register" if auc < float(auc_threshold) else "notify"',
      named: /FAILED tests\/test_gate\.py::/,
    },
    {
      name: 'a job name that every try shares',
      file: 'dags/pipeline.py',
      find: 'return f"{NAME}-{step}-{run}-{ti.try_number}"',
      replace: 'return f"{NAME}-{step}-{run}"',
      named: /FAILED tests\/test_dag\.py::test_job_names_fit_and_differ/,
    },
  ],
};
