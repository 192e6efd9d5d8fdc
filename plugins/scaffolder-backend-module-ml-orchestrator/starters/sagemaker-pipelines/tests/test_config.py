"""`config/pipeline.json`: what is in it works, and what cannot work is refused by name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipelines.config import CONFIG_FILE, ConfigError, load_config, parse_config
from pipelines.schedule import scheduler_expressions


def content() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(CONFIG_FILE.read_text(encoding="utf-8"))
    return found


def test_the_configuration_works() -> None:
    config = load_config()
    assert config.image_repository_arn.startswith(f"arn:aws:ecr:{config.region}:")
    if config.schedule:
        assert scheduler_expressions(config.schedule)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "Has Spaces"}, "name: "),
        ({"aucThreshold": 80}, "aucThreshold: "),
        ({"aucThreshold": "high"}, "aucThreshold: "),
        ({"image": "scikit-learn:latest"}, "image: "),
        ({"region": "xx-north-1"}, "image: .* is not in the region xx-north-1"),
        ({"threshold": 0.8}, r"unknown keys: \['threshold'\]"),
        (
            {"schedule": "0 6 * * *", "stepCache": "P1D", "inputPrefix": "exports"},
            "stepCache: ",
        ),
    ],
)
def test_what_cannot_work_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse_config({**content(), **change})


def test_a_missing_key_is_named() -> None:
    incomplete = content()
    del incomplete["region"]
    with pytest.raises(ConfigError, match=r"missing keys: \['region'\]"):
        parse_config(incomplete)
