"""The states of workflow/pipeline.asl.json, in Python, under the same names.

tests/legacy.test.ts compares the two state by state, and runs them side by side.
"""

from __future__ import annotations

from stepfunctions import steps

from legacy.handling import sequence
from legacy.jobs import evaluate_model, prepare_data, train_model
from legacy.messages import failure
from legacy.offline import offline_session
from legacy.registration import check_threshold, read_evaluation
from legacy.settings import begin


def build(region: str) -> steps.Graph:
    session = offline_session(region)
    failed = failure()
    work = sequence(
        prepare_data(session, failed),
        train_model(session, failed),
        evaluate_model(session, failed),
        read_evaluation(failed),
        check_threshold(failed),
    )
    return steps.Graph(begin(work, failed), timeout_seconds=691200)
