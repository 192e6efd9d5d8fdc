"""What happens to an evaluated model: the quality gate, registration, and who approves."""

from __future__ import annotations

from sagemaker.core.model_metrics import MetricsSource, ModelMetrics
from sagemaker.core.workflow.conditions import ConditionGreaterThanOrEqualTo
from sagemaker.core.workflow.execution_variables import ExecutionVariables
from sagemaker.core.workflow.functions import Join, JsonGet
from sagemaker.core.workflow.parameters import ParameterFloat
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.core.workflow.properties import PropertyFile
from sagemaker.mlops.workflow.condition_step import ConditionStep
from sagemaker.mlops.workflow.fail_step import FailStep
from sagemaker.mlops.workflow.model_step import ModelStep
from sagemaker.mlops.workflow.steps import ProcessingStep
from sagemaker.serve.model_builder import ModelBuilder

from pipelines.config import PipelineConfig
from pipelines.jobs import call_retries, output_of
from pipelines.placeholders import JOB_ROLE_ARN, PIPELINE_ID

EVALUATION_FILE = "evaluation.json"
EVALUATION = PropertyFile(
    name="Evaluation", output_name="evaluation", path=EVALUATION_FILE
)
AUC_PATH = "binary_classification_metrics.auc.value"
MEDIA_TYPES = ["application/json", "text/csv"]


class Registration:
    """Puts the model of this run into the registry, in one status or another."""

    def __init__(
        self,
        config: PipelineConfig,
        model_data: object,
        evaluate: ProcessingStep,
        data: dict[str, object],
        session: PipelineSession,
    ) -> None:
        self._config = config
        self._model_data = model_data
        self._session = session
        self._metrics = ModelMetrics(
            model_statistics=MetricsSource(
                content_type="application/json",
                s3_uri=Join(
                    on="/", values=[output_of(evaluate, "evaluation"), EVALUATION_FILE]
                ),
            )
        )
        self._metadata = {
            "pipeline_execution": ExecutionVariables.PIPELINE_EXECUTION_ARN,
            **data,
        }

    def step(self, name: str, status: str) -> ModelStep:
        model = ModelBuilder(
            s3_model_data_url=self._model_data,
            image_uri=self._config.inferenceImage,
            role_arn=JOB_ROLE_ARN,
            # train.py has put the serving code into the model archive.
            env_vars={
                "SAGEMAKER_PROGRAM": "inference.py",
                "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
            },
            # The SDK's default makes it look for code to upload, and call S3 to do so.
            dependencies={},
            sagemaker_session=self._session,
        )
        return ModelStep(
            name,
            step_args=model.register(
                model_package_group_name=PIPELINE_ID,
                approval_status=status,
                content_types=MEDIA_TYPES,
                response_types=MEDIA_TYPES,
                inference_instances=[self._config.instanceType],
                transform_instances=[self._config.instanceType],
                model_metrics=self._metrics,
                customer_metadata_properties=self._metadata,
            ),
            retry_policies=call_retries(),
        )


def quality_gate(
    config: PipelineConfig,
    threshold: ParameterFloat,
    evaluate: ProcessingStep,
    registration: Registration,
) -> ConditionStep:
    """Register a model that is good enough; without a person's approval if it is better still."""
    auc = JsonGet(step_name=evaluate.name, property_file=EVALUATION, json_path=AUC_PATH)
    passed: list[ModelStep | ConditionStep] = [
        registration.step("Register", "PendingManualApproval")
    ]
    if config.autoApproveThreshold is not None:
        # No parameter: nobody who may only start a run can approve what it will give.
        approved = ConditionGreaterThanOrEqualTo(
            left=auc, right=config.autoApproveThreshold
        )
        passed = [
            ConditionStep(
                "ApprovalGate",
                conditions=[approved],
                if_steps=[registration.step("RegisterApproved", "Approved")],
                else_steps=passed,
            )
        ]
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
    return ConditionStep(
        "QualityGate",
        conditions=[ConditionGreaterThanOrEqualTo(left=auc, right=threshold)],
        if_steps=passed,
        else_steps=[too_low],
    )
