"""Where the data comes from: a query in Amazon Athena, asked by source/extract.py."""

from __future__ import annotations

from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession

from pipelines.config import PipelineConfig
from pipelines.extraction import answer_of
from pipelines.jobs import Customers

OPTIONS = {
    "--work-group": "${SourceWorkGroup}",
    "--database": "${SourceDatabase}",
    "--query": "${SourceQuery}",
}


def customers(
    config: PipelineConfig, instance: ParameterString, session: PipelineSession
) -> Customers:
    options = {**OPTIONS, "--region": config.region}
    return answer_of(
        ["python3", "extract.py"],
        [part for option in options.items() for part in option],
        config,
        instance,
        session,
    )
