"""The job that asks a warehouse, and leaves its answer for prepare."""

from __future__ import annotations

from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import Processor
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.steps import CacheConfig, ProcessingStep

from pipelines.config import PipelineConfig
from pipelines.jobs import (
    CONTAINER,
    MAX_RUNTIME_SECONDS,
    TAG,
    VOLUME_GB,
    Customers,
    job_retries,
    of_this_run,
    output_of,
    processing_input,
    processing_output,
)
from pipelines.placeholders import BUCKET

# A role of its own: the other jobs cannot ask the warehouse.
ROLE_ARN = "arn:aws:iam::${AccountId}:role/${SourceRoleName}"
# Changes with what is in source/.
CODE = f"s3://{BUCKET}/${{SourceCodePrefix}}/"
OUTPUT = "extracted"


def answer_of(
    command: list[str],
    arguments: list[str],
    config: PipelineConfig,
    instance: ParameterString,
    session: PipelineSession,
) -> Customers:
    """What the script of this name in source/ writes, run by a command."""
    *interpreter, script = command
    processor = Processor(
        image_uri=config.trainingImage,
        entrypoint=[*interpreter, f"{CONTAINER}/input/code/{script}"],
        role=ROLE_ARN,
        instance_type=instance,
        instance_count=1,
        volume_size_in_gb=VOLUME_GB,
        max_runtime_in_seconds=MAX_RUNTIME_SECONDS,
        # The only job with a network: the warehouse is elsewhere.
        network_config=NetworkConfig(enable_network_isolation=False),
        tags=[TAG],
        sagemaker_session=session,
    )
    step = ProcessingStep(
        "Extract",
        step_args=processor.run(
            inputs=[processing_input("code", CODE)],
            outputs=[processing_output(OUTPUT, of_this_run(OUTPUT))],
            arguments=arguments,
        ),
        # Never: the same query tomorrow has another answer.
        cache_config=CacheConfig(enable_caching=False),
        retry_policies=job_retries(),
    )
    return Customers(address=output_of(step, OUTPUT), steps=[step])
