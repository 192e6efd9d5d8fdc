"""Bring the pipeline to AWS: infrastructure, then code and sample data, then the pipeline.

Every part can be run again: what is there and up to date stays as it is.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import boto3
from botocore.exceptions import ClientError, WaiterError

from pipelines.code import Upload, code_uploads, sample_data
from pipelines.config import ROOT, PipelineConfig, load_config
from pipelines.schedule import scheduler_expressions

TEMPLATE = ROOT / "infrastructure" / "template.yaml"
POLL = {"Delay": 5, "MaxAttempts": 180}


class DeployError(RuntimeError):
    """The deployment stopped; the message says what to do."""


def stack_parameters(config: PipelineConfig) -> dict[str, str]:
    schedules = scheduler_expressions(config.schedule) if config.schedule else []
    first, second, *_ = [*schedules, "", ""]
    return {
        "PipelineName": config.name,
        "ImageRepositoryArn": config.image_repository_arn,
        "NotificationEmail": config.notificationEmail or "",
        "ScheduleExpression": first,
        "SecondScheduleExpression": second,
    }


def stack_status(cloudformation: Any, name: str) -> str | None:
    """The stack's status, or None if there is no stack."""
    try:
        stacks = cloudformation.describe_stacks(StackName=name)["Stacks"]
    except ClientError as error:
        if "does not exist" in error.response["Error"]["Message"]:
            return None
        raise
    status: str = stacks[0]["StackStatus"]
    return status


def deploy_stack(cloudformation: Any, config: PipelineConfig) -> dict[str, str]:
    """Create or update the stack; return its outputs."""
    name = config.name
    request = {
        "StackName": name,
        "TemplateBody": TEMPLATE.read_text(encoding="utf-8"),
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": value}
            for key, value in stack_parameters(config).items()
        ],
        "Capabilities": ["CAPABILITY_IAM"],
        "Tags": [{"Key": "pipeline", "Value": name}],
    }
    status = stack_status(cloudformation, name)
    if status == "ROLLBACK_COMPLETE":
        raise DeployError(
            f"The first deployment of the stack {name} failed. Delete the stack, remove the "
            "cause that its events show, and deploy again."
        )
    if status is None:
        cloudformation.create_stack(**request)
        waiter = "stack_create_complete"
    else:
        waiter = "stack_update_complete"
        try:
            cloudformation.update_stack(**request)
        except ClientError as error:
            if (
                "No updates are to be performed"
                not in error.response["Error"]["Message"]
            ):
                raise
            waiter = ""
    if waiter:
        try:
            cloudformation.get_waiter(waiter).wait(StackName=name, WaiterConfig=POLL)
        except WaiterError as error:
            raise DeployError(f"The stack {name} failed: see its events.") from error
    stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def upload(s3: Any, bucket: str, uploads: Sequence[Upload]) -> int:
    """Upload what is not there yet. Keys name their content, so nothing is ever replaced."""
    written = 0
    for item in uploads:
        try:
            s3.head_object(Bucket=bucket, Key=item.key)
        except ClientError as error:
            if error.response["Error"]["Code"] not in ("404", "NoSuchKey", "NotFound"):
                raise
            s3.put_object(Bucket=bucket, Key=item.key, Body=item.body)
            written += 1
    return written


def compile_apart(bucket: str, role_arn: str) -> str:
    """Compile in a process of its own: it must not see this one's credentials."""
    command = [sys.executable, "-m", "pipelines.compile"]
    command += ["--bucket", bucket, "--role-arn", role_arn]
    done = subprocess.run(  # noqa: S603 - all of the command is ours
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode != 0:
        raise DeployError("The pipeline did not compile: see the error above.")
    # Without the line breaks that are for people: the service's limit counts characters.
    return json.dumps(json.loads(done.stdout), separators=(",", ":"))


def one_line(text: str, limit: int = 3072) -> str:
    """The service takes a description of one line without control characters."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())[:limit]


def deploy_pipeline(
    sagemaker: Any, config: PipelineConfig, role_arn: str, definition: str
) -> str:
    """Create or update the pipeline; return its ARN.

    `Pipeline.upsert` of the SDK would do, but first it asks IAM whether the role has the
    permissions that the SDK deems usual, and refuses a role that has only those needed.
    """
    request = {
        "PipelineName": config.name,
        "PipelineDefinition": definition,
        "PipelineDescription": one_line(config.description),
        "RoleArn": role_arn,
    }
    try:
        sagemaker.describe_pipeline(PipelineName=config.name)
    except sagemaker.exceptions.ResourceNotFound:
        tags = [{"Key": "pipeline", "Value": config.name}]
        answer = sagemaker.create_pipeline(**request, Tags=tags)
    else:
        answer = sagemaker.update_pipeline(**request)
    arn: str = answer["PipelineArn"]
    return arn


def deploy(config: PipelineConfig, session: Any) -> None:
    print(f"Stack {config.name} in {config.region} …", flush=True)
    outputs = deploy_stack(session.client("cloudformation"), config)
    bucket, role_arn = outputs["BucketName"], outputs["PipelineRoleArn"]
    files = [*code_uploads().values(), sample_data()]
    written = upload(session.client("s3"), bucket, files)
    print(f"Bucket {bucket}: {written} new of {len(files)} files", flush=True)
    definition = compile_apart(bucket, role_arn)
    arn = deploy_pipeline(session.client("sagemaker"), config, role_arn, definition)
    print(f"Pipeline {arn}\n\nStart a run:")
    print(
        f"  aws sagemaker start-pipeline-execution --region {config.region} "
        f"--pipeline-name {config.name}"
    )


def main() -> int:
    config = load_config()
    try:
        deploy(config, boto3.Session(region_name=config.region))
    except DeployError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
