"""What comes before prepare where the data is extracted: waited for, tried again, and read from the try that went well."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import fake_source
import pytest
from conftest import (
    BUCKET,
    DEPLOYMENT,
    EXAMPLE,
    ID,
    SOURCE,
    Aws,
    Load,
    run,
    runs_with_known_calls,
)
from describe import structure

pytestmark = pytest.mark.usefixtures(runs_with_known_calls.__name__)
LOW = 0.6


def read_by_prepare(aws: Aws) -> str:
    (job,) = (name for name in aws.sagemaker.jobs if "-prepare-" in name)
    inputs = {i["InputName"]: i for i in aws.sagemaker.jobs[job]["ProcessingInputs"]}
    uri: str = inputs["data"]["S3Input"]["S3Uri"]
    return uri


def test_prepare_reads_what_was_extracted_and_nothing_else(dag: Any, aws: Aws) -> None:
    assert run(dag, metric_threshold=LOW)["run"] == "success"
    (place,) = fake_source.places(aws)
    assert read_by_prepare(aws) == place
    assert place.startswith(f"s3://{BUCKET}/executions/")


def test_an_extraction_that_fails_once_is_tried_again_in_a_place_of_its_own(
    dag: Any, aws: Aws
) -> None:
    fake_source.fail(aws, 1)
    assert run(dag, metric_threshold=LOW)["run"] == "success"
    first, second = fake_source.places(aws)
    assert first != second
    assert read_by_prepare(aws) == second
    assert aws.messages() == []


def test_one_that_keeps_failing_ends_the_run_and_people_are_told_once(
    dag: Any, aws: Aws
) -> None:
    fake_source.fail(aws, 99)
    states = run(dag)
    assert (states["extract"], states["prepare"]) == ("failed", "upstream_failed")
    assert len(fake_source.places(aws)) == 3
    assert not [name for name in aws.sagemaker.jobs if "-prepare-" in name]
    ((subject, text, _),) = aws.messages()
    assert subject == f"{ID}: a task failed"
    assert text.startswith("Task extract failed in try 3 of run manual__")
    assert text.endswith("out of memory")


def test_it_is_waited_for_without_a_worker_and_longer_than_it_may_take(
    dag: Any,
) -> None:
    task = dag.get_task("extract")
    assert task.deferrable
    limit = timedelta(minutes=DEPLOYMENT["maxJobMinutes"])
    assert limit < task.execution_timeout
    assert task.pool == DEPLOYMENT["pool"]
    # No Airflow connection: the identity is that of the environment.
    assert task.aws_conn_id is None
    assert task.region_name == EXAMPLE["region"]


def test_it_comes_first(load: Load) -> None:
    tasks = {task["task"]: task for task in structure(load()[ID])["tasks"]}
    order = [*SOURCE["tasks"], "prepare"]
    for before, after in zip(order, order[1:], strict=False):
        assert tasks[before]["downstream"] == [after]
