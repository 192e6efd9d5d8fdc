"""The pipeline: prepare → train → evaluate → gate → register the model, or notify.

All in one file on purpose. An MWAA environment is shared, and every folder of it shares one module
search path, so a helper module here would collide with the helper modules of other pipelines.

Everything that a run writes is named after the try that wrote it: a retry, or a task that somebody
clears, starts its own SageMaker job and writes to its own place. What comes after reads its input
from the place that the successful try reports.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from airflow.providers.amazon.aws.hooks.s3 import S3Hook
from airflow.providers.amazon.aws.hooks.sagemaker import SageMakerHook
from airflow.providers.amazon.aws.notifications.sns import SnsNotifier
from airflow.providers.amazon.aws.operators.sagemaker import (
    SageMakerProcessingOperator,
    SageMakerTrainingOperator,
)
from airflow.providers.amazon.aws.operators.sns import SnsPublishOperator
from airflow.sdk import Asset, Param, dag, task
from airflow.sdk.exceptions import AirflowFailException

CONFIG = Path(__file__).parent / "config"


def read_config(file: str, origin: str) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads((CONFIG / file).read_text("utf-8"))
    except FileNotFoundError as error:
        raise FileNotFoundError(f"{CONFIG / file} is missing: {origin}") from error
    return content


# Files, not Airflow variables: parsing a DAG must ask nobody, and what was deployed together stays together.
PIPELINE = read_config("pipeline.json", "it belongs to this repository")
DEPLOYMENT = read_config("deployment.json", "`make deploy` writes it")

NAME: str = PIPELINE["name"]
BUCKET: str = DEPLOYMENT["bucket"]
JOB_TIMEOUT = timedelta(minutes=PIPELINE["max_job_minutes"])
POLL_SECONDS = 30

# No connection: the execution role of the environment is the identity of every task.
AWS: dict[str, Any] = {"aws_conn_id": None, "region_name": PIPELINE["region"]}
JOB_DEFAULTS: dict[str, Any] = {
    **AWS,
    # A task that waits in the triggerer holds no worker slot, however long the job takes.
    "deferrable": True,
    "check_interval": POLL_SECONDS,
    # The job's own limit ends it first; then the trigger stops asking; then the task runs out of time.
    "max_attempts": int((JOB_TIMEOUT + timedelta(minutes=10)).total_seconds())
    // POLL_SECONDS,
    "execution_timeout": JOB_TIMEOUT + timedelta(minutes=15),
    # Names hold the try number, so a job of that name can only be this very try: never start it twice.
    "action_if_job_exists": "fail",
}
JOB_TAGS = [{"Key": "ml-pipeline", "Value": NAME}]

MODEL = Asset(name=f"{NAME}-model")


# --- Macros: names and places that are known only when a task runs ---


def job_name(step: str, ti: Any) -> str:
    """At most 63 characters: 40 of the pipeline's name, 8 of the step's, 10 of the run's, 2 of the try's."""
    run = hashlib.sha256(ti.run_id.encode()).hexdigest()[:10]
    return f"{NAME}-{step}-{run}-{ti.try_number}"


def output_uri(ti: Any, task_id: str, output: str) -> str:
    """Return where the processing job of `task_id` put its output named `output`."""
    job = ti.xcom_pull(task_ids=task_id)["Processing"]
    outputs = {o["OutputName"]: o for o in job["ProcessingOutputConfig"]["Outputs"]}
    uri: str = outputs[output]["S3Output"]["S3Uri"]
    return uri


def model_uri(ti: Any, task_id: str) -> str:
    job = ti.xcom_pull(task_ids=task_id)["Training"]
    uri: str = job["ModelArtifacts"]["S3ModelArtifacts"]
    return uri


# --- SageMaker jobs, in the shape of the service's own API ---

# Where SageMaker puts files inside the container.
PROCESSING = "/opt/ml/processing"
TRAINING = "/opt/ml/input/data"


def processing_input(name: str, uri: str) -> dict[str, Any]:
    return {
        "InputName": name,
        "S3Input": {
            "S3Uri": uri,
            "LocalPath": f"{PROCESSING}/input/{name}",
            "S3DataType": "S3Prefix",
            "S3InputMode": "File",
        },
    }


def processing_job(
    step: str, inputs: dict[str, str], arguments: list[str], outputs: list[str]
) -> dict[str, Any]:
    """Run `steps/<step>.py` as a processing job."""
    name = f"{{{{ job_name('{step}', ti) }}}}"
    return {
        "ProcessingJobName": name,
        "RoleArn": DEPLOYMENT["job_role_arn"],
        "AppSpecification": {
            "ImageUri": PIPELINE["image"],
            "ContainerEntrypoint": ["python3", f"{PROCESSING}/input/code/{step}.py"],
            "ContainerArguments": arguments,
        },
        "ProcessingInputs": [
            processing_input("code", DEPLOYMENT["code_uri"]),
            *(processing_input(key, uri) for key, uri in inputs.items()),
        ],
        "ProcessingOutputConfig": {
            "Outputs": [
                {
                    "OutputName": output,
                    "S3Output": {
                        "S3Uri": f"s3://{BUCKET}/jobs/{name}/{output}",
                        "LocalPath": f"{PROCESSING}/output/{output}",
                        "S3UploadMode": "EndOfJob",
                    },
                }
                for output in outputs
            ]
        },
        "ProcessingResources": {
            "ClusterConfig": {
                "InstanceCount": 1,
                "InstanceType": PIPELINE["processing_instance_type"],
                "VolumeSizeInGB": 10,
            }
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": int(JOB_TIMEOUT.total_seconds())},
        # The scripts need no network: what a job reads and writes goes through its inputs and outputs.
        "NetworkConfig": {"EnableNetworkIsolation": True},
        "Tags": JOB_TAGS,
    }


def training_job(channels: dict[str, str]) -> dict[str, Any]:
    """Run `steps/train.py` as a training job; the scripts are one more input channel."""
    return {
        "TrainingJobName": "{{ job_name('train', ti) }}",
        "RoleArn": DEPLOYMENT["job_role_arn"],
        "AlgorithmSpecification": {
            "TrainingImage": PIPELINE["image"],
            "TrainingInputMode": "File",
            "ContainerEntrypoint": ["python3", f"{TRAINING}/code/train.py"],
            "ContainerArguments": [
                *("--train-dir", f"{TRAINING}/train"),
                *("--validation-dir", f"{TRAINING}/validation"),
                *("--model-dir", "/opt/ml/model"),
            ],
            "MetricDefinitions": [
                {"Name": "validation:auc", "Regex": r"best_validation_auc=([0-9.]+)"}
            ],
        },
        "InputDataConfig": [
            {
                "ChannelName": channel,
                "DataSource": {
                    "S3DataSource": {"S3Uri": uri, "S3DataType": "S3Prefix"}
                },
            }
            for channel, uri in {"code": DEPLOYMENT["code_uri"], **channels}.items()
        ],
        "OutputDataConfig": {"S3OutputPath": f"s3://{BUCKET}/jobs"},
        "ResourceConfig": {
            "InstanceCount": 1,
            "InstanceType": PIPELINE["training_instance_type"],
            "VolumeSizeInGB": 10,
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": int(JOB_TIMEOUT.total_seconds())},
        "EnableNetworkIsolation": True,
        "Tags": JOB_TAGS,
    }


# --- Tasks ---


def read_auc(report: Any) -> float:
    """Return the metric that the gate judges, or fail: a report without it is an error, not a bad model."""
    try:
        auc = report["binary_classification_metrics"]["auc"]["value"]
    except (KeyError, TypeError) as error:
        raise AirflowFailException(f"evaluation.json holds no AUC: {report}") from error
    # `not (0 <= auc <= 1)` also refuses NaN, which compares as false with everything.
    if (
        isinstance(auc, bool)
        or not isinstance(auc, (int, float))
        or not (0 <= auc <= 1)
    ):
        raise AirflowFailException(
            f"The AUC in evaluation.json is {auc!r}, not a number in 0..1"
        )
    return float(auc)


# An argument named like a part of Airflow's context and left out by the caller is filled in by Airflow.


@task.branch
def gate(evaluation_uri: str, auc_threshold: str, ti: Any = None) -> str:
    """Go on to `register` if the model is good enough, to `notify` if not."""
    bucket, key = S3Hook.parse_s3_url(evaluation_uri)
    report = json.loads(S3Hook(**AWS).read_key(key=key, bucket_name=bucket))
    auc = read_auc(report)
    ti.xcom_push(key="auc", value=auc)
    return "register" if auc >= float(auc_threshold) else "notify"


@task(outlets=[MODEL])
def register(model_data_uri: str, evaluation_uri: str, run_id: Any = None) -> str:
    """Put the model into the registry, where a person approves or rejects it.

    Not the provider's SageMakerRegisterModelVersionOperator: in the pinned provider it can only take
    metrics whose place is known when the DAG is parsed, and it wants to create the model package group,
    which belongs to the stack.
    """
    hook = SageMakerHook(**AWS)  # type: ignore[no-untyped-call]
    package = hook.conn.create_model_package(
        ModelPackageGroupName=DEPLOYMENT["model_package_group"],
        ModelPackageDescription=f"Trained by the Airflow DAG {NAME}",
        ModelApprovalStatus="PendingManualApproval",
        InferenceSpecification={
            "Containers": [
                {
                    "Image": PIPELINE["image"],
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
        # The registry allows fewer characters here than Airflow allows in the id of a run.
        CustomerMetadataProperties={
            "airflow-run": re.sub(r"[^\w.:/=+@-]", "-", run_id)
        },
        # The same model is registered once, however often this task is tried.
        ClientToken=hashlib.sha256(model_data_uri.encode()).hexdigest()[:36],
    )
    arn: str = package["ModelPackageArn"]
    return arn


tell_of_failure = SnsNotifier(
    **AWS,
    target_arn=DEPLOYMENT["topic_arn"],
    subject=f"{NAME}: a task failed",
    message="Task {{ ti.task_id }} failed in try {{ ti.try_number }} of run {{ run_id }} of the Airflow DAG "
    "{{ dag.dag_id }}.\n\n{{ (exception | default('', true) | string)[:2000] }}",
)


@dag(
    dag_id=NAME,
    description=PIPELINE["description"],
    schedule=PIPELINE["schedule"],
    start_date=datetime(2025, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    # Two runs at once would race for the newest version in the registry.
    max_active_runs=1,
    tags=["ml-pipeline", "sagemaker", NAME],
    params={
        "auc_threshold": Param(
            PIPELINE["auc_threshold"],
            type="number",
            minimum=0.5,
            maximum=1,
            description="Register the model if its AUC on the test set is at least this.",
        ),
        "data_prefix": Param(
            DEPLOYMENT["data_prefix"],
            type="string",
            pattern=r"^[A-Za-z0-9][A-Za-z0-9._=/-]*/$",
            description="Folder of the pipeline's bucket that holds the customers' CSV files.",
        ),
    },
    user_defined_macros={
        "job_name": job_name,
        "output_uri": output_uri,
        "model_uri": model_uri,
    },
    default_args={
        "owner": PIPELINE["owner"],
        "retries": 2,
        "retry_delay": timedelta(minutes=2),
        # A factor, not a switch: `True` would mean 1 and so no growth at all.
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=20),
        "execution_timeout": timedelta(minutes=5),
        "on_failure_callback": tell_of_failure,
    },
    doc_md=__doc__,
)
def pipeline() -> None:
    evaluation_uri = "{{ output_uri(ti, 'evaluate', 'evaluation') }}/evaluation.json"
    trained_model_uri = "{{ model_uri(ti, 'train') }}"

    prepare = SageMakerProcessingOperator(
        task_id="prepare",
        config=processing_job(
            "prepare",
            inputs={"data": f"s3://{BUCKET}/{{{{ params.data_prefix }}}}"},
            arguments=[
                *("--input-dir", f"{PROCESSING}/input/data"),
                *("--output-dir", f"{PROCESSING}/output"),
            ],
            outputs=["train", "validation", "test"],
        ),
        **JOB_DEFAULTS,
    )
    train = SageMakerTrainingOperator(
        task_id="train",
        config=training_job(
            {
                "train": "{{ output_uri(ti, 'prepare', 'train') }}",
                "validation": "{{ output_uri(ti, 'prepare', 'validation') }}",
            }
        ),
        # The job's log is in CloudWatch; copying it would need more permissions and a worker that waits.
        print_log=False,
        **JOB_DEFAULTS,
    )
    evaluate = SageMakerProcessingOperator(
        task_id="evaluate",
        config=processing_job(
            "evaluate",
            inputs={
                "model": trained_model_uri,
                "test": "{{ output_uri(ti, 'prepare', 'test') }}",
            },
            arguments=[
                *("--model-dir", f"{PROCESSING}/input/model"),
                *("--test-dir", f"{PROCESSING}/input/test"),
                *("--output-dir", f"{PROCESSING}/output/evaluation"),
            ],
            outputs=["evaluation"],
        ),
        **JOB_DEFAULTS,
    )
    good_enough = gate(
        evaluation_uri=evaluation_uri, auc_threshold="{{ params.auc_threshold }}"
    )
    registered = register(
        model_data_uri=trained_model_uri, evaluation_uri=evaluation_uri
    )
    notify = SnsPublishOperator(
        task_id="notify",
        target_arn=DEPLOYMENT["topic_arn"],
        subject=f"{NAME}: the model is not good enough",
        message="Run {{ run_id }} of the Airflow DAG {{ dag.dag_id }} trained a model with an AUC of "
        "{{ ti.xcom_pull(task_ids='gate', key='auc') }}, below {{ params.auc_threshold }}. "
        "It was not registered.\n\nEvaluation: " + evaluation_uri,
        **AWS,
    )

    # The operators hand each other S3 locations, which Airflow does not see: so the order is said here.
    prepare >> train >> evaluate >> good_enough >> [registered, notify]


pipeline()
