"""`config/sagemaker.json`: what is in it works, and what cannot work is refused by name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipelines.config import CONFIG, ConfigError, load_config, parse_config


def content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CONFIG / f"{name}.json").read_text("utf-8"))
    return found


def changed(change: dict[str, Any], pipeline: dict[str, Any] | None = None) -> None:
    sagemaker = content("sagemaker")
    sagemaker["tuning"] |= change.pop("tuning", {})
    parse_config(content("pipeline") | (pipeline or {}), sagemaker | change)


def test_the_configuration_works() -> None:
    config = load_config()
    assert config.metricThreshold == content("pipeline")["metricThreshold"]


def test_a_duration_of_the_cache_is_taken_where_runs_read_different_data() -> None:
    changed({"stepCache": "P7D"}, {"schedule": None})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"stepcache": None}, r"unknown \['stepcache'\]"),
        ({"stepCache": "a week"}, "stepCache: 'a week' is no duration"),
        ({"stepCache": "P7D"}, "stepCache: must be null with a schedule"),
        ({"tuning": {"jobs": 3}}, r"tuning: missing \[\], unknown \['jobs'\]"),
        ({"tuning": {"maxJobs": 2, "maxParallelJobs": 3}}, "tuning.maxParallelJobs: "),
        ({"tuning": {"integer": {}, "continuous": {}}}, "needs a range"),
        ({"tuning": {"integer": {"depth": [8, 2]}}}, "'depth' is from 8 to 2"),
        ({"tuning": {"continuous": {"c": [0.1, 1]}}}, "'c' is too short"),
    ],
)
def test_what_cannot_work_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        changed(change, {"schedule": "0 6 1 * *"})
