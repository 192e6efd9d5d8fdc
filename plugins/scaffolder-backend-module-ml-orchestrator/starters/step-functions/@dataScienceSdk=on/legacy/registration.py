"""The gate, and what is done with a model that passes it."""

from __future__ import annotations

from stepfunctions import steps
from stepfunctions.steps import ChoiceRule

from legacy.approval import choose_wait
from legacy.handling import call_retry, catch_all, sequence
from legacy.language import Expression, Retry, Task, text
from legacy.messages import reject, threshold_missed
from legacy.paths import (
    APPROVAL_STATUS,
    AUC,
    AUTO_APPROVE_THRESHOLD,
    MODEL_URI,
    OUTPUT_URI,
    RUN_ID,
    SEGMENT,
    THRESHOLD,
)

CONTENT_TYPES = ["text/csv", "application/json"]
INSTANCE_TYPES = ["ml.m5.large", "ml.m5.xlarge"]


def read_evaluation(failed: steps.states.State) -> Task:
    missing = Retry(error_equals=["S3.NoSuchKeyException"], max_attempts=0)
    return Task(
        "ReadEvaluation",
        resource="arn:aws:states:::aws-sdk:s3:getObject",
        parameters={
            "Bucket": "${BucketName}",
            "Key": text("{}/evaluation/evaluation.json", "$.outputPrefix"),
        },
        result_selector={"report.$": "States.StringToJson($.Body)"},
        result_path="$.evaluation",
        timeout_seconds=60,
        retry=[missing, call_retry()],
        catch=catch_all(failed),
    )


def check_threshold(failed: steps.states.State) -> steps.Choice:
    """The quality gate. A report without a readable AUC is a failure, never a pass."""
    choice = steps.Choice("CheckThreshold")
    readable = ChoiceRule.And(
        [ChoiceRule.IsPresent(AUC, True), ChoiceRule.IsNumeric(AUC, True)]
    )
    choice.add_choice(
        ChoiceRule.Not(readable),
        reject(
            "RejectEvaluation",
            "InvalidEvaluation",
            "evaluation.json has no number at binary_classification_metrics.auc.value",
            failed,
        ),
    )
    choice.add_choice(
        ChoiceRule.NumericGreaterThanEqualsPath(AUC, THRESHOLD),
        choose_approval(register_model(failed)),
    )
    choice.default_choice(threshold_missed(failed))
    return choice


def choose_approval(register: steps.states.State) -> steps.Choice:
    """People approve each model, unless a threshold is set from which on nobody has to."""

    def status(state: str, value: str) -> steps.states.State:
        return sequence(
            steps.Pass(state, result=value, result_path=APPROVAL_STATUS), register
        )

    ask = status("AskForApproval", "PendingManualApproval")
    choice = steps.Choice("ChooseApproval")
    choice.add_choice(ChoiceRule.IsNull(AUTO_APPROVE_THRESHOLD, True), ask)
    choice.add_choice(
        ChoiceRule.NumericGreaterThanEqualsPath(AUC, AUTO_APPROVE_THRESHOLD),
        status("ApproveModel", "Approved"),
    )
    choice.default_choice(ask)
    return choice


def register_model(failed: steps.states.State) -> steps.states.State:
    """Safe to repeat: the client token makes a second call return the first result."""
    container = {
        "Image": "${InferenceImage}",
        "ModelDataUrl": Expression(MODEL_URI),
        "Environment": {
            "SAGEMAKER_PROGRAM": "inference.py",
            "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
        },
    }
    evaluation = {
        "ContentType": "application/json",
        "S3Uri": text("{}/evaluation/evaluation.json", OUTPUT_URI),
    }
    task = Task(
        "RegisterModel",
        resource="arn:aws:states:::aws-sdk:sagemaker:createModelPackage",
        parameters={
            "ModelPackageGroupName": "${ModelPackageGroupName}",
            "ModelPackageDescription": text("Made by {}", "$$.Execution.Id"),
            "ModelApprovalStatus": Expression(APPROVAL_STATUS),
            "ClientToken": Expression(RUN_ID),
            "InferenceSpecification": {
                "Containers": [container],
                "SupportedContentTypes": CONTENT_TYPES,
                "SupportedResponseMIMETypes": CONTENT_TYPES,
                "SupportedRealtimeInferenceInstanceTypes": INSTANCE_TYPES,
                "SupportedTransformInstanceTypes": INSTANCE_TYPES,
            },
            "ModelMetrics": {"ModelQuality": {"Statistics": evaluation}},
            "CustomerMetadataProperties": {
                "auc": text("{}", AUC),
                "metricThreshold": text("{}", THRESHOLD),
                "segment": Expression(SEGMENT),
            },
        },
        result_selector={
            "modelPackageArn.$": "$.ModelPackageArn",
            "version.$": "States.ArrayGetItem(States.StringSplit($.ModelPackageArn, '/'), 2)",
        },
        result_path="$.register",
        timeout_seconds=300,
        retry=call_retry(interval=5, ceiling=60),
        catch=catch_all(failed),
    )
    return sequence(task, choose_wait(failed))
