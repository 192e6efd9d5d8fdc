"""The DAGs as real Airflow sees them: loaded, and of the right shape."""

from __future__ import annotations

import socket
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import (
    DEPLOYMENT,
    EXAMPLE,
    ID,
    SEGMENTS,
    SOURCE,
    Aws,
    Load,
    parse,
    write_dags,
)

JOBS = ("prepare", "train", "evaluate")
EVERYTHING = {
    "autoApproveThreshold": 0.9,
    "startOnData": SOURCE["files"],
    "slack": {"workspaceId": "T0ABC", "channelId": "C0ABC"},
}


def test_they_load_without_a_network(
    database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("Parsing the DAGs must not open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    write_dags({**EXAMPLE, **EVERYTHING}, SEGMENTS)
    bag = parse()
    assert bag.import_errors == {}
    more = [f"{ID}-arrivals", f"{ID}-vip"] if SOURCE["files"] else []
    assert sorted(bag.dags) == [ID, *more]


def test_they_say_what_to_do_before_they_were_deployed(database: None) -> None:
    folder = write_dags(EXAMPLE)
    (folder / "config" / "deployment.json").unlink()
    (error,) = parse().import_errors.values()
    assert "`make deploy` puts it there" in error


@pytest.mark.parametrize("schedule", [None, "0 6 1 * *"])
def test_the_schedule_is_the_one_that_is_configured(
    load: Load, schedule: str | None
) -> None:
    dag = load(schedule=schedule)[ID]
    assert dag.schedule == schedule
    assert dag.timetable.can_be_scheduled is (schedule is not None)
    # The missed runs of a year are not made up for, and two never race for the registry.
    assert dag.catchup is False
    assert dag.max_active_runs == 1


def test_they_name_their_owner_and_what_they_are_for(dag: Any) -> None:
    assert dag.description == EXAMPLE["description"]
    assert dag.owner == EXAMPLE["owner"]
    assert {"ml-pipeline", "sagemaker", ID} == dag.tags


def test_every_task_is_retried_with_growing_delays_and_tells_of_its_failure(
    load: Load,
) -> None:
    for dag in load(startOnData=SOURCE["files"]).values():
        for task in dag.tasks:
            assert task.retries == 2
            assert task.execution_timeout
            first, second = (delay_before(task, try_number) for try_number in (1, 2))
            assert first < second <= task.max_retry_delay
            assert len(task.on_failure_callback) == 1


def delay_before(task: Any, try_number: int) -> timedelta:
    """Ask Airflow's scheduler how long it waits after that try."""
    from airflow.models.taskinstance import TaskInstance

    now = datetime.now(timezone.utc)
    ti: Any = SimpleNamespace(
        task=task,
        try_number=try_number,
        end_date=now,
        dag_id=ID,
        task_id=task.task_id,
        logical_date=now,
        retry_delay_override=None,
    )
    delay: timedelta = TaskInstance.next_retry_datetime(ti) - now
    return delay


@pytest.mark.parametrize("job", JOBS)
def test_jobs_are_waited_for_without_a_worker_and_longer_than_they_may_run(
    dag: Any, job: str
) -> None:
    task = dag.get_task(job)
    limit = timedelta(seconds=task.config["StoppingCondition"]["MaxRuntimeInSeconds"])
    assert limit == timedelta(minutes=DEPLOYMENT["maxJobMinutes"])
    assert task.deferrable
    assert task.wait_for_completion
    assert (
        limit
        < timedelta(seconds=task.max_attempts * task.check_interval)
        < task.execution_timeout
    )
    assert task.pool == DEPLOYMENT["pool"]
    assert task.config["Tags"] == [{"Key": "ml-pipeline", "Value": ID}]
    # No Airflow connection: the identity is that of the environment.
    assert task.aws_conn_id is None
    assert task.region_name == EXAMPLE["region"]


def test_job_names_fit_and_differ(load: Load) -> None:
    longest = [*SEGMENTS[:-1], {"name": "a" * 12}]
    names = set()
    for dag in load(segments=longest).values():
        macros = dag.user_defined_macros
        for step in JOBS:
            for run_id in ("manual__2026", "manual__2026_2"):
                for try_number in (1, 100):
                    ti = SimpleNamespace(
                        dag_id=dag.dag_id, run_id=run_id, try_number=try_number
                    )
                    names.add(macros["job_name"](step, macros["segment"], ti))
    assert len(names) == len(longest) * len(JOBS) * 2 * 2
    # They must fit with the longest prefix that infra/pipeline-stack.ts gives.
    assert max(map(len, names)) - len(DEPLOYMENT["jobPrefix"]) + 24 <= 63


def test_the_message_about_a_failure_says_why_in_every_form(dag: Any, aws: Aws) -> None:
    (callback,) = dag.get_task("train").on_failure_callback
    ti = SimpleNamespace(task_id="train", try_number=3)
    error = RuntimeError("the job ran out of memory {{ not a template }}" + "!" * 9000)
    callback({"dag": dag, "ti": ti, "run_id": "run-1", "exception": error})
    ((subject, text, slack),) = aws.messages()
    assert subject == f"{ID}: a task failed"
    assert text.startswith(
        f"Task train failed in try 3 of run run-1 of the Airflow DAG {ID}.\n\n"
        "the job ran out of memory {{ not a template }}!"
    )
    assert slack == {
        "version": "1.0",
        "source": "custom",
        "content": {
            "textType": "client-markdown",
            "title": subject,
            "description": text,
        },
    }
    # What Amazon Q takes.
    assert len(text) <= 8000


def test_a_run_that_takes_too_long_is_told_of_before_it_is_ended(dag: Any) -> None:
    deadline = timedelta(minutes=DEPLOYMENT["deadlineMinutes"])
    assert deadline < dag.dagrun_timeout
    tasks = [dag.get_task(task) for task in (*SOURCE["tasks"], *JOBS)]
    longest = sum((task.execution_timeout for task in tasks), timedelta())
    assert longest < deadline
