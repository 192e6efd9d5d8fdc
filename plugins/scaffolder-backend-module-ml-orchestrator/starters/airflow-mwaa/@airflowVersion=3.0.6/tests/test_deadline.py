"""Airflow 3.0 knows no deadlines: people hear of a run that took too long when it is ended, from the DAG itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from conftest import DEPLOYMENT, ID, Aws


def test_a_run_that_takes_too_long_is_ended_and_told_of(dag: Any, aws: Aws) -> None:
    assert not hasattr(dag, "deadline")
    assert dag.dagrun_timeout == timedelta(minutes=2 * DEPLOYMENT["deadlineMinutes"])
    # As the DAG processor calls it, see `_execute_dag_callbacks` of Airflow.
    context = {"dag": dag, "run_id": "manual__2026", "reason": "timed_out"}
    dag.on_failure_callback(context)
    ((subject, text, slack),) = aws.messages()
    assert subject == slack["content"]["title"] == f"{ID}: a run took too long"
    assert text.startswith(
        f"Run manual__2026 of the Airflow DAG {ID} had not ended 720 minutes"
    )


@pytest.mark.parametrize("reason", ["task_failure", "all_tasks_deadlocked", None])
def test_it_says_nothing_of_a_run_that_failed_otherwise(
    dag: Any, aws: Aws, reason: str | None
) -> None:
    dag.on_failure_callback({"dag": dag, "run_id": "manual__2026", "reason": reason})
    assert aws.messages() == []
