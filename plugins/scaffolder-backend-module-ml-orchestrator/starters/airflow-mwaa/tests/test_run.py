"""Whole runs in real Airflow: operators, deferral, branching, retries and callbacks, with the steps run for real."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import deploy
import pytest
from conftest import Aws
from iam import allows, dag_statements, needs

Run = Callable[..., dict[str, str]]
# The pipeline's own threshold is anybody's choice; the sample data is sure to pass this one.
LOW = 0.6


@pytest.fixture
def run(dag: Any) -> Run:
    """Run the DAG once and return the state of each task; retries come at once."""
    for task in dag.tasks:
        task.retry_delay = timedelta(0)

    def start(**conf: Any) -> dict[str, str]:
        dag_run = dag.test(run_conf=conf or None)
        states = {
            task.task_id: str(task.state) for task in dag_run.get_task_instances()
        }
        return {**states, "run": str(dag_run.state)}

    return start


@pytest.fixture(autouse=True)
def all_calls_are_permitted(aws: Aws) -> Iterator[None]:
    """After each run: the stack's policy allows every call that the tasks made."""
    yield
    statements = dag_statements()
    wanted = {need for call in aws.calls for need in needs(*call)}
    assert wanted
    assert {n for n in wanted if not any(allows(s, n) for s in statements)} == set()


def test_a_good_model_is_registered_for_approval(run: Run, aws: Aws) -> None:
    assert run(auc_threshold=LOW) == {
        **dict.fromkeys(
            ("prepare", "train", "evaluate", "gate", "register"), "success"
        ),
        "notify": "skipped",
        "run": "success",
    }
    (package,) = aws.sagemaker.packages.values()
    assert package["ModelApprovalStatus"] == "PendingManualApproval"
    assert package["ModelPackageGroupName"] == deploy.NAME

    # What was registered is there: the model, and the metrics it was judged by.
    model = package["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    metrics = package["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"]
    assert aws.s3.head_object(
        Bucket="test-bucket", Key=model.removeprefix("s3://test-bucket/")
    )
    body = aws.s3.get_object(
        Bucket="test-bucket", Key=metrics.removeprefix("s3://test-bucket/")
    )
    report = json.load(body["Body"])["binary_classification_metrics"]
    assert LOW <= report["auc"]["value"] < 1
    assert aws.messages() == []

    # The jobs were waited for in the triggerer. Each was asked for by its task, which then deferred, by the
    # trigger, and by its task again for the result.
    assert set(aws.sagemaker.asked.values()) == {3}


def test_a_model_below_the_threshold_is_not_registered_and_people_are_told(
    run: Run, aws: Aws
) -> None:
    # The sample data is not perfectly separable, so no model of it can pass this one.
    assert run(auc_threshold=1.0) == {
        **dict.fromkeys(("prepare", "train", "evaluate", "gate", "notify"), "success"),
        "register": "skipped",
        "run": "success",
    }
    assert aws.sagemaker.packages == {}
    ((subject, text),) = aws.messages()
    assert subject == f"{deploy.NAME}: the model is not good enough"
    assert "an AUC of 0." in text
    assert "below 1.0" in text
    assert "evaluation/evaluation.json" in text
    assert "{{" not in text


def test_a_job_that_fails_once_is_tried_again_under_a_name_of_its_own(
    run: Run, aws: Aws
) -> None:
    aws.sagemaker.failures["train"] = 1
    assert run(auc_threshold=LOW)["run"] == "success"
    first, second = (name for name in aws.sagemaker.jobs if "-train-" in name)
    assert (first[-2:], second[-2:]) == ("-1", "-2")
    # What comes after reads from the try that succeeded.
    (package,) = aws.sagemaker.packages.values()
    assert second in package["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    assert aws.messages() == []


def test_a_job_that_keeps_failing_ends_the_run_and_people_are_told_once(
    run: Run, aws: Aws
) -> None:
    aws.sagemaker.failures["train"] = 99
    assert run() == {
        "prepare": "success",
        "train": "failed",
        **dict.fromkeys(("evaluate", "gate", "register", "notify"), "upstream_failed"),
        "run": "failed",
    }
    assert len([name for name in aws.sagemaker.jobs if "-train-" in name]) == 3
    ((subject, text),) = aws.messages()
    assert subject == f"{deploy.NAME}: a task failed"
    assert text.startswith("Task train failed in try 3 of run manual__")


def test_bad_data_stops_the_run_before_anything_is_trained(run: Run, aws: Aws) -> None:
    aws.s3.put_object(
        Bucket="test-bucket", Key="broken/rows.csv", Body=b"customer_id\nC1\n"
    )
    states = run(data_prefix="broken/")
    assert (states["prepare"], states["train"]) == ("failed", "upstream_failed")
    assert not [name for name in aws.sagemaker.jobs if "-train-" in name]
    (job,) = (name for name in aws.sagemaker.jobs if name.endswith("-1"))
    assert "column 'churned' is missing" in aws.sagemaker.jobs[job]["FailureReason"]
    assert len(aws.messages()) == 1
