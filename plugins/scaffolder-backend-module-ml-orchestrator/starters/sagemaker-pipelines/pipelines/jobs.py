"""What the jobs have in common: where they read and write, what they run on, and when they are tried again."""

from __future__ import annotations

from dataclasses import dataclass, field

from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import ScriptProcessor
from sagemaker.core.shapes import (
    ProcessingInput,
    ProcessingOutput,
    ProcessingS3Input,
    ProcessingS3Output,
)
from sagemaker.core.workflow.execution_variables import ExecutionVariables
from sagemaker.core.workflow.functions import Join
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.core.workflow.properties import Properties
from sagemaker.mlops.workflow.retry import (
    RetryPolicy,
    SageMakerJobExceptionTypeEnum,
    SageMakerJobStepRetryPolicy,
    StepExceptionTypeEnum,
    StepRetryPolicy,
)
from sagemaker.mlops.workflow.steps import CacheConfig, ProcessingStep, Step

from pipelines.config import PipelineConfig
from pipelines.placeholders import BUCKET, JOB_ROLE_ARN, PIPELINE_ID

SEED = "42"
MAX_RUNTIME_SECONDS = 3600
VOLUME_GB = 30
CONTAINER = "/opt/ml/processing"
EXECUTIONS = f"s3://{BUCKET}/executions"
# What a job costs is found by it, and watched by the budget.
TAG = {"Key": "ml-pipeline", "Value": PIPELINE_ID}


def call_retries() -> list[RetryPolicy]:
    """For every step: the service was busy or had a fault of its own."""
    faults = [StepExceptionTypeEnum.SERVICE_FAULT, StepExceptionTypeEnum.THROTTLING]
    return [StepRetryPolicy(faults, interval_seconds=10, max_attempts=5)]


def job_retries() -> list[RetryPolicy]:
    """For jobs as well: no machine was free, or it broke. Failing code is not retried."""
    job = SageMakerJobExceptionTypeEnum
    return [
        *call_retries(),
        SageMakerJobStepRetryPolicy(
            failure_reason_types=[job.INTERNAL_ERROR, job.CAPACITY_ERROR],
            interval_seconds=60,
            max_attempts=3,
        ),
        # A limit of the account: another job has to end first, so wait longer.
        SageMakerJobStepRetryPolicy(
            exception_types=[job.RESOURCE_LIMIT],
            interval_seconds=120,
            expire_after_mins=60,
        ),
    ]


@dataclass(frozen=True)
class Customers:
    """Where prepare finds the customers, and what has to be done before; pipelines/source.py says it."""

    address: object
    # What extracts them, if anything does.
    steps: list[Step] = field(default_factory=list)
    parameters: list[ParameterString] = field(default_factory=list)
    # What the registry is told about where a model's data came from.
    metadata: dict[str, object] = field(default_factory=dict)


def cache_of(config: PipelineConfig) -> CacheConfig:
    return CacheConfig(
        enable_caching=config.stepCache is not None, expire_after=config.stepCache
    )


def of_this_run(*path: str) -> Join:
    """Each run writes below its own id: runs side by side cannot mix their files."""
    run = ExecutionVariables.PIPELINE_EXECUTION_ID
    return Join(on="/", values=[EXECUTIONS, run, *path])


def processor(
    image: str, instance: ParameterString, session: PipelineSession
) -> ScriptProcessor:
    return ScriptProcessor(
        image_uri=image,
        command=["python3"],
        role=JOB_ROLE_ARN,
        instance_type=instance,
        instance_count=1,
        volume_size_in_gb=VOLUME_GB,
        max_runtime_in_seconds=MAX_RUNTIME_SECONDS,
        # The steps need their inputs and nothing else: no way out of the container.
        network_config=NetworkConfig(enable_network_isolation=True),
        tags=[TAG],
        sagemaker_session=session,
    )


def processing_input(name: str, uri: object) -> ProcessingInput:
    return ProcessingInput(
        input_name=name,
        s3_input=ProcessingS3Input(
            s3_uri=uri,
            local_path=f"{CONTAINER}/input/{name}",
            s3_data_type="S3Prefix",
            s3_input_mode="File",
            s3_data_distribution_type="FullyReplicated",
        ),
    )


def processing_output(name: str, uri: object) -> ProcessingOutput:
    return ProcessingOutput(
        output_name=name,
        s3_output=ProcessingS3Output(
            s3_uri=uri,
            local_path=f"{CONTAINER}/output/{name}",
            s3_upload_mode="EndOfJob",
        ),
    )


def output_of(step: ProcessingStep, name: str) -> Properties:
    return step.properties.ProcessingOutputConfig.Outputs[name].S3Output.S3Uri
