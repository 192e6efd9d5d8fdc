"""Keep both SDKs to themselves while they compile: no AWS, no telemetry, no home directory.

Compiling is a calculation. The SDKs would do more: read the region and a profile from the
home directory (which even changes the partition in the ARNs of the tasks), read defaults
that an administrator set, and report usage.
Call `isolate` before the first import of `stepfunctions` or `sagemaker`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sagemaker

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
    """Prepare this process for the SDKs. Not for a process that means to talk to AWS."""
    for name in ("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN"):
        os.environ.pop(name, None)
    os.environ.update(
        NO_CREDENTIALS,
        AWS_DEFAULT_REGION=region,
        AWS_CONFIG_FILE=os.devnull,
        AWS_SHARED_CREDENTIALS_FILE=os.devnull,
        AWS_EC2_METADATA_DISABLED="true",
        SAGEMAKER_ADMIN_CONFIG_OVERRIDE=os.devnull,
        SAGEMAKER_USER_CONFIG_OVERRIDE=os.devnull,
        # README.md says the same, and until when.
        SAGEMAKER_SUPPRESS_V2_WARNING="1",
    )


def offline_session(region: str) -> sagemaker.Session:
    import boto3
    import sagemaker

    return sagemaker.Session(
        boto_session=boto3.Session(region_name=region), sagemaker_config=SDK_CONFIG
    )
