"""The step that trains: one training job, or a tuning job that tries several and keeps the best."""

from __future__ import annotations

from typing import Any

from sagemaker.core.parameter import ContinuousParameter, IntegerParameter
from sagemaker.core.shapes import MetricDefinition, Tag
from sagemaker.core.training.configs import (
    Compute,
    InputData,
    Networking,
    OutputDataConfig,
    StoppingCondition,
)
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.steps import ProcessingStep, TrainingStep, TuningStep
from sagemaker.train import ModelTrainer
from sagemaker.train.tuner import HyperparameterTuner

from pipelines.config import PipelineConfig, Tuning
from pipelines.jobs import (
    EXECUTIONS,
    MAX_RUNTIME_SECONDS,
    SEED,
    TAG,
    VOLUME_GB,
    cache_of,
    job_retries,
    of_this_run,
    output_of,
)
from pipelines.placeholders import BUCKET, JOB_ROLE_ARN, TRAIN_CODE

METRIC = "validation:auc"
# What train.py prints last.
METRIC_REGEX = "best_validation_auc=([0-9.]+)"
# Not below the run's own id: a tuning step tells the name of its best job and not where that
# wrote, and a result that the cache brings back was written in an earlier run.
TUNED = "tuned"


class IsolatedTuningStep(TuningStep):  # type: ignore[misc] # the SDK ships no types
    """A tuning step whose jobs have no network: the SDK's tuner forgets what the trainer says of it."""

    @property
    def arguments(self) -> dict[str, Any]:
        request: dict[str, Any] = super().arguments
        request["TrainingJobDefinition"]["EnableNetworkIsolation"] = True
        return request


def _channels(prepare: ProcessingStep) -> list[InputData]:
    uris = {
        "train": output_of(prepare, "train"),
        "validation": output_of(prepare, "validation"),
        "code": f"s3://{BUCKET}/{TRAIN_CODE}/",
    }
    return [InputData(channel_name=name, data_source=uri) for name, uri in uris.items()]


def _trainer(
    config: PipelineConfig,
    instance: ParameterString,
    output: object,
    session: PipelineSession,
) -> ModelTrainer:
    return ModelTrainer(
        training_image=config.trainingImage,
        role=JOB_ROLE_ARN,
        compute=Compute(
            instance_type=instance, instance_count=1, volume_size_in_gb=VOLUME_GB
        ),
        # Script mode: the container's training toolkit runs train.py from the `code` channel,
        # with the other hyperparameters as options. Handing the code to ModelTrainer instead
        # would upload it, and more, while compiling.
        hyperparameters={
            "sagemaker_program": "train.py",
            "sagemaker_submit_directory": "/opt/ml/input/data/code",
            "seed": SEED,
        },
        networking=Networking(enable_network_isolation=True),
        output_data_config=OutputDataConfig(s3_output_path=output),
        stopping_condition=StoppingCondition(
            max_runtime_in_seconds=MAX_RUNTIME_SECONDS
        ),
        tags=[Tag(key=TAG["Key"], value=TAG["Value"])],
        sagemaker_session=session,
    ).with_metric_definitions([MetricDefinition(name=METRIC, regex=METRIC_REGEX)])


def _tuner(trainer: ModelTrainer, tuning: Tuning) -> HyperparameterTuner:
    ranges = {
        **{name: IntegerParameter(*span) for name, span in tuning.integer.items()},
        **{
            name: ContinuousParameter(*span) for name, span in tuning.continuous.items()
        },
    }
    return HyperparameterTuner(
        trainer,
        METRIC,
        ranges,
        metric_definitions=[{"Name": METRIC, "Regex": METRIC_REGEX}],
        objective_type="Maximize",
        max_jobs=tuning.maxJobs,
        max_parallel_jobs=tuning.maxParallelJobs,
        # The same search each time, as far as the service can.
        random_seed=int(SEED),
    )


def training(
    config: PipelineConfig,
    prepare: ProcessingStep,
    instance: ParameterString,
    session: PipelineSession,
) -> tuple[TrainingStep | TuningStep, object]:
    """The step, and the address of the model that it leaves."""
    common = {"cache_config": cache_of(config), "retry_policies": job_retries()}
    if not config.tuning.enabled:
        trainer = _trainer(config, instance, of_this_run("model"), session)
        args = trainer.train(input_data_config=_channels(prepare))
        step = TrainingStep("Train", step_args=args, **common)
        return step, step.properties.ModelArtifacts.S3ModelArtifacts

    trainer = _trainer(config, instance, f"{EXECUTIONS}/{TUNED}", session)
    args = _tuner(trainer, config.tuning).tune(inputs=_channels(prepare))
    step = IsolatedTuningStep("Tune", step_args=args, **common)
    return step, step.get_top_model_s3_uri(0, BUCKET, f"executions/{TUNED}")
