"""What the compiled definition leaves open; infra/definition.ts fills it in for each environment."""

from __future__ import annotations

BUCKET = "${BucketName}"
# Where the scripts of a step are; each changes with what they say: a run that has begun goes on
# with the code it began with. infra/step-scripts.ts tells which they are.
PREPARE_CODE = "${PrepareCode}"
TRAIN_CODE = "${TrainCode}"
EVALUATE_CODE = "${EvaluateCode}"
# In two parts: of a text that is no ARN, the SDK would ask IAM.
JOB_ROLE_ARN = "arn:aws:iam::${AccountId}:role/${JobRoleName}"
# Of the pipeline in its environment: its model package group and the tag of its costs.
PIPELINE_ID = "${PipelineId}"
