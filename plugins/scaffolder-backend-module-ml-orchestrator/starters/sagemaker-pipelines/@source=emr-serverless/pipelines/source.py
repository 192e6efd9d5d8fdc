"""Where the data comes from: CSV files in the pipeline's bucket, which Spark on EMR Serverless brings together."""

from __future__ import annotations

from sagemaker.core.workflow.functions import Join
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.emr_serverless_step import (
    EMRServerlessJobConfig,
    EMRServerlessStep,
)
from sagemaker.mlops.workflow.steps import CacheConfig

from pipelines.config import PipelineConfig
from pipelines.jobs import Customers, call_retries, of_this_run
from pipelines.placeholders import BUCKET

APPLICATION_ID = "${SourceApplicationId}"
ROLE_ARN = "arn:aws:iam::${AccountId}:role/${SourceRoleName}"
SCRIPT = f"s3://{BUCKET}/${{SourceCodePrefix}}/extract.py"
TIMEOUT_MINUTES = 60


def customers(
    config: PipelineConfig, instance: ParameterString, session: PipelineSession
) -> Customers:
    # A prefix, or the key of one file: an event tells the key of what arrived, and no address.
    prefix = ParameterString("InputPrefix", default_value="data/")
    # The slash at its end keeps apart what only begins with the same name.
    extracted = of_this_run("extracted", "")
    step = EMRServerlessStep(
        name="Extract",
        display_name="Extract",
        description="One row for each customer of the raw files",
        application_id=APPLICATION_ID,
        job_config=EMRServerlessJobConfig(
            job_driver={
                "sparkSubmit": {
                    "entryPoint": SCRIPT,
                    "entryPointArguments": [
                        "--input",
                        Join(on="/", values=[f"s3://{BUCKET}", prefix]),
                        "--output",
                        extracted,
                    ],
                }
            },
            execution_role_arn=ROLE_ARN,
            execution_timeout_minutes=TIMEOUT_MINUTES,
        ),
        # Never: it would compare where the files lie, and not what is in them.
        cache_config=CacheConfig(enable_caching=False),
        retry_policies=call_retries(),
    )
    return Customers(
        address=extracted,
        steps=[step],
        parameters=[prefix],
        metadata={"input_prefix": prefix},
    )
