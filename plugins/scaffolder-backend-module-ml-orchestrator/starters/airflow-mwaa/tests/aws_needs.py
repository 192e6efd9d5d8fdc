"""What IAM asks for when the DAGs call AWS, written down in golden/aws-needs.json.

The tests in Python see the calls, and those in TypeScript (dag-policy.test.ts) see the policy: the file joins them.
Update it with `make golden`, after a change that is meant.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import fake_source
from needs import Need, arn

GOLDEN = Path(__file__).with_name("golden") / "aws-needs.json"
TOPIC_KEY = arn("kms", "key/example-key")
PARTS_OF_A_RUN = re.compile(r"-[0-9a-f]{10}-\d+\b")

Call = tuple[str, str, dict[str, Any]]


def needs(service: str, operation: str, parameters: dict[str, Any]) -> list[Need]:
    """Return what IAM asks for when this call is made."""
    if service == fake_source.SERVICE:
        return fake_source.needs(operation, parameters)
    if service == "s3" and operation == "CopyObject":
        target = f"{parameters['Bucket']}/{parameters['Key']}"
        return [
            Need("s3:GetObject", f"arn:aws:s3:::{parameters['CopySource']}"),
            Need("s3:PutObject", f"arn:aws:s3:::{target}"),
        ]
    if service == "s3" and operation in (
        *("HeadBucket", "ListObjectsV2"),
        *("HeadObject", "GetObject"),
    ):
        bucket = f"arn:aws:s3:::{parameters['Bucket']}"
        # With an object, it decides whether one that is missing is called so.
        needed = [Need("s3:ListBucket", bucket)]
        if "Key" in parameters:
            needed.append(Need("s3:GetObject", f"{bucket}/{parameters['Key']}"))
        return needed
    if service == "sns" and operation == "Publish":
        topic = parameters.get("TopicArn") or parameters["TargetArn"]
        return [
            Need("sns:Publish", topic),
            # SNS encrypts the message in the name of who publishes.
            Need("kms:GenerateDataKey", TOPIC_KEY),
            Need("kms:Decrypt", TOPIC_KEY),
        ]
    if service == "sqs":
        queue = arn("sqs", parameters["QueueUrl"].split("/")[-1])
        return [Need(f"sqs:{operation.removesuffix('Batch')}", queue)]
    if service == "sagemaker" and operation == "CreateModelPackage":
        group = parameters["ModelPackageGroupName"]
        action = f"sagemaker:{operation}"
        return [
            Need(action, arn("sagemaker", f"model-package-group/{group}")),
            Need(action, arn("sagemaker", f"model-package/{group}/1")),
        ]
    if service == "sagemaker":
        kind = "processing" if "Processing" in operation else "training"
        name = parameters[f"{kind.capitalize()}JobName"]
        job = arn("sagemaker", f"{kind}-job/{name}")
        needed = [Need(f"sagemaker:{operation}", job)]
        if "Tags" in parameters:
            needed.append(Need("sagemaker:AddTags", job))
        if "RoleArn" in parameters:
            role = parameters["RoleArn"]
            needed.append(Need("iam:PassRole", role, "sagemaker.amazonaws.com"))
        return needed
    raise AssertionError(f"Say in tests/aws_needs.py what {service}:{operation} needs")


def check(calls: list[Call]) -> None:
    """See that the calls need nothing but what is written down; or write it down."""
    wanted = {
        need._replace(resource=PARTS_OF_A_RUN.sub("-0123456789-1", need.resource))
        for call in calls
        for need in needs(*call)
    }
    assert wanted
    known = {Need(**entry) for entry in json.loads(GOLDEN.read_text("utf-8"))}
    if os.environ.get("UPDATE_GOLDEN"):
        entries = [need._asdict() for need in sorted(known | wanted)]
        GOLDEN.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
        return
    assert wanted <= known, "If this is meant: make golden"
