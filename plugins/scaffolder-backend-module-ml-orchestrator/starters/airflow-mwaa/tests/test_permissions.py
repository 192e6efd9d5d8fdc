"""The stack's policies. That they allow what the DAG does is checked after each run in test_run.py."""

from __future__ import annotations

from typing import Any

import pytest
from iam import Need, allows, as_list, dag_statements, load_template, resolve

RESOURCES = load_template()["Resources"]


def job_statements() -> list[dict[str, Any]]:
    (policy,) = RESOURCES["JobRole"]["Properties"]["Policies"]
    return list(policy["PolicyDocument"]["Statement"])


def test_the_dag_may_do_this_and_no_more() -> None:
    allowed = [action for s in dag_statements() for action in as_list(s["Action"])]
    assert sorted(allowed) == [
        "iam:PassRole",
        "s3:GetObject",
        "s3:ListBucket",
        "sagemaker:AddTags",
        "sagemaker:CreateModelPackage",
        "sagemaker:CreateProcessingJob",
        "sagemaker:CreateTrainingJob",
        "sagemaker:DescribeProcessingJob",
        "sagemaker:DescribeTrainingJob",
        "sns:Publish",
    ]


def test_the_dag_may_not_touch_what_belongs_to_others() -> None:
    for statement in dag_statements():
        for resource in as_list(statement["Resource"]):
            assert resolve(resource) != "*"
            assert "${" not in resolve(resource)


@pytest.mark.parametrize("service", ["", "lambda.amazonaws.com"])
def test_the_job_role_can_be_given_to_sagemaker_only(service: str) -> None:
    role = "arn:aws:iam::123456789012:role/test-jobs"
    given = [
        s for s in dag_statements() if allows(s, Need("iam:PassRole", role, service))
    ]
    assert given == []


def test_only_sagemaker_of_this_account_takes_the_job_role() -> None:
    (trust,) = RESOURCES["JobRole"]["Properties"]["AssumeRolePolicyDocument"][
        "Statement"
    ]
    assert trust["Principal"] == {"Service": "sagemaker.amazonaws.com"}
    assert trust["Condition"] == {
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    }


def test_jobs_write_to_the_jobs_folder_only() -> None:
    bucket = resolve({"Fn::GetAtt": ["Bucket", "Arn"]})
    for key, expected in (
        ("jobs/a/model.tar.gz", True),
        ("raw/x.csv", False),
        ("code/x.py", False),
    ):
        need = Need("s3:PutObject", f"{bucket}/{key}")
        assert (
            any(allows(statement, need) for statement in job_statements()) is expected
        )


def test_every_resource_is_everything_only_where_an_action_takes_no_resource() -> None:
    anything = [s["Action"] for s in job_statements() if s["Resource"] == "*"]
    assert anything == ["cloudwatch:PutMetricData", "ecr:GetAuthorizationToken"]


def test_the_bucket_is_private_encrypted_and_versioned() -> None:
    bucket = RESOURCES["Bucket"]
    properties = bucket["Properties"]
    assert bucket["DeletionPolicy"] == "Retain"
    assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(properties["PublicAccessBlockConfiguration"]) == 4
    assert properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert properties["VersioningConfiguration"] == {"Status": "Enabled"}


def test_the_topic_is_encrypted() -> None:
    assert RESOURCES["Topic"]["Properties"]["KmsMasterKeyId"]
