"""Read and check `config/`: what differs between pipelines, and where the platform is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "config"

NAME = re.compile(r"[a-z][a-z0-9-]{1,38}[a-z0-9]")
# A DNS label, as Kubernetes wants it.
NAMESPACE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
# What the launcher of Kubeflow Pipelines can read from.
STORES = ("s3", "minio", "gs")


class ConfigError(ValueError):
    """`config/` holds a value that cannot work; the message names it."""


@dataclass(frozen=True)
class PipelineConfig:
    # config/pipeline.json
    name: str
    description: str
    owner: str
    framework: str
    # The area under the ROC curve that a model needs to be registered.
    metricThreshold: float
    # Five-field cron in UTC, or None: somebody starts the pipeline.
    schedule: str | None
    notificationEmail: str | None
    # config/kubeflow.json
    host: str
    namespace: str
    modelRegistry: str
    mailRelay: str
    mailSender: str
    # Where in the object store the customers are; None for the sample in the image.
    dataUri: str | None
    # Whether a step whose inputs did not change is skipped. Kubeflow compares where the data
    # lies and not what is in it: a schedule that reads the same place must leave this off.
    cache: bool


FIELDS = {
    "pipeline.json": tuple(field.name for field in fields(PipelineConfig))[:7],
    "kubeflow.json": tuple(field.name for field in fields(PipelineConfig))[7:],
}


def _check(config: PipelineConfig) -> None:
    if not NAME.fullmatch(config.name):
        raise ConfigError(
            f"name: {config.name!r} must be 3 to 40 lower-case letters, digits and hyphens"
        )
    if not NAMESPACE.fullmatch(config.namespace):
        raise ConfigError(f"namespace: {config.namespace!r} is no Kubernetes namespace")
    if not 0.5 <= config.metricThreshold <= 1:
        raise ConfigError(
            f"metricThreshold: {config.metricThreshold} is not within 0.5 to 1"
        )
    if urlparse(config.host).scheme != "https":
        raise ConfigError(f"host: {config.host!r} must be an https address")
    if urlparse(config.modelRegistry).scheme not in ("http", "https"):
        raise ConfigError(f"modelRegistry: {config.modelRegistry!r} is no http address")
    if not re.fullmatch(r"[^:/\s]+:\d+", config.mailRelay):
        raise ConfigError(f"mailRelay: {config.mailRelay!r} must be host:port")
    if config.dataUri and urlparse(config.dataUri).scheme not in STORES:
        raise ConfigError(
            f"dataUri: {config.dataUri!r} must start with one of {', '.join(STORES)}"
        )
    if config.schedule and config.dataUri and config.cache:
        raise ConfigError(
            "cache: must be false with a schedule that reads a fixed dataUri, "
            "or scheduled runs would reuse results of older data"
        )


def parse_config(files: dict[str, dict[str, Any]]) -> PipelineConfig:
    """Make a configuration of the files' contents, by file name."""
    for file, known in FIELDS.items():
        if set(files[file]) != set(known):
            missing = sorted(set(known) - set(files[file]))
            unknown = sorted(set(files[file]) - set(known))
            raise ConfigError(
                f"{file}: missing keys: {missing}, unknown keys: {unknown}"
            )
    values = {key: value for file in FIELDS for key, value in files[file].items()}
    try:
        values["metricThreshold"] = float(values["metricThreshold"])
    except (TypeError, ValueError) as error:
        raise ConfigError(f"metricThreshold: {error}") from error
    config = PipelineConfig(**values)
    _check(config)
    return config


def load_config() -> PipelineConfig:
    return parse_config(
        {file: json.loads((CONFIG / file).read_text("utf-8")) for file in FIELDS}
    )
