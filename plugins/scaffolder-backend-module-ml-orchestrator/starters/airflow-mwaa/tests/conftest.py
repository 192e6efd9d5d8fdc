"""A real Airflow in build/airflow, and the DAGs in it as `make deploy` puts them into an environment."""

from __future__ import annotations

import functools
import importlib
import json
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
AIRFLOW_HOME = ROOT / "build" / "airflow"
DAGS_FOLDER = AIRFLOW_HOME / "dags"

# The tests are about all that can be configured, so they change the configuration of this repository to an example.
EXAMPLE: dict[str, Any] = {
    **json.loads((ROOT / "config" / "pipeline.json").read_text("utf-8")),
    "name": "example-pipeline",
    "description": "An example",
    "owner": "somebody",
    "region": "eu-west-1",
    "metricThreshold": 0.75,
    "autoApproveThreshold": None,
    "schedule": "0 6 1 * *",
    "startOnData": False,
    "serving": "none",
    "slack": None,
}
# Where the data comes from: whether it is files, and which tasks come before prepare.
SOURCE: dict[str, Any] = json.loads((ROOT / "tests" / "source.json").read_text("utf-8"))
# What the stack writes; tests/dag-files.test.ts sees that it has the same fields.
DEPLOYMENT: dict[str, Any] = {
    **json.loads((ROOT / "tests" / "deployment.json").read_text("utf-8")),
    "source": SOURCE["deployment"],
}
# As many segments as there can be: data that is no files comes from one query, for all customers.
SEGMENTS = [{"name": "all"}, {"name": "vip", "metricThreshold": 0.9}]
SEGMENTS = SEGMENTS if SOURCE["files"] else SEGMENTS[:1]
ID: str = DEPLOYMENT["id"]
BUCKET: str = DEPLOYMENT["bucket"]
ACCOUNT = "111122223333"

# Airflow reads its settings when it is first imported, so this comes before any test does that.
for name in [key for key in os.environ if key.startswith(("AIRFLOW", "AWS_"))]:
    del os.environ[name]
os.environ.update(
    AIRFLOW_HOME=str(AIRFLOW_HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS_FOLDER),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
    MOTO_ACCOUNT_ID=ACCOUNT,
    # No real account can be reached by mistake.
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",  # noqa: S106
    AWS_DEFAULT_REGION=EXAMPLE["region"],
    AWS_EC2_METADATA_DISABLED="true",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
)


def write_dags(
    pipeline: dict[str, Any],
    segments: list[Any] | None = None,
    deployment: dict[str, Any] = DEPLOYMENT,
) -> Path:
    """Put the DAGs where the stack puts them, with the files of its own beside them; and no others."""
    shutil.rmtree(DAGS_FOLDER)
    # As infra/dag-files.ts calls it.
    folder = DAGS_FOLDER / f"pipeline_{deployment['id'].replace('-', '_')}"
    shutil.copytree(ROOT / "dags", folder, ignore=shutil.ignore_patterns("__pycache__"))
    config = folder / "config"
    (config / "pipeline.json").write_text(json.dumps(pipeline), "utf-8")
    (config / "deployment.json").write_text(json.dumps(deployment), "utf-8")
    if segments is not None:
        text = yaml.safe_dump({"segments": segments})
        (config / "segments.yaml").write_text(text, "utf-8")
    return folder


def parse() -> Any:
    """Parse the DAGs anew, as each of Airflow's processes does: nothing is kept from another test."""
    for module in [name for name in sys.modules if name.startswith("pipeline_")]:
        del sys.modules[module]
    importlib.invalidate_caches()
    return dag_bag_class()(dag_folder=DAGS_FOLDER)


def dag_bag_class() -> Any:
    """Return the class from where Airflow 3.2 has it, or else from where it was before."""
    try:
        module = importlib.import_module("airflow.dag_processing.dagbag")
    except ImportError:
        module = importlib.import_module("airflow.models.dagbag")
    return module.DagBag


def airflow(*words: str) -> None:
    """Run a command of Airflow in this process, which has loaded Airflow already."""
    from airflow.cli.cli_parser import get_parser

    arguments = get_parser().parse_args(words)
    arguments.func(arguments)


@pytest.fixture(scope="session")
def database() -> None:
    shutil.rmtree(AIRFLOW_HOME, ignore_errors=True)
    DAGS_FOLDER.mkdir(parents=True)
    # Airflow's own processes have it there.
    sys.path.append(str(DAGS_FOLDER))
    airflow("db", "migrate")


@pytest.fixture(scope="session", autouse=True)
def one_api_server() -> None:
    """Let `dag.test()` build the API that tasks talk to once, not anew for every task: most of its time."""
    from airflow.sdk.execution_time import supervisor

    supervisor.in_process_api_server = functools.cache(supervisor.in_process_api_server)


@pytest.fixture(scope="session", autouse=True)
def triggers_that_fail() -> None:
    """Let `dag.test()` do as Airflow does otherwise when a trigger fails: resume the task, for it to fail in its turn.

    By itself it ends the task for good, without another try and without a callback; and before Airflow 3.3 it shows callbacks no error.
    """
    from airflow.sdk import BaseOperator
    from airflow.sdk.definitions import dag
    from airflow.sdk.execution_time import task_runner
    from airflow.triggers.base import TriggerEvent

    failed = "__fail__"
    testing: Any = dag
    operator: Any = BaseOperator
    runner: Any = task_runner
    wait = testing._run_inline_trigger
    resume = operator.resume_execution
    finalize = runner.finalize

    def wait_or_fail(*arguments: Any) -> Any:
        try:
            return wait(*arguments)
        except Exception:
            return TriggerEvent(failed)

    def resume_or_fail(
        self: Any, next_method: str, next_kwargs: Any, context: Any
    ) -> Any:
        if next_kwargs and next_kwargs.get("event") == failed:
            next_method, next_kwargs = failed, {"error": "Trigger failure"}
        return resume(self, next_method, next_kwargs, context)

    def finalize_with_error(
        ti: Any, state: Any, context: Any, log: Any, error: Any = None
    ) -> Any:
        context["exception"] = error
        return finalize(ti, state, context, log, error)

    testing._run_inline_trigger = wait_or_fail
    operator.resume_execution = resume_or_fail
    runner.finalize = finalize_with_error


Load = Callable[..., dict[str, Any]]


@pytest.fixture
def load(database: None) -> Load:
    """Deploy the DAGs with some of the configuration changed, and parse them."""

    def with_changes(
        segments: list[Any] | None = None, **pipeline: Any
    ) -> dict[str, Any]:
        write_dags({**EXAMPLE, **pipeline}, segments)
        bag = parse()
        assert bag.import_errors == {}
        # An import that Airflow only tolerates, such as one from `airflow.decorators`, comes as a warning.
        assert bag.captured_warnings == {}
        return dict(bag.dags)

    return with_changes


@pytest.fixture
def dag(load: Load) -> Any:
    return load()[ID]


@dataclass
class Aws:
    """What stands in for the AWS account during a test."""

    sagemaker: Any
    source: Any
    s3: Any
    sqs: Any
    calls: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def messages(self) -> list[tuple[str, str, Any]]:
        """Return subject, text and what Slack gets of everything published to the topic."""
        from moto.backends import get_backend

        backend = get_backend("sns")[ACCOUNT][EXAMPLE["region"]]
        topic = backend.topics[DEPLOYMENT["topicArn"]]
        parts = [(sent[2], json.loads(sent[1])) for sent in topic.sent_notifications]
        return [
            (subject, part["default"], json.loads(part.get("https", "null")))
            for subject, part in parts
        ]


@pytest.fixture(scope="session")
def moto_endpoint() -> Iterator[str]:
    """One server for all tests: it makes an application of its own for each service, which takes longer than most tests."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    yield f"http://{host}:{port}"
    moto.stop()


@pytest.fixture
def aws(moto_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Aws]:
    """S3, SNS and SQS from moto, SageMaker and the source from files here, holding what the stack makes and uploads."""
    import boto3
    import fake_source
    from aiobotocore.client import AioBaseClient
    from botocore.client import BaseClient
    from fake_sagemaker import FakeSageMaker, serve

    endpoint = moto_endpoint
    s3 = boto3.client("s3", endpoint_url=endpoint)
    sqs = boto3.client("sqs", endpoint_url=endpoint)
    sns = boto3.client("sns", endpoint_url=endpoint)
    s3.create_bucket(
        Bucket=BUCKET,
        CreateBucketConfiguration={"LocationConstraint": EXAMPLE["region"]},
    )
    for script in (ROOT / "steps").glob("*.py"):
        s3.upload_file(str(script), BUCKET, f"{DEPLOYMENT['codePrefix']}{script.name}")
    s3.upload_file(str(ROOT / "data/customers.csv"), BUCKET, "data/customers.csv")
    sns.create_topic(Name=DEPLOYMENT["topicArn"].split(":")[-1])
    sqs.create_queue(QueueName=DEPLOYMENT["queueUrl"].split("/")[-1])

    service = FakeSageMaker(endpoint)
    server = serve(service)
    source = fake_source.FakeSource(s3)
    account = Aws(service, source, s3, sqs)
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv(
        "AWS_ENDPOINT_URL_SAGEMAKER", f"http://127.0.0.1:{server.server_port}"
    )

    def record(client: Any, operation: str, parameters: dict[str, Any]) -> bool:
        """Remember the call, and say whether it is the source's to answer."""
        name = client.meta.service_model.service_name
        account.calls.append((name, operation, parameters))
        return bool(name == fake_source.SERVICE)

    call = BaseClient._make_api_call
    call_async = AioBaseClient._make_api_call

    def recorded(self: Any, operation: str, parameters: dict[str, Any]) -> Any:
        ours = self in (s3, sqs, service.s3)
        if not ours and record(self, operation, parameters):
            return source.answer(operation, parameters)
        return call(self, operation, parameters)

    async def recorded_async(
        self: Any, operation: str, parameters: dict[str, Any]
    ) -> Any:
        if record(self, operation, parameters):
            return source.answer(operation, parameters)
        return await call_async(self, operation, parameters)

    monkeypatch.setattr(BaseClient, "_make_api_call", recorded)
    monkeypatch.setattr(AioBaseClient, "_make_api_call", recorded_async)
    yield account
    server.shutdown()
    # The server's state lives in this process; the next test starts from nothing.
    from moto.backends import get_backend

    for name in ("s3", "sns", "sqs"):
        get_backend(name).reset()


@pytest.fixture
def runs_with_known_calls(aws: Aws) -> Iterator[None]:
    """After each run: every call is among those that tests/dag-policy.test.ts compares with the DAG's policy."""
    import aws_needs

    yield
    if aws.calls:
        aws_needs.check(aws.calls)


def run(dag: Any, **conf: Any) -> dict[str, str]:
    """Run the DAG once and return the state of each task; retries come at once."""
    # Airflow knows the assets of DAGs that its DAG processor has read.
    airflow("dags", "reserialize")
    # Airflow 3.2 cannot end a test run that has a deadline; see test_deadline.py.
    dag.deadline = None
    for task in dag.tasks:
        task.retry_delay = timedelta(0)
    dag_run = dag.test(run_conf=conf or None)
    states = {task.task_id: str(task.state) for task in dag_run.get_task_instances()}
    return {**states, "run": str(dag_run.state)}
