"""Whole runs in real Airflow: operators, deferral, branching, retries and callbacks, with the steps run for real."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import aws_needs
import pytest
from conftest import BUCKET, DEPLOYMENT, ID, Aws, Load, airflow

Run = Callable[..., dict[str, str]]
# The sample data is sure to pass the first one, and no model of it can pass the second: it is not perfectly separable.
LOW, HIGHEST = 0.6, 1.0


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


@pytest.fixture(autouse=True)
def all_calls_are_known(aws: Aws) -> Iterator[None]:
    """After each run: every call is among those that tests/dag-policy.test.ts compares with the DAG's policy."""
    yield
    aws_needs.check(aws.calls)


def test_a_good_model_is_registered_for_approval(dag: Any, aws: Aws) -> None:
    assert run(dag, metric_threshold=LOW) == {
        **dict.fromkeys(
            ("prepare", "train", "evaluate", "gate", "register"), "success"
        ),
        "notify": "skipped",
        "run": "success",
    }
    (package,) = aws.sagemaker.packages.values()
    assert package["ModelApprovalStatus"] == "PendingManualApproval"
    assert package["ModelPackageGroupName"] == DEPLOYMENT["modelPackageGroup"]

    # What was registered is there: the model, and the metrics it was judged by.
    model = package["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    metrics = package["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"]
    model_key, metrics_key = (
        uri.removeprefix(f"s3://{BUCKET}/") for uri in (model, metrics)
    )
    assert aws.s3.head_object(Bucket=BUCKET, Key=model_key)
    body = aws.s3.get_object(Bucket=BUCKET, Key=metrics_key)
    report = json.load(body["Body"])["binary_classification_metrics"]
    assert LOW <= report["auc"]["value"] < 1
    assert float(package["CustomerMetadataProperties"]["auc"]) == pytest.approx(
        report["auc"]["value"]
    )
    assert aws.messages() == []

    # The jobs were waited for in the triggerer. Each was asked for by its task, which then deferred, by the
    # trigger, and by its task again for the result.
    assert set(aws.sagemaker.asked.values()) == {3}


@pytest.mark.parametrize(
    ("threshold", "status"), [(LOW, "Approved"), (HIGHEST, "PendingManualApproval")]
)
def test_a_model_above_the_second_threshold_is_approved_at_once(
    load: Load, aws: Aws, threshold: float, status: str
) -> None:
    dag = load(autoApproveThreshold=threshold)[ID]
    # Whoever starts a run cannot approve its model by a value of the run.
    assert run(dag, metric_threshold=LOW, autoApproveThreshold=0)["run"] == "success"
    (package,) = aws.sagemaker.packages.values()
    assert package["ModelApprovalStatus"] == status


def test_a_model_below_the_threshold_is_not_registered_and_people_are_told(
    dag: Any, aws: Aws
) -> None:
    assert run(dag, metric_threshold=HIGHEST) == {
        **dict.fromkeys(("prepare", "train", "evaluate", "gate", "notify"), "success"),
        "register": "skipped",
        "run": "success",
    }
    assert aws.sagemaker.packages == {}
    ((subject, text, slack),) = aws.messages()
    assert subject == slack["content"]["title"] == f"{ID}: model not registered"
    assert text == slack["content"]["description"]
    assert "an AUC of 0." in text
    assert "below the threshold of 1.0" in text
    assert "evaluation/evaluation.json" in text
    assert "{{" not in text


def test_a_job_that_fails_once_is_tried_again_under_a_name_of_its_own(
    dag: Any, aws: Aws
) -> None:
    aws.sagemaker.failures["train"] = 1
    assert run(dag, metric_threshold=LOW)["run"] == "success"
    first, second = (name for name in aws.sagemaker.jobs if "-train-" in name)
    assert (first[-2:], second[-2:]) == ("-1", "-2")
    # What comes after reads from the try that succeeded.
    (package,) = aws.sagemaker.packages.values()
    assert second in package["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    assert aws.messages() == []


def test_a_job_that_keeps_failing_ends_the_run_and_people_are_told_once(
    dag: Any, aws: Aws
) -> None:
    aws.sagemaker.failures["train"] = 99
    assert run(dag) == {
        "prepare": "success",
        "train": "failed",
        **dict.fromkeys(("evaluate", "gate", "register", "notify"), "upstream_failed"),
        "run": "failed",
    }
    assert len([name for name in aws.sagemaker.jobs if "-train-" in name]) == 3
    ((subject, text, _),) = aws.messages()
    assert subject == f"{ID}: a task failed"
    assert text.startswith("Task train failed in try 3 of run manual__")


def test_a_segment_has_its_own_data_threshold_and_jobs(load: Load, aws: Aws) -> None:
    aws.s3.copy_object(
        Bucket=BUCKET,
        Key="data/vip/customers.csv",
        CopySource=f"{BUCKET}/data/customers.csv",
    )
    aws.s3.delete_object(Bucket=BUCKET, Key="data/customers.csv")
    vip = {"name": "vip", "metricThreshold": HIGHEST}
    dag = load(segments=[{"name": "all"}, vip])[f"{ID}-vip"]
    assert run(dag)["notify"] == "success"
    assert all(
        name.startswith(f"{DEPLOYMENT['jobPrefix']}-vip-")
        for name in aws.sagemaker.jobs
    )
    assert len(aws.sagemaker.jobs) == 3


def test_bad_data_stops_the_run_before_anything_is_trained(dag: Any, aws: Aws) -> None:
    aws.s3.put_object(
        Bucket=BUCKET, Key="data/broken/rows.csv", Body=b"customer_id\nC1\n"
    )
    states = run(dag, data_prefix="data/broken/")
    assert (states["prepare"], states["train"]) == ("failed", "upstream_failed")
    assert not [name for name in aws.sagemaker.jobs if "-train-" in name]
    (job,) = (name for name in aws.sagemaker.jobs if name.endswith("-1"))
    assert "column 'churned' is missing" in aws.sagemaker.jobs[job]["FailureReason"]
    assert len(aws.messages()) == 1


def test_a_run_on_one_file_reads_that_file_and_no_other(dag: Any, aws: Aws) -> None:
    key = "data/incoming/2026-11.csv"
    aws.s3.copy_object(
        Bucket=BUCKET, Key=key, CopySource=f"{BUCKET}/data/customers.csv"
    )
    aws.s3.put_object(Bucket=BUCKET, Key="data/incoming/other.csv", Body=b"nonsense")
    assert run(dag, data_prefix=key, metric_threshold=LOW)["run"] == "success"
