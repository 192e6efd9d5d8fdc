"""The DAG as real Airflow sees it: loaded, and of the right shape."""

from __future__ import annotations

import json
import socket
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import deploy
import pytest
from conftest import OUTPUTS, ROOT, Aws

EDGES = {
    "prepare": {"train"},
    "train": {"evaluate"},
    "evaluate": {"gate"},
    "gate": {"register", "notify"},
    "register": set(),
    "notify": set(),
}
JOBS = ("prepare", "train", "evaluate")


def test_airflow_and_its_amazon_provider_are_the_environments() -> None:
    assert version("apache-airflow") == deploy.TESTED_AIRFLOW
    pin = (
        f"apache-airflow-providers-amazon=={version('apache-airflow-providers-amazon')}"
    )
    assert pin in (ROOT / "dags" / "constraints.txt").read_text("utf-8").splitlines()


def test_it_loads_without_errors_and_without_a_network(
    database: None, dags_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from airflow.dag_processing.dagbag import DagBag

    def refuse(*_: Any) -> None:
        raise AssertionError("Parsing the DAG must not open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    bag = DagBag(dag_folder=dags_folder, include_examples=False)
    assert bag.import_errors == {}
    # An import that Airflow 3 only tolerates, such as one from `airflow.decorators`, comes as a warning.
    assert bag.captured_warnings == {}
    assert list(bag.dags) == [deploy.NAME]


def test_it_says_what_to_do_before_it_was_deployed(
    database: None, tmp_path: Path
) -> None:
    from airflow.dag_processing.dagbag import DagBag

    deploy.assemble(OUTPUTS, tmp_path / "dags")
    (tmp_path / "dags" / "config" / "deployment.json").unlink()
    bag = DagBag(dag_folder=tmp_path / "dags", include_examples=False)
    (error,) = bag.import_errors.values()
    assert "`make deploy` writes it" in error


def test_order_of_the_tasks(dag: Any) -> None:
    assert {task.task_id: task.downstream_task_ids for task in dag.tasks} == EDGES
    assert {task.trigger_rule for task in dag.tasks} == {"all_success"}


def test_settings(dag: Any) -> None:
    config = json.loads((ROOT / "dags" / "config" / "pipeline.json").read_text("utf-8"))
    assert dag.dag_id == config["name"]
    assert dag.description == config["description"]
    assert dag.schedule == config["schedule"]
    assert dag.timetable.can_be_scheduled is (config["schedule"] is not None)
    assert dag.owner == config["owner"]
    assert dag.catchup is False
    assert dag.max_active_runs == 1
    assert {"ml-pipeline", "sagemaker"} < dag.tags
    assert dag.params["auc_threshold"] == config["auc_threshold"]


def test_every_task_is_retried_with_growing_delays_and_tells_of_its_failure(
    dag: Any,
) -> None:
    for task in dag.tasks:
        assert task.retries == 2
        # A multiplier in this Airflow; `True` would be 1, a delay that does not grow.
        assert task.retry_exponential_backoff == 2.0
        assert isinstance(task.retry_exponential_backoff, float)
        (callback,) = task.on_failure_callback
        assert callback.target_arn == OUTPUTS["TopicArn"]
        assert task.execution_timeout


@pytest.mark.parametrize("job", JOBS)
def test_jobs_are_waited_for_without_a_worker_and_longer_than_they_may_run(
    dag: Any, job: str
) -> None:
    task = dag.get_task(job)
    limit = timedelta(seconds=task.config["StoppingCondition"]["MaxRuntimeInSeconds"])
    assert task.deferrable
    assert task.wait_for_completion
    assert (
        limit
        < timedelta(seconds=task.max_attempts * task.check_interval)
        < task.execution_timeout
    )


def test_nothing_uses_an_airflow_connection(dag: Any) -> None:
    for task in dag.tasks:
        if task.task_id not in ("gate", "register"):
            assert task.aws_conn_id is None
            assert task.region_name == deploy.PIPELINE["region"]


def test_job_names_fit_and_differ(dag: Any) -> None:
    job_name = dag.user_defined_macros["job_name"]
    run = "manual__2026-01-01T00:00:00.000000+00:00"
    names = {
        job_name(step, SimpleNamespace(run_id=run_id, try_number=number))
        for step in JOBS
        for run_id in (run, f"{run}_2")
        for number in (1, 10)
    }
    assert len(names) == 12
    # As long as they are with this pipeline's name, they must fit with the longest name there can be.
    assert max(map(len, names)) - len(deploy.NAME) + 40 <= 63


def test_the_message_about_a_failure_says_why(dag: Any, aws: Aws) -> None:
    (callback,) = dag.get_task("train").on_failure_callback
    ti = SimpleNamespace(task_id="train", try_number=3)
    error = RuntimeError("the job ran out of memory {{ not a template }}")
    callback({"dag": dag, "ti": ti, "run_id": "run-1", "exception": error})
    ((subject, text),) = aws.messages()
    assert subject == f"{deploy.NAME}: a task failed"
    assert text == (
        f"Task train failed in try 3 of run run-1 of the Airflow DAG {deploy.NAME}.\n\n"
        "the job ran out of memory {{ not a template }}"
    )
