"""The SageMaker jobs, in the shape of the service's own API.

Everything that a job writes is named after the try that wrote it. What comes after reads its input from the
place that the successful try reports.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.providers.amazon.aws.operators.sagemaker import (
    SageMakerProcessingOperator,
    SageMakerTrainingOperator,
)

from .settings import AWS, BUCKET, DEPLOYMENT, JOB_TIMEOUT, PIPELINE, TAGS
from .waiting import Waits

# Where SageMaker puts files inside the container.
PROCESSING = "/opt/ml/processing"
CODE_CHANNEL = "/opt/ml/input/data/code"
CODE_URI = f"s3://{BUCKET}/{DEPLOYMENT['codePrefix']}"
RESULTS = f"s3://{BUCKET}/executions"

JOB_MINUTES = int(JOB_TIMEOUT.total_seconds()) // 60
POLL_SECONDS = 30
# The job's own limit ends it first; then the trigger stops asking; then the task runs out of time.
POLLS = int((JOB_TIMEOUT + timedelta(minutes=10)).total_seconds()) // POLL_SECONDS
# Of every task that waits for a job.
WAITING: dict[str, Any] = {
    **AWS,
    # Limits how many jobs run at once, where the environment has such a pool.
    "pool": DEPLOYMENT["pool"],
    # A task that waits in the triggerer holds no worker slot, however long the job takes.
    "deferrable": True,
    "execution_timeout": JOB_TIMEOUT + timedelta(minutes=15),
}
OPERATOR_DEFAULTS: dict[str, Any] = {
    **WAITING,
    "check_interval": POLL_SECONDS,
    "max_attempts": POLLS,
    # Names hold the try number, so a job of that name can only be this very try: never start it twice.
    "action_if_job_exists": "fail",
}
LIMITS = {"MaxRuntimeInSeconds": JOB_MINUTES * 60}
MACHINE = {
    "InstanceCount": 1,
    "InstanceType": PIPELINE["instanceType"],
    "VolumeSizeInGB": 10,
}


class ProcessingJob(Waits, SageMakerProcessingOperator):
    def ending(self, waited_for: dict[str, Any]) -> list[str | None]:
        job = self.hook.describe_processing_job(waited_for["job_name"])
        # The second one is what the script itself says, see steps/prepare.py.
        said = (job.get(field) for field in ("FailureReason", "ExitMessage"))
        return [job["ProcessingJobStatus"], *said]


class TrainingJob(Waits, SageMakerTrainingOperator):
    def ending(self, waited_for: dict[str, Any]) -> list[str | None]:
        job = self.hook.describe_training_job(waited_for["job_name"])
        # The first one tells a job that ran out of time from one that somebody stopped.
        said = (job.get(field) for field in ("SecondaryStatus", "FailureReason"))
        return [job["TrainingJobStatus"], *said]


def name_of(step: str) -> str:
    return f"{{{{ job_name('{step}', segment, ti) }}}}"


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
    step: str,
    inputs: dict[str, str],
    arguments: dict[str, str],
    outputs: list[str],
    code_uri: str = CODE_URI,
) -> dict[str, Any]:
    """Run `steps/<step>.py` as a processing job; options in `arguments` are paths below the container's own."""
    return {
        "ProcessingJobName": name_of(step),
        "RoleArn": DEPLOYMENT["jobRoleArn"],
        "AppSpecification": {
            "ImageUri": PIPELINE["trainingImage"],
            "ContainerEntrypoint": ["python3", f"{PROCESSING}/input/code/{step}.py"],
            "ContainerArguments": [
                word
                for option, path in arguments.items()
                for word in (option, f"{PROCESSING}/{path}")
            ],
        },
        "ProcessingInputs": [
            processing_input("code", code_uri),
            *(processing_input(key, uri) for key, uri in inputs.items()),
        ],
        "ProcessingOutputConfig": {
            "Outputs": [
                {
                    "OutputName": output,
                    "S3Output": {
                        "S3Uri": f"{RESULTS}/{name_of(step)}/{output}",
                        "LocalPath": f"{PROCESSING}/output/{output}",
                        "S3UploadMode": "EndOfJob",
                    },
                }
                for output in outputs
            ]
        },
        "ProcessingResources": {"ClusterConfig": MACHINE},
        "StoppingCondition": LIMITS,
        # The scripts need no network: what a job reads and writes goes through its inputs and outputs.
        "NetworkConfig": {"EnableNetworkIsolation": True},
        "Tags": TAGS,
    }


def training_job(channels: dict[str, str]) -> dict[str, Any]:
    """Run `steps/train.py` in the container's script mode; the scripts are one more input channel."""
    return {
        "TrainingJobName": name_of("train"),
        "RoleArn": DEPLOYMENT["jobRoleArn"],
        "AlgorithmSpecification": {
            "TrainingImage": PIPELINE["trainingImage"],
            "TrainingInputMode": "File",
            # Makes the metric visible in SageMaker; steps/train.py prints it.
            "MetricDefinitions": [
                {"Name": "validation:auc", "Regex": r"best_validation_auc=([0-9.]+)"}
            ],
        },
        "HyperParameters": {
            "sagemaker_program": "train.py",
            "sagemaker_submit_directory": CODE_CHANNEL,
            "seed": "42",
        },
        "InputDataConfig": [
            {
                "ChannelName": channel,
                "DataSource": {
                    "S3DataSource": {"S3Uri": uri, "S3DataType": "S3Prefix"}
                },
            }
            for channel, uri in {"code": CODE_URI, **channels}.items()
        ],
        "OutputDataConfig": {"S3OutputPath": RESULTS},
        "ResourceConfig": MACHINE,
        "StoppingCondition": LIMITS,
        "EnableNetworkIsolation": True,
        "Tags": TAGS,
    }
