"""The pipeline: prepare → train → evaluate → gate → register, or fail and say so."""

from __future__ import annotations

from dataclasses import dataclass

from sagemaker.core.model_metrics import MetricsSource, ModelMetrics
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import ScriptProcessor
from sagemaker.core.shapes import (
    MetricDefinition,
    ProcessingInput,
    ProcessingOutput,
    ProcessingS3Input,
    ProcessingS3Output,
)
from sagemaker.core.training.configs import (
    Compute,
    InputData,
    Networking,
    OutputDataConfig,
    StoppingCondition,
)
from sagemaker.core.workflow.conditions import ConditionGreaterThanOrEqualTo
from sagemaker.core.workflow.execution_variables import ExecutionVariables
from sagemaker.core.workflow.functions import Join, JsonGet
from sagemaker.core.workflow.parameters import ParameterFloat, ParameterString
from sagemaker.core.workflow.properties import Properties, PropertyFile
from sagemaker.mlops.workflow.condition_step import ConditionStep
from sagemaker.mlops.workflow.fail_step import FailStep
from sagemaker.mlops.workflow.model_step import ModelStep
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.retry import (
    RetryPolicy,
    SageMakerJobExceptionTypeEnum,
    SageMakerJobStepRetryPolicy,
    StepExceptionTypeEnum,
    StepRetryPolicy,
)
from sagemaker.mlops.workflow.steps import CacheConfig, ProcessingStep, TrainingStep
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train import ModelTrainer

from pipelines.code import StepCode
from pipelines.config import PipelineConfig
from pipelines.offline import offline_session

SEED = "42"
MAX_RUNTIME_SECONDS = 3600
VOLUME_GB = 30
AUC_PATH = "binary_classification_metrics.auc.value"
EVALUATION_FILE = "evaluation.json"
CONTAINER = "/opt/ml/processing"


@dataclass(frozen=True)
class Target:
    """Where the pipeline will live: what the infrastructure stack and the uploads gave."""

    bucket: str
    role_arn: str
    code: StepCode
    input_data: str


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


def processing_output(bucket: str, folder: str, name: str) -> ProcessingOutput:
    """Each run writes below its own id: runs side by side cannot mix their files."""
    run = ExecutionVariables.PIPELINE_EXECUTION_ID
    return ProcessingOutput(
        output_name=name,
        s3_output=ProcessingS3Output(
            s3_uri=Join(on="/", values=[f"s3://{bucket}/{folder}", run, name]),
            local_path=f"{CONTAINER}/output/{name}",
            s3_upload_mode="EndOfJob",
        ),
    )


def channel(name: str, uri: object) -> InputData:
    return InputData(channel_name=name, data_source=uri)


def output_of(step: ProcessingStep, name: str) -> Properties:
    return step.properties.ProcessingOutputConfig.Outputs[name].S3Output.S3Uri


def build_pipeline(config: PipelineConfig, target: Target) -> Pipeline:
    session = offline_session(config.region, target.bucket)
    input_data = ParameterString("InputData", default_value=target.input_data)
    threshold = ParameterFloat("AucThreshold", default_value=config.aucThreshold)
    processing_instance = ParameterString(
        "ProcessingInstanceType", default_value="ml.m5.large"
    )
    training_instance = ParameterString(
        "TrainingInstanceType", default_value="ml.m5.large"
    )
    cache = CacheConfig(
        enable_caching=config.stepCache is not None, expire_after=config.stepCache
    )

    processor = ScriptProcessor(
        image_uri=config.image,
        command=["python3"],
        role=target.role_arn,
        instance_type=processing_instance,
        instance_count=1,
        volume_size_in_gb=VOLUME_GB,
        max_runtime_in_seconds=MAX_RUNTIME_SECONDS,
        # The steps need their inputs and nothing else: no way out of the container.
        network_config=NetworkConfig(enable_network_isolation=True),
        sagemaker_session=session,
    )
    prepare = ProcessingStep(
        "Prepare",
        step_args=processor.run(
            code=target.code.prepare,
            inputs=[processing_input("data", input_data)],
            outputs=[
                processing_output(target.bucket, "runs", name)
                for name in ("train", "validation", "test")
            ],
            arguments=["--seed", SEED],
        ),
        cache_config=cache,
        retry_policies=job_retries(),
    )

    trainer = ModelTrainer(
        training_image=config.image,
        role=target.role_arn,
        base_job_name=config.name,
        compute=Compute(
            instance_type=training_instance,
            instance_count=1,
            volume_size_in_gb=VOLUME_GB,
        ),
        # Script mode: the container's training toolkit unpacks the archive of the `code`
        # channel and runs train.py with the other hyperparameters as options. Handing the
        # code to ModelTrainer instead would upload it, and more, while compiling.
        hyperparameters={
            "sagemaker_program": "train.py",
            "sagemaker_submit_directory": "/opt/ml/input/data/code/sourcedir.tar.gz",
            "seed": SEED,
        },
        networking=Networking(enable_network_isolation=True),
        output_data_config=OutputDataConfig(
            s3_output_path=f"s3://{target.bucket}/models"
        ),
        stopping_condition=StoppingCondition(
            max_runtime_in_seconds=MAX_RUNTIME_SECONDS
        ),
        sagemaker_session=session,
    ).with_metric_definitions(
        [MetricDefinition(name="validation:auc", regex="best_validation_auc=([0-9.]+)")]
    )
    train = TrainingStep(
        "Train",
        step_args=trainer.train(
            input_data_config=[
                channel("train", output_of(prepare, "train")),
                channel("validation", output_of(prepare, "validation")),
                channel("code", target.code.train),
            ]
        ),
        cache_config=cache,
        retry_policies=job_retries(),
    )
    model_data = train.properties.ModelArtifacts.S3ModelArtifacts

    evaluation = PropertyFile(
        name="Evaluation", output_name="evaluation", path=EVALUATION_FILE
    )
    evaluate = ProcessingStep(
        "Evaluate",
        step_args=processor.run(
            code=target.code.evaluate,
            inputs=[
                processing_input("model", model_data),
                processing_input("test", output_of(prepare, "test")),
            ],
            # Not below `runs`, which is cleared after a while: registered models refer
            # to their evaluation for as long as they exist.
            outputs=[processing_output(target.bucket, "evaluations", "evaluation")],
        ),
        property_files=[evaluation],
        cache_config=cache,
        retry_policies=job_retries(),
    )
    auc = JsonGet(step_name=evaluate.name, property_file=evaluation, json_path=AUC_PATH)

    model = ModelBuilder(
        s3_model_data_url=model_data,
        image_uri=config.image,
        role_arn=target.role_arn,
        # train.py has put the serving code into the model archive.
        env_vars={
            "SAGEMAKER_PROGRAM": "inference.py",
            "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
        },
        # The SDK's default makes it look for code to upload, and call S3 to do so.
        dependencies={},
        sagemaker_session=session,
    )
    register = ModelStep(
        "Register",
        step_args=model.register(
            model_package_group_name=config.name,
            approval_status="PendingManualApproval",
            content_types=["application/json", "text/csv"],
            response_types=["application/json", "text/csv"],
            inference_instances=["ml.t2.medium", "ml.m5.large"],
            transform_instances=["ml.m5.large"],
            model_metrics=ModelMetrics(
                model_statistics=MetricsSource(
                    content_type="application/json",
                    s3_uri=Join(
                        on="/",
                        values=[output_of(evaluate, "evaluation"), EVALUATION_FILE],
                    ),
                )
            ),
            customer_metadata_properties={
                "pipeline_execution": ExecutionVariables.PIPELINE_EXECUTION_ARN,
                "input_data": input_data,
            },
        ),
        retry_policies=call_retries(),
    )
    # A failed run is what the notification rule of the infrastructure listens for.
    too_low = FailStep(
        "QualityTooLow",
        error_message=Join(
            on=" ",
            values=[
                "Nothing was registered. The AUC in evaluation.json is below",
                threshold,
            ],
        ),
    )
    gate = ConditionStep(
        "QualityGate",
        conditions=[ConditionGreaterThanOrEqualTo(left=auc, right=threshold)],
        if_steps=[register],
        else_steps=[too_low],
    )
    return Pipeline(
        name=config.name,
        parameters=[input_data, threshold, processing_instance, training_instance],
        steps=[prepare, train, evaluate, gate],
        # The registry and the executions keep track of the runs. Experiments would need
        # more permissions and tell nothing new.
        pipeline_experiment_config=None,
        sagemaker_session=session,
    )
