"""What the stack's policies allow, and what an API call needs."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any, NamedTuple

import deploy
from cfnlint.decode import decode
from conftest import OUTPUTS, ROOT

REGION: str = deploy.PIPELINE["region"]
BUCKET = f"arn:aws:s3:::{OUTPUTS['BucketName']}"
SAGEMAKER = f"arn:aws:sagemaker:{REGION}:123456789012"
VALUES = {
    "AWS::AccountId": "123456789012",
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "Bucket.Arn": BUCKET,
    "JobRole.Arn": OUTPUTS["JobRoleArn"],
    "PipelineName": deploy.NAME,
    "Topic": OUTPUTS["TopicArn"],
}


class Need(NamedTuple):
    action: str
    resource: str
    passed_to: str = ""


def load_template() -> dict[str, Any]:
    template, problems = decode(str(ROOT / "infrastructure" / "template.yaml"))
    assert not problems
    content: dict[str, Any] = template
    return content


def resolve(value: Any) -> str:
    """Turn !Ref, !GetAtt and !Sub into what they come to in a deployed stack."""
    if isinstance(value, str):
        return value
    ((function, argument),) = value.items()
    if function == "Fn::Sub":
        text = str(argument)
        for name, replacement in VALUES.items():
            text = text.replace(f"${{{name}}}", replacement)
        return text
    return VALUES[".".join(argument) if isinstance(argument, list) else argument]


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def dag_statements() -> list[dict[str, Any]]:
    policy = load_template()["Resources"]["DagPolicy"]["Properties"]["PolicyDocument"]
    return list(policy["Statement"])


def allows(statement: dict[str, Any], need: Need) -> bool:
    conditions = statement.get("Condition", {})
    expected = {"StringEquals": {"iam:PassedToService": need.passed_to}}
    return (
        statement["Effect"] == "Allow"
        and any(
            fnmatchcase(need.action, action) for action in as_list(statement["Action"])
        )
        and any(
            fnmatchcase(need.resource, resolve(resource))
            for resource in as_list(statement["Resource"])
        )
        and (not conditions or conditions == expected)
    )


def needs(service: str, operation: str, parameters: dict[str, Any]) -> list[Need]:
    """Return what IAM asks for when this call is made."""
    if service == "s3":
        if operation in ("HeadObject", "GetObject"):
            key = parameters["Key"]
            return [Need("s3:GetObject", f"arn:aws:s3:::{parameters['Bucket']}/{key}")]
        if operation in ("HeadBucket", "ListObjectsV2"):
            return [Need("s3:ListBucket", f"arn:aws:s3:::{parameters['Bucket']}")]
    elif service == "sns":
        return [Need(f"sns:{operation}", parameters["TargetArn"])]
    elif service == "sagemaker":
        if operation == "CreateModelPackage":
            group = parameters["ModelPackageGroupName"]
            return [
                Need(
                    "sagemaker:CreateModelPackage",
                    f"{SAGEMAKER}:model-package-group/{group}",
                ),
                Need(
                    "sagemaker:CreateModelPackage",
                    f"{SAGEMAKER}:model-package/{group}/1",
                ),
            ]
        kind = "processing" if "Processing" in operation else "training"
        name = parameters[f"{kind.capitalize()}JobName"]
        job = f"{SAGEMAKER}:{kind}-job/{name}"
        needed = [Need(f"sagemaker:{operation}", job)]
        if "Tags" in parameters:
            needed.append(Need("sagemaker:AddTags", job))
        if "RoleArn" in parameters:
            needed.append(
                Need("iam:PassRole", parameters["RoleArn"], "sagemaker.amazonaws.com")
            )
        return needed
    raise AssertionError(f"Say in tests/iam.py what {service}:{operation} needs")
