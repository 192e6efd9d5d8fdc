"""What stands in for Amazon Athena: each query finds the customers of the sample data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import container
from conftest import BUCKET, DEPLOYMENT, ROOT
from needs import Need, arn
from service_model import Refused, validate

# The service that FakeSource stands in for.
SERVICE = "athena"
SOURCE: dict[str, str] = DEPLOYMENT["source"]


class FakeSource:
    """The state of the service, and what the tests want to happen."""

    def __init__(self, s3: Any) -> None:
        self.s3 = s3
        # How many of the next queries fail.
        self.failures = 0
        # Token → id of the query, and id → status.
        self.started: dict[str, str] = {}
        self.states: dict[str, dict[str, str]] = {}

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        validate(SERVICE, operation, request)
        if operation == "StartQueryExecution":
            return {"QueryExecutionId": self.start(request)}
        if operation == "GetQueryExecution":
            query = request["QueryExecutionId"]
            return {
                "QueryExecution": {
                    "QueryExecutionId": query,
                    "Status": self.states[query],
                    "ResultConfiguration": {
                        "OutputLocation": f"s3://{BUCKET}/athena/{query}.csv"
                    },
                }
            }
        raise AssertionError(f"{operation} is not part of this pipeline")

    def start(self, request: dict[str, Any]) -> str:
        if request["WorkGroup"] != SOURCE["SourceWorkGroup"]:
            raise Refused("WorkGroup is not found.")
        if request.get("ResultConfiguration"):
            raise Refused("The work group says where results go.")
        token = request["ClientRequestToken"]
        if token not in self.started:
            query = f"example-query-0123456789-{len(self.started) + 1}"
            self.started[token] = query
            self.states[query] = self.run(query)
        return self.started[token]

    def run(self, query: str) -> dict[str, str]:
        if self.failures > 0:
            self.failures -= 1
            return {"State": "FAILED", "StateChangeReason": "out of memory"}
        sample = (ROOT / "data" / "customers.csv").read_bytes()
        self.s3.put_object(Bucket=BUCKET, Key=f"athena/{query}.csv", Body=sample)
        return {"State": "SUCCEEDED"}


def needs(operation: str, parameters: dict[str, Any]) -> list[Need]:
    """Return what IAM asks for when this call is made."""
    group = arn("athena", f"workgroup/{SOURCE['SourceWorkGroup']}")
    if operation == "GetQueryExecution":
        return [Need("athena:GetQueryExecution", group)]
    database, bucket = SOURCE["SourceDatabase"], f"arn:aws:s3:::{BUCKET}"
    result = f"{bucket}/athena/example-query-0123456789-1.csv"
    return [
        Need("athena:StartQueryExecution", group),
        # Athena does the rest in the name of who starts the query.
        Need("athena:GetPreparedStatement", group),
        Need("athena:GetDataCatalog", arn("athena", "datacatalog/AwsDataCatalog")),
        *(
            Need(action, arn("glue", resource))
            for action, resources in {
                "glue:GetDatabase": (
                    "catalog",
                    "database/default",
                    f"database/{database}",
                ),
                "glue:GetTable": (
                    "catalog",
                    f"database/{database}",
                    f"table/{database}/customers",
                ),
            }.items()
            for resource in resources
        ),
        Need("s3:GetBucketLocation", bucket),
        Need("s3:ListBucketMultipartUploads", bucket),
        Need("s3:ListBucket", bucket),
        Need("s3:GetObject", f"{bucket}/data/customers.csv"),
        *(
            Need(f"s3:{action}", result)
            for action in (
                "GetObject",
                "PutObject",
                "AbortMultipartUpload",
                "ListMultipartUploadParts",
            )
        ),
    ]


def run(directory: Path, command: list[str]) -> str:
    """Run a processing job's command; return why it failed, or nothing."""
    return container.run(directory, command)


def fail(aws: Any, times: int) -> None:
    """Let the next extractions fail."""
    aws.source.failures = times


def places(aws: Any) -> list[str]:
    """Where each try wrote to."""
    return [
        f"s3://{BUCKET}/executions/{query}/extracted/" for query in aws.source.states
    ]
