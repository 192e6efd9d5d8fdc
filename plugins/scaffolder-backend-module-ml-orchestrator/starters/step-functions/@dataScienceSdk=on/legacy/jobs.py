"""The three SageMaker jobs, described with version 2 of the SageMaker SDK."""

from __future__ import annotations

import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingInput, ProcessingOutput, Processor
from stepfunctions.steps.states import State

from legacy.handling import catch_all, job_retries
from legacy.language import Expression, ProcessingStep, TrainingStep, text
from legacy.paths import INPUT_PREFIX, MODEL_URI, OUTPUT_URI, RUN_ID

# ${...} stays as it is: infra/state-machine.ts gives the values when the stack is deployed.
MACHINE = {
    "image_uri": "${TrainingImage}",
    "role": "${JobRoleArn}",
    "instance_count": 1,
}
INSTANCE_TYPE = "${InstanceType}"
TAGS = {"ml-pipeline": "${PipelineName}"}
CODE = "s3://${BucketName}/${CodePrefix}"
CONTAINER = "/opt/ml/processing"
VOLUME_GB = 10


def job_name(step: str) -> Expression:
    return text(f"${{JobPrefix}}-{step}-{{}}", RUN_ID)


def output_uri(folder: str) -> Expression:
    return text(f"{{}}/{folder}", OUTPUT_URI)


def processing_step(
    state: str,
    session: sagemaker.Session,
    *,
    step: str,
    arguments: list[str],
    inputs: dict[str, str | Expression],
    outputs: dict[str, str],
    failed: State,
) -> ProcessingStep:
    """A job that runs `<step>.py`; inputs by name, outputs by name with their folder."""
    processor = Processor(
        **MACHINE,
        instance_type=INSTANCE_TYPE,
        base_job_name=step,
        volume_size_in_gb=VOLUME_GB,
        max_runtime_in_seconds=1800,
        network_config=NetworkConfig(enable_network_isolation=True),
        sagemaker_session=session,
    )
    return ProcessingStep(
        state,
        processor=processor,
        job_name=job_name(step),
        container_entrypoint=["python3", f"{CONTAINER}/input/code/{step}.py"],
        container_arguments=arguments,
        inputs=[
            ProcessingInput(
                input_name=name,
                source=source,
                destination=f"{CONTAINER}/input/{name}",
                # Left to the service, whose defaults are the same.
                s3_data_distribution_type=None,
                s3_compression_type=None,
            )
            for name, source in {"code": CODE, **inputs}.items()
        ],
        outputs=[
            ProcessingOutput(
                output_name=name,
                source=f"{CONTAINER}/output/{name}",
                destination=output_uri(folder),
            )
            for name, folder in outputs.items()
        ],
        tags=TAGS,
        timeout_seconds=3600,
        result_selector={"jobArn.$": "$.ProcessingJobArn"},
        result_path=f"$.{step}",
        retry=job_retries(),
        catch=catch_all(failed),
    )


def prepare_data(session: sagemaker.Session, failed: State) -> ProcessingStep:
    return processing_step(
        "PrepareData",
        session,
        step="prepare",
        arguments=[
            "--input-dir",
            f"{CONTAINER}/input/data",
            "--output-dir",
            f"{CONTAINER}/output",
        ],
        inputs={"data": text("s3://${BucketName}/{}", INPUT_PREFIX)},
        outputs={name: f"prepared/{name}" for name in ("train", "validation", "test")},
        failed=failed,
    )


def evaluate_model(session: sagemaker.Session, failed: State) -> ProcessingStep:
    return processing_step(
        "EvaluateModel",
        session,
        step="evaluate",
        arguments=[
            "--model-dir",
            f"{CONTAINER}/input/model",
            "--test-dir",
            f"{CONTAINER}/input/test",
            "--output-dir",
            f"{CONTAINER}/output/evaluation",
        ],
        inputs={"model": Expression(MODEL_URI), "test": output_uri("prepared/test")},
        outputs={"evaluation": "evaluation"},
        failed=failed,
    )


def train_model(session: sagemaker.Session, failed: State) -> TrainingStep:
    """Script mode: the code channel holds the scripts, so the container needs no network."""
    estimator = Estimator(
        **MACHINE,
        # Both are replaced below: the SDK takes the type's name apart, and without a path it
        # would ask AWS for a bucket.
        instance_type="ml.m5.large",
        output_path="s3://${BucketName}",
        base_job_name="train",
        volume_size=VOLUME_GB,
        max_run=7200,
        hyperparameters={
            "sagemaker_program": "train.py",
            "sagemaker_submit_directory": "/opt/ml/input/data/code",
            "seed": "42",
        },
        metric_definitions=[
            {
                "Name": "validation:auc",
                "Regex": r"best_validation_auc=([0-9\.]+)",
            }
        ],
        debugger_hook_config=False,
        sagemaker_session=session,
    )
    return TrainingStep(
        "TrainModel",
        estimator=estimator,
        job_name=job_name("train"),
        data={
            "code": TrainingInput(CODE),
            **{
                name: TrainingInput(
                    output_uri(f"prepared/{name}"), content_type="text/csv"
                )
                for name in ("train", "validation")
            },
        },
        output_data_config_path=output_uri("model"),
        parameters={
            "ResourceConfig": {"InstanceType": INSTANCE_TYPE},
            # Which the SDK does not take from the estimator.
            "EnableNetworkIsolation": True,
        },
        tags=TAGS,
        timeout_seconds=14400,
        result_selector={
            "jobArn.$": "$.TrainingJobArn",
            "modelUri.$": "$.ModelArtifacts.S3ModelArtifacts",
        },
        result_path="$.train",
        retry=job_retries(),
        catch=catch_all(failed),
    )
