"""Deploying, against answers that botocore checks: first time, again, and when it fails."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.stub import ANY, Stubber
from conftest import BUCKET, ROLE_ARN

from pipelines import deploy
from pipelines.code import Upload
from pipelines.config import PipelineConfig

OUTPUTS = {"BucketName": BUCKET, "PipelineRoleArn": ROLE_ARN, "TopicArn": "topic"}
PIPELINE_ARN = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/example"
STACK_ID = "arn:aws:cloudformation:eu-west-1:111122223333:stack/example/1"


def stubbed(service: str) -> tuple[Any, Stubber]:
    client = boto3.client(
        service,
        region_name="eu-west-1",
        aws_access_key_id="offline",
        aws_secret_access_key="offline",  # noqa: S106 - stands for a secret, opens nothing
    )
    stub = Stubber(client)
    stub.activate()
    return client, stub


def stack(status: str) -> dict[str, Any]:
    return {
        "Stacks": [
            {
                "StackName": "example",
                "CreationTime": "2024-01-01T00:00:00Z",
                "StackStatus": status,
                "Outputs": [
                    {"OutputKey": key, "OutputValue": value}
                    for key, value in OUTPUTS.items()
                ],
            }
        ]
    }


def expected_request(config: PipelineConfig) -> dict[str, Any]:
    parameters = deploy.stack_parameters(config)
    return {
        "StackName": config.name,
        "TemplateBody": deploy.TEMPLATE.read_text(encoding="utf-8"),
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": value}
            for key, value in parameters.items()
        ],
        "Capabilities": ["CAPABILITY_IAM"],
        "Tags": ANY,
    }


def test_the_first_deployment_creates_the_stack(config: PipelineConfig) -> None:
    client, stub = stubbed("cloudformation")
    stub.add_client_error(
        "describe_stacks",
        "ValidationError",
        f"Stack with id {config.name} does not exist",
    )
    stub.add_response("create_stack", {"StackId": STACK_ID}, expected_request(config))
    stub.add_response("describe_stacks", stack("CREATE_COMPLETE"))  # the waiter's look
    stub.add_response("describe_stacks", stack("CREATE_COMPLETE"))
    assert deploy.deploy_stack(client, config) == OUTPUTS
    stub.assert_no_pending_responses()


def test_a_later_deployment_updates_the_stack(config: PipelineConfig) -> None:
    client, stub = stubbed("cloudformation")
    stub.add_response("describe_stacks", stack("CREATE_COMPLETE"))
    stub.add_response("update_stack", {"StackId": STACK_ID}, expected_request(config))
    stub.add_response("describe_stacks", stack("UPDATE_COMPLETE"))
    stub.add_response("describe_stacks", stack("UPDATE_COMPLETE"))
    assert deploy.deploy_stack(client, config) == OUTPUTS
    stub.assert_no_pending_responses()


def test_a_deployment_without_changes_leaves_the_stack(config: PipelineConfig) -> None:
    client, stub = stubbed("cloudformation")
    stub.add_response("describe_stacks", stack("CREATE_COMPLETE"))
    stub.add_client_error(
        "update_stack", "ValidationError", "No updates are to be performed."
    )
    stub.add_response("describe_stacks", stack("CREATE_COMPLETE"))
    assert deploy.deploy_stack(client, config) == OUTPUTS
    stub.assert_no_pending_responses()


def test_a_stack_that_never_came_up_says_what_to_do(config: PipelineConfig) -> None:
    client, stub = stubbed("cloudformation")
    stub.add_response("describe_stacks", stack("ROLLBACK_COMPLETE"))
    with pytest.raises(deploy.DeployError, match="Delete the stack"):
        deploy.deploy_stack(client, config)


def test_a_failing_update_is_reported(config: PipelineConfig) -> None:
    client, stub = stubbed("cloudformation")
    stub.add_response("describe_stacks", stack("CREATE_COMPLETE"))
    stub.add_response("update_stack", {"StackId": STACK_ID})
    stub.add_response("describe_stacks", stack("UPDATE_ROLLBACK_COMPLETE"))
    with pytest.raises(deploy.DeployError, match="see its events"):
        deploy.deploy_stack(client, config)


def test_an_upload_replaces_nothing(config: PipelineConfig) -> None:
    client, stub = stubbed("s3")
    there, new = Upload("code/there", b"1"), Upload("code/new", b"2")
    stub.add_response("head_object", {}, {"Bucket": BUCKET, "Key": there.key})
    stub.add_client_error("head_object", "404")
    stub.add_response(
        "put_object", {}, {"Bucket": BUCKET, "Key": new.key, "Body": b"2"}
    )
    assert deploy.upload(client, BUCKET, [there, new]) == 1
    stub.assert_no_pending_responses()


def test_an_upload_that_is_not_allowed_is_no_missing_file() -> None:
    client, stub = stubbed("s3")
    stub.add_client_error("head_object", "403", "Forbidden")
    with pytest.raises(client.exceptions.ClientError):
        deploy.upload(client, BUCKET, [Upload("code/new", b"2")])


def pipeline_request(config: PipelineConfig) -> dict[str, Any]:
    return {
        "PipelineName": config.name,
        "PipelineDefinition": "{}",
        "PipelineDescription": deploy.one_line(config.description),
        "RoleArn": ROLE_ARN,
    }


def test_the_pipeline_is_created_once(config: PipelineConfig) -> None:
    client, stub = stubbed("sagemaker")
    stub.add_client_error("describe_pipeline", "ResourceNotFound")
    stub.add_response(
        "create_pipeline",
        {"PipelineArn": PIPELINE_ARN},
        {**pipeline_request(config), "Tags": ANY},
    )
    assert deploy.deploy_pipeline(client, config, ROLE_ARN, "{}") == PIPELINE_ARN
    stub.assert_no_pending_responses()


def test_the_pipeline_is_updated_after_that(config: PipelineConfig) -> None:
    client, stub = stubbed("sagemaker")
    stub.add_response("describe_pipeline", {"PipelineArn": PIPELINE_ARN})
    stub.add_response(
        "update_pipeline", {"PipelineArn": PIPELINE_ARN}, pipeline_request(config)
    )
    assert deploy.deploy_pipeline(client, config, ROLE_ARN, "{}") == PIPELINE_ARN
    stub.assert_no_pending_responses()


def test_the_description_becomes_one_line_that_the_service_takes() -> None:
    assert deploy.one_line('a\r\n "b"\t\x00\u2028c 🚀 ') == 'a "b" c 🚀'
    assert len(deploy.one_line("x" * 5000)) == 3072


def test_what_is_deployed_compiles_the_same_whatever_the_surroundings(
    definition: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With another person's region, profile and SDK defaults, and with no way out."""
    defaults = tmp_path / "defaults.yaml"
    defaults.write_text(
        'SchemaVersion: "1.0"\nSageMaker:\n  TrainingJob:\n'
        "    EnableInterContainerTrafficEncryption: true\n",
        encoding="utf-8",
    )
    nowhere = "http://127.0.0.1:9"
    for name, value in {
        "AWS_DEFAULT_REGION": "sa-east-1",
        "AWS_PROFILE": "nobody",
        "SAGEMAKER_USER_CONFIG_OVERRIDE": str(defaults),
        "HTTP_PROXY": nowhere,
        "HTTPS_PROXY": nowhere,
        "NO_PROXY": "",
    }.items():
        monkeypatch.setenv(name, value)
    assert json.loads(deploy.compile_apart(BUCKET, ROLE_ARN)) == definition


def test_a_pipeline_that_does_not_compile_is_not_deployed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "false")
    with pytest.raises(deploy.DeployError, match="did not compile"):
        deploy.compile_apart(BUCKET, ROLE_ARN)
