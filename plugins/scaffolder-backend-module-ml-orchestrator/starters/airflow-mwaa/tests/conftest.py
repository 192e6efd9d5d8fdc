"""A real Airflow in build/airflow, and the DAG in it as `make deploy` puts it into an environment."""

from __future__ import annotations

import functools
import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "infrastructure"))

import deploy  # noqa: E402  (its folder had to be put on the path first)

AIRFLOW_HOME = ROOT / "build" / "airflow"
OUTPUTS = {
    "BucketName": "test-bucket",
    "JobRoleArn": "arn:aws:iam::123456789012:role/test-jobs",
    "TopicArn": f"arn:aws:sns:{deploy.PIPELINE['region']}:123456789012:test-topic",
    "ModelPackageGroupName": deploy.NAME,
}

# Airflow reads its settings when it is first imported, so this comes before any test does that.
for name in [key for key in os.environ if key.startswith(("AIRFLOW", "AWS_"))]:
    del os.environ[name]
os.environ.update(
    AIRFLOW_HOME=str(AIRFLOW_HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(AIRFLOW_HOME / "dags"),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
    # No real account can be reached by mistake.
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",  # noqa: S106
    AWS_DEFAULT_REGION=deploy.PIPELINE["region"],
    AWS_EC2_METADATA_DISABLED="true",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
)


@pytest.fixture(scope="session")
def dags_folder() -> Path:
    """The environment's dags folder, with this pipeline's folder in it."""
    shutil.rmtree(AIRFLOW_HOME, ignore_errors=True)
    folder = AIRFLOW_HOME / "dags"
    deploy.assemble(OUTPUTS, folder / deploy.NAME)
    return folder


@pytest.fixture(scope="session")
def database(dags_folder: Path) -> None:
    migrate = [sys.executable, "-m", "airflow", "db", "migrate"]
    done = subprocess.run(migrate, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session", autouse=True)
def one_api_server() -> None:
    """Let `dag.test()` build the API that tasks talk to once, not anew for every task: most of its time."""
    from airflow.sdk.execution_time import supervisor

    supervisor.in_process_api_server = functools.cache(supervisor.in_process_api_server)


@pytest.fixture
def dag(database: None, dags_folder: Path) -> Any:
    """Parse the DAG anew, as each of Airflow's processes does: nothing is kept from another test."""
    # Where Airflow 3.2 keeps it; `airflow.models.DagBag` is on its way out.
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(dag_folder=dags_folder, include_examples=False)
    assert bag.import_errors == {}
    return bag.dags[deploy.NAME]


@dataclass
class Aws:
    """What stands in for the AWS account during a test."""

    sagemaker: Any
    s3: Any
    calls: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def messages(self) -> list[tuple[str, str]]:
        """Return subject and text of everything published to the topic."""
        from moto.backends import get_backend

        backend = get_backend("sns")["123456789012"][deploy.PIPELINE["region"]]
        topic = backend.topics[OUTPUTS["TopicArn"]]
        return [
            (sent[2], json.loads(sent[1])["default"])
            for sent in topic.sent_notifications
        ]


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Aws]:
    """S3 and SNS from moto, SageMaker from fake_sagemaker.py, holding what `make deploy` uploads."""
    import boto3
    from aiobotocore.client import AioBaseClient
    from botocore.client import BaseClient
    from fake_sagemaker import FakeSageMaker, serve
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    s3 = boto3.client("s3", endpoint_url=endpoint)
    sns = boto3.client("sns", endpoint_url=endpoint)
    bucket = OUTPUTS["BucketName"]
    # An endpoint in us-east-1 makes buckets anywhere, and has no word for its own region.
    maker = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
    maker.create_bucket(Bucket=bucket)
    for script in (ROOT / "steps").glob("*.py"):
        s3.upload_file(
            str(script), bucket, f"code/{deploy.code_digest()}/{script.name}"
        )
    s3.upload_file(
        str(ROOT / "data/customers.csv"), bucket, f"{deploy.DATA_PREFIX}customers.csv"
    )
    sns.create_topic(Name="test-topic")

    service = FakeSageMaker(endpoint)
    server = serve(service)
    account = Aws(service, s3)
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv(
        "AWS_ENDPOINT_URL_SAGEMAKER", f"http://127.0.0.1:{server.server_port}"
    )

    def record(client: Any, operation: str, parameters: dict[str, Any]) -> None:
        account.calls.append(
            (client.meta.service_model.service_name, operation, parameters)
        )

    call = BaseClient._make_api_call
    call_async = AioBaseClient._make_api_call

    def recorded(self: Any, operation: str, parameters: dict[str, Any]) -> Any:
        if self is not s3 and self is not service.s3:
            record(self, operation, parameters)
        return call(self, operation, parameters)

    async def recorded_async(
        self: Any, operation: str, parameters: dict[str, Any]
    ) -> Any:
        record(self, operation, parameters)
        return await call_async(self, operation, parameters)

    monkeypatch.setattr(BaseClient, "_make_api_call", recorded)
    monkeypatch.setattr(AioBaseClient, "_make_api_call", recorded_async)
    yield account
    server.shutdown()
    moto.stop()
    # The server's state lives in this process; the next test starts from nothing.
    from moto.backends import get_backend

    for name in ("s3", "sns"):
        get_backend(name).reset()
