"""`config/`: what is in it works, and what cannot work is refused by name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipelines.config import CONFIG, FIELDS, ConfigError, load_config, parse_config
from pipelines.schedule import kubeflow_cron


def content(**changes: Any) -> dict[str, dict[str, Any]]:
    files = {file: json.loads((CONFIG / file).read_text("utf-8")) for file in FIELDS}
    for key, value in changes.items():
        file = next((file for file in files if key in files[file]), "pipeline.json")
        files[file][key] = value
    return files


def test_the_configuration_works() -> None:
    config = load_config()
    if config.schedule:
        assert kubeflow_cron(config.schedule)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "Has Spaces"}, "name: "),
        ({"namespace": "-growth"}, "namespace: "),
        ({"metricThreshold": 80}, "metricThreshold: "),
        ({"metricThreshold": "high"}, "metricThreshold: "),
        ({"host": "http://kubeflow.example.com"}, "host: "),
        ({"modelRegistry": "registry:8080"}, "modelRegistry: "),
        ({"mailRelay": "mail.example.com"}, "mailRelay: "),
        ({"dataUri": "/exports"}, "dataUri: "),
        (
            {"schedule": "0 6 * * *", "dataUri": "s3://exports/", "cache": True},
            "cache: ",
        ),
        ({"threshold": 0.8}, r"pipeline.json: .*unknown keys: \['threshold'\]"),
    ],
)
def test_what_cannot_work_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse_config(content(**changes))


def test_a_missing_key_is_named() -> None:
    incomplete = content()
    del incomplete["kubeflow.json"]["namespace"]
    with pytest.raises(
        ConfigError, match=r"kubeflow.json: missing keys: \['namespace'\]"
    ):
        parse_config(incomplete)
