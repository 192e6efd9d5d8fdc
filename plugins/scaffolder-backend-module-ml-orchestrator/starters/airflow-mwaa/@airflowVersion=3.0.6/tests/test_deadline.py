"""Airflow 3.0 knows no deadlines: a run that takes too long is ended, and the tasks that it ends tell of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from conftest import DEPLOYMENT


def test_a_run_that_takes_too_long_is_ended(dag: Any) -> None:
    assert not hasattr(dag, "deadline")
    assert dag.dagrun_timeout == timedelta(minutes=2 * DEPLOYMENT["deadlineMinutes"])
