"""The pipeline: prepare → train or tune → evaluate → gate → register, or fail and say so."""

from __future__ import annotations

from sagemaker.core.workflow.parameters import ParameterFloat, ParameterString
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import ProcessingStep

from pipelines.config import PipelineConfig
from pipelines.jobs import (
    SEED,
    cache_of,
    job_retries,
    of_this_run,
    output_of,
    processing_input,
    processing_output,
    processor,
)
from pipelines.offline import offline_session
from pipelines.placeholders import (
    BUCKET,
    EVALUATE_CODE,
    PIPELINE_ID,
    PREPARE_CODE,
)
from pipelines.registration import EVALUATION, Registration, quality_gate
from pipelines.source import customers
from pipelines.training import training

PARTS = ("train", "validation", "test")


def build_pipeline(config: PipelineConfig) -> Pipeline:
    session = offline_session(config.region)
    threshold = ParameterFloat("AucThreshold", default_value=config.metricThreshold)
    processing_instance = ParameterString(
        "ProcessingInstanceType", default_value=config.instanceType
    )
    training_instance = ParameterString(
        "TrainingInstanceType", default_value=config.instanceType
    )
    runner = processor(config.trainingImage, processing_instance, session)
    data = customers(config, processing_instance, session)
    common = {"cache_config": cache_of(config), "retry_policies": job_retries()}

    prepare = ProcessingStep(
        "Prepare",
        step_args=runner.run(
            code=f"s3://{BUCKET}/{PREPARE_CODE}/prepare.py",
            inputs=[processing_input("data", data.address)],
            outputs=[
                processing_output(part, of_this_run("prepared", part)) for part in PARTS
            ],
            arguments=["--seed", SEED],
        ),
        depends_on=data.steps,
        **common,
    )
    train, model_data = training(config, prepare, training_instance, session)
    evaluate = ProcessingStep(
        "Evaluate",
        step_args=runner.run(
            code=f"s3://{BUCKET}/{EVALUATE_CODE}/evaluate.py",
            inputs=[
                processing_input("model", model_data),
                processing_input("test", output_of(prepare, "test")),
            ],
            outputs=[processing_output("evaluation", of_this_run("evaluation"))],
        ),
        property_files=[EVALUATION],
        **common,
    )
    registration = Registration(config, model_data, evaluate, data.metadata, session)
    gate = quality_gate(config, threshold, evaluate, registration)
    return Pipeline(
        name=PIPELINE_ID,
        parameters=[
            *data.parameters,
            threshold,
            processing_instance,
            training_instance,
        ],
        steps=[*data.steps, prepare, train, evaluate, gate],
        # The registry and the executions keep track of the runs. Experiments would need
        # more permissions and tell nothing new.
        pipeline_experiment_config=None,
        sagemaker_session=session,
    )
