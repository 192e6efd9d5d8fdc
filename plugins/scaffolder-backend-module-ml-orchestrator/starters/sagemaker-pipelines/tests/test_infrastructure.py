"""The template gives the pipeline what it needs, tells people, and gives no more."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import boto3
import pytest
from botocore.validate import ParamValidator
from conftest import BUCKET
from definition_reader import all_steps, inputs, outputs, text_of
from template_reader import ACCOUNT, Stack, allows, event_matches, read_template

from pipelines import deploy
from pipelines.config import PipelineConfig

Json = dict[str, Any]
JOB = "pipelines-a1b2c3d4e5f6-Step-x9y8z7w6v5"


@pytest.fixture(scope="module")
def stack(config: PipelineConfig) -> Stack:
    return Stack(config.region, deploy.stack_parameters(config))


@pytest.fixture(scope="module")
def role_arn(stack: Stack) -> str:
    arn: str = stack.outputs["PipelineRoleArn"]["Value"]
    return arn


@pytest.fixture(scope="module")
def policy(stack: Stack) -> Json:
    (attached,) = stack.of_type("AWS::IAM::RolePolicy").values()
    document: Json = attached["PolicyDocument"]
    return document


def test_parameters_and_outputs_are_those_of_the_deployment(
    config: PipelineConfig,
) -> None:
    template = read_template()
    assert set(template["Parameters"]) == set(deploy.stack_parameters(config))
    assert {"BucketName", "PipelineRoleArn"} <= set(template["Outputs"])
    for name, value in deploy.stack_parameters(config).items():
        allowed = template["Parameters"][name].get("AllowedPattern", ".*")
        assert re.fullmatch(allowed, value), name


# ---- Permissions -----------------------------------------------------------------------


def calls(definition: Json, config: PipelineConfig) -> set[tuple[str, str]]:
    """Every call that a run makes with the role, worked out from the definition."""
    prefix = f"arn:aws:sagemaker:{config.region}:{ACCOUNT}"
    needed: set[tuple[str, str]] = set()
    for step in all_steps(definition).values():
        kind = {"Processing": "ProcessingJob", "Training": "TrainingJob"}.get(
            step["Type"]
        )
        if kind:
            job = f"{prefix}:{kind.removesuffix('Job').lower()}-job/{JOB}"
            # Describe to wait for it, Stop when the run is stopped, and the tags that
            # SageMaker puts on whatever a pipeline makes.
            needed |= {
                (f"sagemaker:{verb}{kind}", job)
                for verb in ("Create", "Describe", "Stop")
            }
            needed.add(("sagemaker:AddTags", job))
            log_group = f"arn:aws:logs:{config.region}:{ACCOUNT}:log-group:/aws/sagemaker/{kind}s"
            needed |= {
                ("logs:CreateLogGroup", log_group),
                ("logs:CreateLogStream", f"{log_group}:log-stream:{JOB}/algo-1"),
                ("logs:PutLogEvents", f"{log_group}:log-stream:{JOB}/algo-1"),
            }
            needed |= {
                (action, config.image_repository_arn)
                for action in ("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
            }
            needed.add(("ecr:GetAuthorizationToken", "*"))
        elif step["Type"] == "RegisterModel":
            group = step["Arguments"]["ModelPackageGroupName"]
            needed |= {
                (
                    "sagemaker:CreateModelPackage",
                    f"{prefix}:model-package-group/{group}",
                ),
                ("sagemaker:CreateModelPackage", f"{prefix}:model-package/{group}/1"),
                ("sagemaker:DescribeModelPackage", f"{prefix}:model-package/{group}/1"),
                ("sagemaker:AddTags", f"{prefix}:model-package/{group}/1"),
            }
        else:
            assert step["Type"] in ("Condition", "Fail"), (
                f"say here which calls a step of type {step['Type']} makes"
            )
    return needed


def objects(definition: Json) -> tuple[set[str], set[str]]:
    """The S3 addresses that a run reads and writes."""
    read, written = set(), set()
    for step in all_steps(definition).values():
        read |= {text_of(item["S3Uri"], definition) for item in inputs(step).values()}
        written |= {
            text_of(item["S3Uri"], definition) for item in outputs(step).values()
        }
        for channel in step["Arguments"].get("InputDataConfig", []):
            uri = channel["DataSource"]["S3DataSource"]["S3Uri"]
            read.add(text_of(uri, definition))
        result = step["Arguments"].get("OutputDataConfig")
        if result:
            written.add(result["S3OutputPath"])
    return read, written


def object_arn(stack: Stack, uri: str) -> str:
    bucket: str = stack.outputs["BucketName"]["Value"]
    path = uri.removeprefix(f"s3://{BUCKET}/").rstrip("/")
    return f"arn:aws:s3:::{bucket}/{path}/file"


def test_the_role_may_make_every_call_of_a_run(
    definition: Json, config: PipelineConfig, policy: Json
) -> None:
    needed = calls(definition, config)
    assert needed
    missing = sorted(call for call in needed if not allows(policy, *call))
    assert not missing


def test_the_role_may_be_given_to_the_jobs_and_to_nothing_else(
    policy: Json, role_arn: str
) -> None:
    def may(role: str, service: str) -> bool:
        return allows(policy, "iam:PassRole", role, {"iam:PassedToService": service})

    assert may(role_arn, "sagemaker.amazonaws.com")
    assert not may(role_arn, "lambda.amazonaws.com")
    assert not may(f"arn:aws:iam::{ACCOUNT}:role/admin", "sagemaker.amazonaws.com")


def test_the_role_may_read_and_write_the_files_of_a_run(
    definition: Json, stack: Stack, policy: Json
) -> None:
    read, written = objects(definition)
    assert read and written
    for uri in read:
        assert allows(policy, "s3:GetObject", object_arn(stack, uri)), uri
    for uri in written:
        assert allows(policy, "s3:PutObject", object_arn(stack, uri)), uri
    bucket = stack.outputs["BucketName"]["Value"]
    assert allows(policy, "s3:ListBucket", f"arn:aws:s3:::{bucket}")


def test_the_role_may_do_no_more(
    definition: Json, config: PipelineConfig, stack: Stack, policy: Json
) -> None:
    prefix = f"arn:aws:sagemaker:{config.region}:{ACCOUNT}"
    code = inputs(all_steps(definition)["Prepare"])["code"]["S3Uri"]
    refused = [
        ("s3:PutObject", object_arn(stack, code)),
        ("s3:DeleteObject", object_arn(stack, code)),
        ("s3:GetObject", "arn:aws:s3:::another-bucket/file"),
        ("sagemaker:CreateTrainingJob", f"{prefix}:training-job/by-hand"),
        ("sagemaker:CreateModelPackage", f"{prefix}:model-package-group/another"),
        ("sagemaker:UpdateModelPackage", f"{prefix}:model-package/{config.name}/1"),
        ("sagemaker:CreateEndpoint", f"{prefix}:endpoint/any"),
        ("iam:CreateRole", f"arn:aws:iam::{ACCOUNT}:role/any"),
    ]
    allowed = [call for call in refused if allows(policy, *call)]
    assert not allowed


def test_no_statement_has_an_open_end(policy: Json) -> None:
    for statement in policy["Statement"]:
        actions = statement["Action"]
        assert "*" not in str(actions), statement["Sid"]
        if statement["Resource"] == "*":
            needs_it = actions == "ecr:GetAuthorizationToken"
            assert needs_it or "Condition" in statement, statement["Sid"]


# ---- Storage ---------------------------------------------------------------------------


def test_the_bucket_is_private_encrypted_versioned_and_kept(stack: Stack) -> None:
    (bucket,) = stack.of_type("AWS::S3::Bucket").values()
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] in (
        "AES256",
        "aws:kms",
    )
    assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
    for name in ("Bucket", "ModelPackageGroup"):
        assert stack.resources[name]["DeletionPolicy"] == "Retain"
    (policy,) = stack.of_type("AWS::S3::BucketPolicy").values()
    denied = policy["PolicyDocument"]["Statement"][0]
    assert denied["Effect"] == "Deny"
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_the_cache_does_not_outlive_the_files(
    stack: Stack, definition: Json, config: PipelineConfig
) -> None:
    (bucket,) = stack.of_type("AWS::S3::Bucket").values()
    rules = bucket["LifecycleConfiguration"]["Rules"]
    cleared = {
        rule["Prefix"]: rule["ExpirationInDays"]
        for rule in rules
        if "ExpirationInDays" in rule and rule["Status"] == "Enabled"
    }
    assert set(cleared) == {"runs/"}
    # A run may take a reused result on the last day and read it a day later.
    days = re.fullmatch(r"P(\d+)D", config.stepCache or "P0D")
    assert days and int(days[1]) + 1 < cleared["runs/"]
    evaluation = outputs(all_steps(definition)["Evaluate"])["evaluation"]["S3Uri"]
    assert not text_of(evaluation, definition).startswith(f"s3://{BUCKET}/runs/")


# ---- Notifications ---------------------------------------------------------------------


def run_ended(config: PipelineConfig, status: str, name: str | None = None) -> Json:
    arn = f"arn:aws:sagemaker:{config.region}:{ACCOUNT}:pipeline/{name or config.name}"
    return {
        "source": "aws.sagemaker",
        "detail-type": "SageMaker Model Building Pipeline Execution Status Change",
        "account": ACCOUNT,
        "region": config.region,
        "detail": {
            "pipelineArn": arn,
            "pipelineExecutionArn": f"{arn}/execution/a1b2c3d4e5f6",
            "previousPipelineExecutionStatus": "Executing",
            "currentPipelineExecutionStatus": status,
        },
    }


def model_changed(config: PipelineConfig, status: str) -> Json:
    return {
        "source": "aws.sagemaker",
        "detail-type": "SageMaker Model Package State Change",
        "account": ACCOUNT,
        "region": config.region,
        "detail": {
            "ModelPackageGroupName": config.name,
            "ModelPackageVersion": 1,
            "ModelPackageArn": f"arn:aws:sagemaker:x:1:model-package/{config.name}/1",
            "ModelApprovalStatus": status,
        },
    }


def told(stack: Stack, event: Json) -> list[str]:
    """The rules that send this event to the topic."""
    topic = stack.outputs["TopicArn"]["Value"]
    return [
        name
        for name, rule in stack.of_type("AWS::Events::Rule").items()
        if event_matches(rule["EventPattern"], event)
        and topic in [target["Arn"] for target in rule["Targets"]]
    ]


def test_people_are_told_of_failed_runs(stack: Stack, config: PipelineConfig) -> None:
    assert told(stack, run_ended(config, "Failed")) == ["RunFailedRule"]
    assert told(stack, run_ended(config, "Succeeded")) == []
    assert told(stack, run_ended(config, "Failed", name="another-pipeline")) == []


def test_people_are_told_of_models_to_approve(
    stack: Stack, config: PipelineConfig
) -> None:
    assert told(stack, model_changed(config, "PendingManualApproval")) == [
        "ModelPendingRule"
    ]
    assert told(stack, model_changed(config, "Approved")) == []


def test_both_rules_may_publish(stack: Stack) -> None:
    (policy,) = stack.of_type("AWS::SNS::TopicPolicy").values()
    allowed = policy["PolicyDocument"]["Statement"][0]
    assert allowed["Principal"] == {"Service": "events.amazonaws.com"}
    sources = allowed["Condition"]["ArnEquals"]["aws:SourceArn"]
    assert len(sources) == len(stack.of_type("AWS::Events::Rule")) == 2
    topic = stack.outputs["TopicArn"]["Value"]
    assert allowed["Resource"] == topic
    assert policy["Topics"] == [topic]


def test_the_messages_are_texts_that_eventbridge_takes(stack: Stack) -> None:
    for rule in stack.of_type("AWS::Events::Rule").values():
        (target,) = rule["Targets"]
        transformer = target["InputTransformer"]
        placeholders = set(re.findall(r"<(\w+)>", transformer["InputTemplate"]))
        assert placeholders == set(transformer["InputPathsMap"])
        assert isinstance(json.loads(transformer["InputTemplate"]), str)


def test_an_email_is_optional(config: PipelineConfig) -> None:
    for email in (None, "ml-alerts@example.com"):
        changed = replace(config, notificationEmail=email)
        made = Stack(config.region, deploy.stack_parameters(changed))
        endpoints = [
            subscription["Endpoint"]
            for subscription in made.of_type("AWS::SNS::Subscription").values()
        ]
        assert endpoints == ([email] if email else [])


# ---- Schedule --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        (None, []),
        ("0 6 1 * *", ["cron(0 6 1 * ? *)"]),
        ("0 6 1 * 1", ["cron(0 6 1 * ? *)", "cron(0 6 ? * MON *)"]),
    ],
)
def test_schedules_are_those_of_the_configuration(
    config: PipelineConfig, cron: str | None, expected: list[str]
) -> None:
    changed = replace(config, schedule=cron)
    made = Stack(config.region, deploy.stack_parameters(changed))
    schedules = made.of_type("AWS::Scheduler::Schedule").values()
    assert [schedule["ScheduleExpression"] for schedule in schedules] == expected
    assert len(made.of_type("AWS::IAM::Role")) == (2 if cron else 1)


def test_a_schedule_starts_this_pipeline_once_and_may_do_so(
    config: PipelineConfig,
) -> None:
    changed = replace(config, schedule="0 6 1 * 1")
    made = Stack(config.region, deploy.stack_parameters(changed))
    client = boto3.client("sagemaker", region_name=config.region)
    shape = client.meta.service_model.operation_model(
        "StartPipelineExecution"
    ).input_shape
    tokens = set()
    for schedule in made.of_type("AWS::Scheduler::Schedule").values():
        target = schedule["Target"]
        assert target["Arn"].endswith(":aws-sdk:sagemaker:startPipelineExecution")
        text = target["Input"].replace(
            "<aws.scheduler.scheduled-time>", "2024-01-01T06:00:00Z"
        )
        request = json.loads(text)
        assert not ParamValidator().validate(request, shape).has_errors()
        assert request["PipelineName"] == config.name
        token = request["ClientRequestToken"]
        assert 32 <= len(token) <= 128
        tokens.add(token)
    assert len(tokens) == 1
    role = made.of_type("AWS::IAM::Role")["SchedulerRole"]
    (policy,) = role["Policies"]
    arn = f"arn:aws:sagemaker:{config.region}:{ACCOUNT}:pipeline/{config.name}"
    assert allows(policy["PolicyDocument"], "sagemaker:StartPipelineExecution", arn)
    assert not allows(
        policy["PolicyDocument"], "sagemaker:StartPipelineExecution", f"{arn}-other"
    )
