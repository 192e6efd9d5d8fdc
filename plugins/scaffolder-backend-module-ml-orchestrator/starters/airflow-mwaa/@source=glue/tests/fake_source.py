"""What stands in for AWS Glue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import container
import fake_spark
from conftest import DEPLOYMENT
from needs import Need, arn
from service_model import validate

# The service that FakeSource stands in for.
SERVICE = "glue"
JOB: str = DEPLOYMENT["source"]["SourceJobName"]


class FakeSource:
    """The state of the service, and what the tests want to happen."""

    def __init__(self, s3: Any) -> None:
        self.s3 = s3
        # How many of the next runs fail.
        self.failures = 0
        # Id → the run.
        self.runs: dict[str, dict[str, Any]] = {}

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        validate(SERVICE, operation, request)
        assert request["JobName"] == JOB
        if operation == "GetJob":
            return {"Job": {"Name": JOB}}
        if operation == "StartJobRun":
            name = f"jr_{len(self.runs) + 1}"
            failure = self.run(request["Arguments"])
            self.runs[name] = {
                **request,
                "Id": name,
                "JobRunState": "FAILED" if failure else "SUCCEEDED",
                "ErrorMessage": failure,
            }
            return {"JobRunId": name}
        if operation == "GetJobRun":
            return {"JobRun": self.runs[request["RunId"]]}
        raise AssertionError(f"{operation} is not part of this pipeline")

    def run(self, arguments: dict[str, str]) -> str:
        if self.failures > 0:
            self.failures -= 1
            return "out of memory"
        # Glue adds options of its own.
        words = [
            "--JOB_NAME",
            JOB,
            *(word for pair in arguments.items() for word in pair),
        ]
        return fake_spark.extract(self.s3, words)


def needs(operation: str, parameters: dict[str, Any]) -> list[Need]:
    """Return what IAM asks for when this call is made."""
    return [Need(f"glue:{operation}", arn("glue", f"job/{JOB}"))]


def run(directory: Path, command: list[str]) -> str:
    """Run a processing job's command; return why it failed, or nothing."""
    return container.run(directory, command)


def fail(aws: Any, times: int) -> None:
    """Let the next extractions fail."""
    aws.source.failures = times


def places(aws: Any) -> list[str]:
    """Where each try wrote to."""
    return [run["Arguments"]["--output"] for run in aws.source.runs.values()]
