"""What stands in for EMR Serverless; its application has stopped, for nobody used it lately."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import container
import fake_spark
from conftest import BUCKET, DEPLOYMENT
from needs import Need, arn
from service_model import validate

# The service that FakeSource stands in for.
SERVICE = "emr-serverless"
SOURCE: dict[str, str] = DEPLOYMENT["source"]


class FakeSource:
    """The state of the service, and what the tests want to happen."""

    def __init__(self, s3: Any) -> None:
        self.s3 = s3
        # How many of the next jobs fail.
        self.failures = 0
        self.application = "STOPPED"
        # Token → id of the job, and id → the job.
        self.started: dict[str, str] = {}
        self.jobs: dict[str, dict[str, Any]] = {}

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        validate(SERVICE, operation, request)
        assert request["applicationId"] == SOURCE["SourceApplicationId"]
        if operation == "GetApplication":
            return {"application": {"state": self.application}}
        if operation == "StartApplication":
            self.application = "STARTED"
            return {}
        if operation == "StartJobRun":
            assert self.application == "STARTED"
            return {"jobRunId": self.start(request), **answered()}
        if operation == "GetJobRun":
            return {"jobRun": self.jobs[request["jobRunId"]]}
        if operation == "CancelJobRun":
            return {"jobRunId": request["jobRunId"]}
        raise AssertionError(f"{operation} is not part of this pipeline")

    def start(self, request: dict[str, Any]) -> str:
        assert request["executionRoleArn"] == SOURCE["SourceRoleArn"]
        token = request["clientToken"]
        if token not in self.started:
            job = f"00example{len(self.started) + 1}"
            self.started[token] = job
            failure = self.run(request["jobDriver"]["sparkSubmit"])
            self.jobs[job] = {
                **request,
                "state": "FAILED" if failure else "SUCCESS",
                "stateDetails": failure,
            }
        return self.started[token]

    def run(self, submitted: dict[str, Any]) -> str:
        if self.failures > 0:
            self.failures -= 1
            return "out of memory"
        code = f"s3://{BUCKET}/{SOURCE['SourceCodePrefix']}"
        assert submitted["entryPoint"] == f"{code}/extract.py"
        return fake_spark.extract(self.s3, submitted["entryPointArguments"])


def answered() -> dict[str, Any]:
    return {"ResponseMetadata": {"HTTPStatusCode": 200}}


def needs(operation: str, parameters: dict[str, Any]) -> list[Need]:
    """Return what IAM asks for when this call is made."""
    application = arn("emr-serverless", f"/applications/{parameters['applicationId']}")
    job = f"{application}/jobruns/00example1"
    if "jobRunId" in parameters:
        return [Need(f"emr-serverless:{operation}", job)]
    needed = [Need(f"emr-serverless:{operation}", application)]
    if operation == "StartJobRun":
        role = parameters["executionRoleArn"]
        needed += [
            # When the task is ended by hand; the trigger does it, in later versions of the provider.
            Need("emr-serverless:CancelJobRun", job),
            Need("iam:PassRole", role, "emr-serverless.amazonaws.com"),
        ]
    return needed


def run(directory: Path, command: list[str]) -> str:
    """Run a processing job's command; return why it failed, or nothing."""
    return container.run(directory, command)


def fail(aws: Any, times: int) -> None:
    """Let the next extractions fail."""
    aws.source.failures = times


def places(aws: Any) -> list[str]:
    """Where each try wrote to."""
    return [
        job["jobDriver"]["sparkSubmit"]["entryPointArguments"][-1]
        for job in aws.source.jobs.values()
    ]
