"""A stand-in for the SageMaker API that runs the jobs for real, as processes of this machine.

It speaks the service's JSON protocol over HTTP, so the DAG's own clients (and Airflow's asynchronous ones)
talk to it unchanged. A job gets its S3 inputs as files, its entry point runs, and its outputs go back to
S3. A request that breaks the service's published model is refused as the service would refuse it.
"""

from __future__ import annotations

import json
import tempfile
import threading
import traceback
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import container
import fake_source
from conftest import ACCOUNT, EXAMPLE
from service_model import Refused, validate

REGION: str = EXAMPLE["region"]


def split_uri(uri: str) -> tuple[str, str]:
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


class FakeSageMaker:
    """The state of the service, and what the tests want to happen."""

    def __init__(self, endpoint_s3: str) -> None:
        self.s3 = boto3.client("s3", endpoint_url=endpoint_s3, region_name=REGION)
        self.jobs: dict[str, dict[str, Any]] = {}
        self.packages: dict[str, dict[str, Any]] = {}
        # Step → how many of its next jobs fail.
        self.failures: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()

    # --- The API ---

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        validate("sagemaker", operation, request)
        if operation == "CreateModelPackage":
            return self.create_model_package(request)
        kind = "Processing" if "Processing" in operation else "Training"
        name = request[f"{kind}JobName"]
        if operation == f"Create{kind}Job":
            if name in self.jobs:
                raise Refused("Job name must be unique within an AWS account")
            self.jobs[name] = self.run(kind, name, request)
            return {f"{kind}JobArn": self.jobs[name][f"{kind}JobArn"]}
        if operation == f"Describe{kind}Job":
            if name not in self.jobs:
                raise Refused("Requested resource not found.")
            return self.describe(kind, name)
        raise Refused(f"{operation} is not part of this pipeline")

    def describe(self, kind: str, name: str) -> dict[str, Any]:
        job = self.jobs[name]
        self.asked[name] += 1
        # A job is still running when it is first asked for, so that the task defers.
        if self.asked[name] == 1:
            return {**job, f"{kind}JobStatus": "InProgress"}
        return job

    def create_model_package(self, request: dict[str, Any]) -> dict[str, Any]:
        token = request["ClientToken"]
        if token not in self.packages:
            group = request["ModelPackageGroupName"]
            arn = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:model-package/{group}/{len(self.packages) + 1}"
            self.packages[token] = {**request, "ModelPackageArn": arn}
        return {"ModelPackageArn": self.packages[token]["ModelPackageArn"]}

    # --- Running a job ---

    def run(self, kind: str, name: str, request: dict[str, Any]) -> dict[str, Any]:
        arn = f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:{kind.lower()}-job/{name}"
        job = {**request, f"{kind}JobArn": arn, "CreationTime": 0}
        step = next(
            part
            for part in ("extract", "prepare", "train", "evaluate")
            if f"-{part}-" in name
        )
        if self.failures[step] > 0:
            self.failures[step] -= 1
            return {
                **job,
                f"{kind}JobStatus": "Failed",
                "FailureReason": "ClientError: out of memory",
            }
        with tempfile.TemporaryDirectory() as root:
            if kind == "Processing":
                failure = self.process(Path(root), request)
            else:
                artifact = f"{request['OutputDataConfig']['S3OutputPath']}/{name}/output/model.tar.gz"
                job["ModelArtifacts"] = {"S3ModelArtifacts": artifact}
                failure = self.train(Path(root), request, artifact)
        if failure:
            reason = {"FailureReason": failure}
            if kind == "Processing":
                # What the script says has a place of its own there.
                reason = {
                    "FailureReason": "AlgorithmError: See job logs",
                    "ExitMessage": failure,
                }
            return {**job, f"{kind}JobStatus": "Failed", **reason}
        return {**job, f"{kind}JobStatus": "Completed"}

    def process(self, directory: Path, request: dict[str, Any]) -> str:
        for item in request["ProcessingInputs"]:
            source = item["S3Input"]
            self.download(source["S3Uri"], directory / source["LocalPath"].lstrip("/"))
        what = request["AppSpecification"]
        failure = fake_source.run(
            directory, [*what["ContainerEntrypoint"], *what["ContainerArguments"]]
        )
        for item in request["ProcessingOutputConfig"]["Outputs"] if not failure else []:
            target = item["S3Output"]
            self.upload(directory / target["LocalPath"].lstrip("/"), target["S3Uri"])
        return failure

    def train(self, directory: Path, request: dict[str, Any], artifact: str) -> str:
        for channel in request["InputDataConfig"]:
            uri = channel["DataSource"]["S3DataSource"]["S3Uri"]
            self.download(uri, directory / "opt/ml/input/data" / channel["ChannelName"])
        (directory / "opt/ml/model").mkdir(parents=True)
        failure = container.run(
            directory, container.script_mode(request["HyperParameters"])
        )
        if not failure:
            self.s3.upload_file(
                str(container.pack_model(directory)), *split_uri(artifact)
            )
        return failure

    # --- S3 ---

    def download(self, uri: str, target: Path) -> None:
        """Copy what is under the prefix, by its name below the prefix, as SageMaker does."""
        bucket, prefix = split_uri(uri)
        objects = self.s3.list_objects_v2(Bucket=bucket, Prefix=prefix).get(
            "Contents", []
        )
        if not objects:
            raise Refused(f"No S3 objects found under S3 URL {uri}")
        target.mkdir(parents=True)
        for item in objects:
            below = item["Key"].removeprefix(prefix).lstrip("/")
            file = target / (below or Path(item["Key"]).name)
            file.parent.mkdir(parents=True, exist_ok=True)
            self.s3.download_file(bucket, item["Key"], str(file))

    def upload(self, source: Path, uri: str) -> None:
        bucket, prefix = split_uri(uri)
        for file in sorted(path for path in source.rglob("*") if path.is_file()):
            self.s3.upload_file(
                str(file), bucket, f"{prefix}/{file.relative_to(source)}"
            )


def serve(service: FakeSageMaker) -> ThreadingHTTPServer:
    """Start answering on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            operation = self.headers["X-Amz-Target"].split(".")[-1]
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            try:
                self.reply(200, service.answer(operation, request))
            except Refused as problem:
                self.reply(
                    400, {"__type": "ValidationException", "message": str(problem)}
                )
            except Exception:
                self.reply(
                    500,
                    {"__type": "InternalFailure", "message": traceback.format_exc()},
                )

        def reply(self, status: int, body: dict[str, Any]) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/x-amz-json-1.1")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Say nothing: the tests' own output is enough."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
