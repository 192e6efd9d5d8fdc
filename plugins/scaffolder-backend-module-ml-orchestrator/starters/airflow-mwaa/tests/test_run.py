"""Whole runs in real Airflow: operators, deferral, branching, retries and callbacks, with the steps run for real."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import (
    BUCKET,
    DEPLOYMENT,
    ID,
    SOURCE,
    Aws,
    Load,
    run,
    runs_with_known_calls,
)

pytestmark = pytest.mark.usefixtures(runs_with_known_calls.__name__)
# The tasks in their order, as far as every run gets.
EXTRACTED = dict.fromkeys((*SOURCE["tasks"], "prepare"), "success")
JOBS = ("prepare", "train", "evaluate")
# The sample data is sure to pass the first one, and no model of it can pass the second: it is not perfectly separable.
LOW, HIGHEST = 0.6, 1.0


def test_a_good_model_is_registered_for_approval(dag: Any, aws: Aws) -> None:
    assert run(dag, metric_threshold=LOW) == {
        **EXTRACTED,
        **dict.fromkeys(("train", "evaluate", "gate", "register"), "success"),
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
    asked = aws.sagemaker.asked
    assert {
        step: n for name, n in asked.items() for step in JOBS if f"-{step}-" in name
    } == dict.fromkeys(JOBS, 3)


def test_a_model_is_registered_once_for_each_evaluation(dag: Any, aws: Aws) -> None:
    register = dag.get_task("register").python_callable
    model = f"s3://{BUCKET}/executions/job-1/output/model.tar.gz"
    for evaluation in ("evaluate-1", "evaluate-1", "evaluate-2"):
        report = f"s3://{BUCKET}/executions/{evaluation}/evaluation/evaluation.json"
        register(model, report, "0.8", "all", run_id="manual__2026")
    assert len(aws.sagemaker.packages) == 2


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
        **EXTRACTED,
        **dict.fromkeys(("train", "evaluate", "gate", "notify"), "success"),
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
        **EXTRACTED,
        "train": "failed",
        **dict.fromkeys(("evaluate", "gate", "register", "notify"), "upstream_failed"),
        "run": "failed",
    }
    assert len([name for name in aws.sagemaker.jobs if "-train-" in name]) == 3
    ((subject, text, _),) = aws.messages()
    assert subject == f"{ID}: a task failed"
    assert text.startswith("Task train failed in try 3 of run manual__")
    assert text.endswith("did not end well: Failed: ClientError: out of memory")


def test_a_job_that_ran_out_of_time_is_not_taken_for_one_that_somebody_stopped(
    dag: Any, aws: Aws
) -> None:
    name = f"{DEPLOYMENT['jobPrefix']}-train-0123456789-1"
    ending = {"TrainingJobStatus": "Stopped", "SecondaryStatus": "MaxRuntimeExceeded"}
    aws.sagemaker.jobs[name] = ending
    aws.sagemaker.asked[name] = 1
    train = dag.get_task("train")
    state, *said = train.ending({"job_name": name})
    assert (state, said[0]) == ("Stopped", "MaxRuntimeExceeded")
