"""What is decided and done between the jobs, in Python."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from airflow.providers.amazon.aws.hooks.s3 import S3Hook
from airflow.providers.amazon.aws.hooks.sagemaker import SageMakerHook
from airflow.sdk import task

from .messages import publish
from .settings import AWS, DEPLOYMENT, ID, PIPELINE
from .version import Fail

# An argument named like a part of Airflow's context and left out by the caller is filled in by Airflow.


def read_auc(report: Any) -> float:
    """Return the metric that the gate judges, or fail: a report without it is an error, not a bad model."""
    try:
        auc = report["binary_classification_metrics"]["auc"]["value"]
    except (KeyError, TypeError) as error:
        raise Fail(f"evaluation.json holds no AUC: {report}") from error
    # `not (0 <= auc <= 1)` also refuses NaN, which compares as false with everything.
    if (
        isinstance(auc, bool)
        or not isinstance(auc, (int, float))
        or not (0 <= auc <= 1)
    ):
        raise Fail(f"The AUC in evaluation.json is {auc!r}, not a number in 0..1")
    return float(auc)


@task.branch
def gate(evaluation_uri: str, metric_threshold: str, ti: Any = None) -> str:
    """Go on to `register` if the model is good enough, to `notify` if not."""
    bucket, key = S3Hook.parse_s3_url(evaluation_uri)
    report = json.loads(S3Hook(**AWS).read_key(key=key, bucket_name=bucket))
    auc = read_auc(report)
    ti.xcom_push(key="auc", value=auc)
    return "register" if auc >= float(metric_threshold) else "notify"


def approval_status(auc: float) -> str:
    """People approve each model, unless a threshold is set from which on nobody has to.

    It is not among the values that a run may be started with: who may start runs may not approve by that.
    """
    threshold: float | None = PIPELINE["autoApproveThreshold"]
    approved = threshold is not None and auc >= threshold
    return "Approved" if approved else "PendingManualApproval"


def register(
    model_data_uri: str, evaluation_uri: str, auc: str, segment: str, run_id: Any = None
) -> str:
    """Put the model into the registry.

    Not the provider's SageMakerRegisterModelVersionOperator: in the pinned provider it can only take
    metrics whose place is known when the DAG is parsed, and it wants to create the model package group,
    which belongs to the stack.
    """
    hook = SageMakerHook(**AWS)
    package = hook.conn.create_model_package(
        ModelPackageGroupName=DEPLOYMENT["modelPackageGroup"],
        ModelPackageDescription=f"Trained by Airflow for {ID}, segment {segment}",
        ModelApprovalStatus=approval_status(float(auc)),
        InferenceSpecification={
            "Containers": [
                {
                    "Image": PIPELINE["inferenceImage"],
                    "ModelDataUrl": model_data_uri,
                    # Where steps/train.py puts the serving code inside model.tar.gz.
                    "Environment": {
                        "SAGEMAKER_PROGRAM": "inference.py",
                        "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
                    },
                }
            ],
            "SupportedContentTypes": ["application/json", "text/csv"],
            "SupportedResponseMIMETypes": ["application/json", "text/csv"],
            "SupportedRealtimeInferenceInstanceTypes": ["ml.m5.large", "ml.m5.xlarge"],
            "SupportedTransformInstanceTypes": ["ml.m5.large", "ml.m5.xlarge"],
        },
        ModelMetrics={
            "ModelQuality": {
                "Statistics": {
                    "ContentType": "application/json",
                    "S3Uri": evaluation_uri,
                }
            }
        },
        CustomerMetadataProperties={
            # The registry allows fewer characters here than Airflow allows in the id of a run.
            "airflow-run": re.sub(r"[^\w.:/=+@-]", "-", run_id),
            "segment": segment,
            "auc": auc,
        },
        # The same model is registered once, however often this task is tried; evaluated anew, it is another request.
        ClientToken=hashlib.sha256(
            f"{model_data_uri} {evaluation_uri}".encode()
        ).hexdigest()[:36],
    )
    arn: str = package["ModelPackageArn"]
    return arn


@task
def notify(
    evaluation_uri: str,
    auc: str,
    metric_threshold: str,
    dag: Any = None,
    run_id: Any = None,
) -> None:
    publish(
        f"{ID}: model not registered",
        f"Run {run_id} of the Airflow DAG {dag.dag_id} trained a model with an AUC of {auc}, "
        f"below the threshold of {metric_threshold}. It was not registered.\n\nEvaluation: {evaluation_uri}",
    )
