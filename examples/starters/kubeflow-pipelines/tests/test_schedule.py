"""Cron and Kubeflow's cron must mean the same times."""

from __future__ import annotations

import re

import pytest

from pipelines.schedule import ScheduleError, kubeflow_cron


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 6 1 * *", "0 0 6 1 * *"),
        ("*/20 8-10 * * 1-5", "0 0,20,40 8,9,10 * * 1,2,3,4,5"),
        ("0 0 * * 0", "0 0 0 * * 0"),
        # Kubeflow refuses 7, which cron takes for Sunday as well.
        ("0 0 * * 7", "0 0 0 * * 0"),
        ("0 0 * * 5-7", "0 0 0 * * 0,5,6"),
        ("0 0 * * 0-7", "0 0 0 * * *"),
        ("15/30 * * * *", "0 15,45 * * * *"),
        ("0 0 1,15 */3 *", "0 0 0 1,15 1,4,7,10 *"),
    ],
)
def test_translation(cron: str, expected: str) -> None:
    assert kubeflow_cron(cron) == expected


@pytest.mark.parametrize(
    "cron", ["0 6 1 *", "0 0 6 1 * *", "60 6 1 * *", "0 6 1 13 *", "0 6 1 * monday"]
)
def test_what_cannot_be_read_is_refused(cron: str) -> None:
    with pytest.raises(ScheduleError, match=re.escape(cron)):
        kubeflow_cron(cron)
