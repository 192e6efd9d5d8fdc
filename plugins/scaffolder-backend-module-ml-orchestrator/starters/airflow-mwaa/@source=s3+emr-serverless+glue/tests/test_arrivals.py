"""Each file that arrives starts one run, on that file alone: through the real queue, trigger and operator."""

from __future__ import annotations

import asyncio
import json
import pkgutil
import sys
from types import SimpleNamespace
from typing import Any

import aws_needs
import pytest
from conftest import DEPLOYMENT, ID, Aws, Load, airflow

SEGMENTS = [{"name": "all"}, {"name": "vip"}]


def send(aws: Aws, key: str, version: str = "v1") -> None:
    """What EventBridge puts into the queue, see infra/arrivals.ts."""
    send_body(aws, json.dumps({"key": key, "version": version}))


def send_body(aws: Aws, body: str) -> None:
    queue = aws.sqs.get_queue_url(QueueName=DEPLOYMENT["queueUrl"].split("/")[-1])
    aws.sqs.send_message(QueueUrl=queue["QueueUrl"], MessageBody=body)


@pytest.fixture
def arrivals(load: Load) -> Any:
    return load(segments=SEGMENTS, startOnData=True)[f"{ID}-arrivals"]


def trigger_of(dag: Any) -> Any:
    (asset,) = dag.schedule
    (watcher,) = asset.watchers
    return watcher.trigger


def hear(dag: Any) -> dict[str, Any]:
    """Let the trigger look until it reports something, as the triggerer does; return what an asset's event holds then."""

    async def first() -> Any:
        async for event in trigger_of(dag).run():
            return event.payload

    return {"from_trigger": True, "payload": asyncio.run(first())}


def runs_after(dag: Any, *extras: dict[str, Any]) -> list[dict[str, Any]]:
    """Ask the first task which runs to start, given these events of the asset."""
    events = {"asset": [SimpleNamespace(extra=extra) for extra in extras]}
    runs: list[dict[str, Any]] = dag.get_task("find_runs").python_callable(events)
    return runs


def test_without_files_that_start_runs_there_is_no_such_dag(load: Load) -> None:
    assert list(load(startOnData=False)) == [ID]


def test_airflow_can_write_the_trigger_down_and_make_it_again(arrivals: Any) -> None:
    path, values = trigger_of(arrivals).serialize()
    again = pkgutil.resolve_name(path)(**json.loads(json.dumps(values)))
    assert again.serialize() == (path, values)
    assert again.sqs_queue == DEPLOYMENT["queueUrl"]
    assert again.aws_conn_id is None


def test_each_file_starts_a_run_of_its_segment_on_itself(
    arrivals: Any, aws: Aws
) -> None:
    send(aws, "data/incoming/2026-11.csv")
    send(aws, "data/vip/incoming/äpfel & birnen.csv")
    runs = runs_after(arrivals, hear(arrivals))
    assert {run["trigger_dag_id"]: run["conf"] for run in runs} == {
        ID: {"data_prefix": "data/incoming/2026-11.csv"},
        f"{ID}-vip": {"data_prefix": "data/vip/incoming/äpfel & birnen.csv"},
    }
    aws_needs.check(aws.calls)
    # What was heard of is not told again.
    send(aws, "data/incoming/next.csv")
    (run,) = runs_after(arrivals, hear(arrivals))
    assert run["conf"] == {"data_prefix": "data/incoming/next.csv"}


def test_a_file_that_is_told_of_twice_has_one_run_and_a_new_version_another(
    arrivals: Any, aws: Aws
) -> None:
    heard = []
    for version in ("v1", "v1", "v2"):
        send(aws, "data/incoming/2026-11.csv", version)
        heard.append(hear(arrivals))
    first, again, changed = (
        run["trigger_run_id"] for run in runs_after(arrivals, *heard)
    )
    assert first == again != changed


def test_people_are_told_of_a_file_that_belongs_to_nobody(
    arrivals: Any, aws: Aws
) -> None:
    send(aws, "data/other/incoming/2026-11.csv")
    assert runs_after(arrivals, hear(arrivals)) == []
    ((subject, text, _),) = aws.messages()
    assert subject == f"{ID}: a file was not used"
    assert text.startswith("data/other/incoming/2026-11.csv arrived")


@pytest.mark.parametrize("body", ["nonsense", "[]", '{"version": "v1"}'])
def test_what_tells_of_no_file_is_told_and_keeps_no_other_file_back(
    arrivals: Any, aws: Aws, body: str
) -> None:
    send_body(aws, body)
    send(aws, "data/incoming/2026-11.csv")
    heard: list[dict[str, Any]] = []
    while sum(len(h["payload"]["message_batch"]) for h in heard) < 2:
        heard.append(hear(arrivals))
    (run,) = runs_after(arrivals, *heard)
    assert run["conf"] == {"data_prefix": "data/incoming/2026-11.csv"}
    ((subject, text, _),) = aws.messages()
    assert subject == f"{ID}: a message was not understood"
    assert text.endswith(body)


def test_airflow_starts_the_runs_once(
    arrivals: Any, aws: Aws, monkeypatch: pytest.MonkeyPatch
) -> None:
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session

    # The DAGs that are started must be in Airflow's database, as its DAG processor puts them there.
    airflow("dags", "reserialize")
    # `dag.test()` knows no events, so the messages come from here; the rest is Airflow's own.
    key = "data/incoming/2026-11.csv"
    found = [{"key": key, "version": "v1"}, {"key": key, "version": "v2"}]
    module = sys.modules[arrivals.get_task("find_runs").python_callable.__module__]
    messages = [json.dumps(file) for file in found]
    monkeypatch.setattr(module, "messages_of", lambda _: iter(messages))

    states = []
    for _ in range(2):
        run = arrivals.test()
        states.append(
            sorted(
                str(ti.state)
                for ti in run.get_task_instances()
                if ti.task_id == "start_run"
            )
        )
    assert states == [["success", "success"], ["skipped", "skipped"]]
    with create_session() as session:
        started = session.query(DagRun).filter(DagRun.run_id.like("arrival__%")).all()
        assert [(run.dag_id, run.conf) for run in started] == [
            (ID, {"data_prefix": key}),
            (ID, {"data_prefix": key}),
        ]
