"""Where the data comes from: CSV files in the pipeline's bucket, which prepare reads as they are."""

from __future__ import annotations

from sagemaker.core.workflow.functions import Join
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession

from pipelines.config import PipelineConfig
from pipelines.jobs import Customers
from pipelines.placeholders import BUCKET


def customers(
    config: PipelineConfig, instance: ParameterString, session: PipelineSession
) -> Customers:
    # A prefix, or the key of one file: an event tells the key of what arrived, and no address.
    prefix = ParameterString("InputPrefix", default_value="data/")
    return Customers(
        address=Join(on="/", values=[f"s3://{BUCKET}", prefix]),
        parameters=[prefix],
        metadata={"input_prefix": prefix},
    )
