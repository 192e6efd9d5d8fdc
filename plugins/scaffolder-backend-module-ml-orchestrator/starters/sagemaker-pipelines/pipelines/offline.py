"""Keep the SageMaker SDK to itself while it compiles: no AWS, no telemetry, no home directory.

Compiling is a calculation, from the repository's files to JSON. The SDK would do more: it
builds an AWS client when it is imported (and fails without a region), asks IAM about the
role, reads defaults from the home directory and reports usage. All of that is off here.
Call `isolate` before the first import of `sagemaker`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pipelines.placeholders import BUCKET

if TYPE_CHECKING:
    from sagemaker.core.workflow.pipeline_context import PipelineSession

# Instead of the defaults that people and administrators keep in files.
SDK_CONFIG = {
    "SchemaVersion": "1.0",
    "SageMaker": {"PythonSDK": {"Modules": {"TelemetryOptOut": True}}},
}
# Never valid anywhere: should a call slip through, it fails instead of touching an account.
NO_CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "offline",
    "AWS_SECRET_ACCESS_KEY": "offline",
}


def isolate(region: str) -> None:
    """Prepare this process for the SDK. Not for a process that means to talk to AWS."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
        os.environ.pop(name, None)
    os.environ.update(
        NO_CREDENTIALS,
        AWS_DEFAULT_REGION=region,
        AWS_REGION=region,
        AWS_EC2_METADATA_DISABLED="true",
        SAGEMAKER_ADMIN_CONFIG_OVERRIDE=os.devnull,
        SAGEMAKER_USER_CONFIG_OVERRIDE=os.devnull,
        # The SDK would ask IAM whether the role may train. tests/permissions.test.ts checks
        # the roles against what this pipeline does, which is more to the point.
        SAGEMAKER_VALIDATE_ROLE="false",
    )


def offline_session(region: str) -> PipelineSession:
    import boto3
    from sagemaker.core.config.config_manager import SageMakerConfig
    from sagemaker.core.workflow.pipeline_context import PipelineSession

    # At each look at the one setting below, the SDK would check it, and its whole schema as
    # well: nine tenths of the time that compiling takes.
    SageMakerConfig.validate_sagemaker_config = staticmethod(lambda _: None)

    boto_session = boto3.Session(
        region_name=region,
        aws_access_key_id=NO_CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=NO_CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
    )
    return PipelineSession(
        boto_session=boto_session, default_bucket=BUCKET, sagemaker_config=SDK_CONFIG
    )
