"""The gate, both ways and where it must refuse to decide."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from conftest import BUCKET, Aws

KEY = "executions/some-job/evaluation/evaluation.json"
URI = f"s3://{BUCKET}/{KEY}"
Gate = Callable[[Any, str], str]


class TaskInstance:
    """As much of Airflow's as the gate uses."""

    def __init__(self) -> None:
        self.pushed: dict[str, Any] = {}

    def xcom_push(self, key: str, value: Any) -> None:
        self.pushed[key] = value


@pytest.fixture
def gate(dag: Any, aws: Aws) -> Gate:
    """Put the report where the evaluation job would, and ask the gate."""

    def ask(report: Any, threshold: str) -> str:
        aws.s3.put_object(Bucket=BUCKET, Key=KEY, Body=json.dumps(report).encode())
        ti = TaskInstance()
        answer: str = dag.get_task("gate").python_callable(URI, threshold, ti=ti)
        assert ti.pushed == {
            "auc": report["binary_classification_metrics"]["auc"]["value"]
        }
        return answer

    return ask


def report_with(auc: Any) -> dict[str, Any]:
    return {
        "binary_classification_metrics": {
            "auc": {"value": auc, "standard_deviation": "NaN"}
        }
    }


@pytest.mark.parametrize(
    ("auc", "threshold", "answer"),
    [
        (0.9, "0.8", "register"),
        (0.8, "0.8", "register"),
        (1, "1.0", "register"),
        (0.7999999, "0.8", "notify"),
        (0.5, "0.8", "notify"),
        (0, "0.5", "notify"),
    ],
)
def test_the_gate_lets_a_model_pass_at_the_threshold_and_above(
    gate: Gate, auc: float, threshold: str, answer: str
) -> None:
    assert gate(report_with(auc), threshold) == answer


@pytest.mark.parametrize(
    "report",
    [
        {},
        [],
        {"binary_classification_metrics": {}},
        {"binary_classification_metrics": {"auc": 0.9}},
        report_with("0.9"),
        report_with(None),
        report_with(True),
        report_with(float("nan")),
        report_with(1.5),
        report_with(-0.1),
    ],
)
def test_a_report_without_a_usable_auc_is_an_error_and_not_a_decision(
    gate: Gate, report: Any
) -> None:
    with pytest.raises(Exception, match="AUC") as failure:
        gate(report, "0.8")
    # It ends the task at once: trying again would read the same report.
    assert failure.type.__name__ == "AirflowFailException"
