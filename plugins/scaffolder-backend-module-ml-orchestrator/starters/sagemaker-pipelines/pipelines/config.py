"""Read and check `config/pipeline.json`, the one place for what differs between pipelines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CONFIG_FILE = ROOT / "config" / "pipeline.json"

# <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>
IMAGE = re.compile(
    r"(?P<account>\d{12})\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.amazonaws\.com"
    r"/(?P<repository>[a-z0-9._/-]+):[A-Za-z0-9._-]+"
)


class ConfigError(ValueError):
    """`config/pipeline.json` holds a value that cannot work; the message names it."""


@dataclass(frozen=True)
class PipelineConfig:
    name: str
    description: str
    region: str
    image: str
    aucThreshold: float
    # Where in the pipeline's bucket the customers are; None for the sample in `data/`.
    inputPrefix: str | None
    # Five-field cron in UTC, or None: somebody starts the pipeline.
    schedule: str | None
    # How long a step's result may be reused (ISO 8601), or None: never. The service compares
    # where the input lies, not what is in it. So this needs input prefixes that are written
    # once; a schedule that reads the same prefix each time must leave it off.
    stepCache: str | None
    notificationEmail: str | None

    @property
    def image_repository_arn(self) -> str:
        image = _match_image(self.image)
        return (
            f"arn:aws:ecr:{image['region']}:{image['account']}"
            f":repository/{image['repository']}"
        )


def _match_image(image: str) -> re.Match[str]:
    match = IMAGE.fullmatch(image)
    if match is None:
        raise ConfigError(f"image: {image!r} is not the address of an Amazon ECR image")
    return match


def _check(config: PipelineConfig) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9-]{1,38}[a-z0-9]", config.name):
        raise ConfigError(
            f"name: {config.name!r} must be 3 to 40 lower-case letters, digits and hyphens"
        )
    if not 0.5 <= config.aucThreshold <= 1:
        raise ConfigError(f"aucThreshold: {config.aucThreshold} is not within 0.5 to 1")
    if _match_image(config.image)["region"] != config.region:
        raise ConfigError(
            f"image: {config.image!r} is not in the region {config.region}"
        )
    if config.schedule and config.stepCache and config.inputPrefix:
        raise ConfigError(
            "stepCache: must be null with a schedule that reads a fixed inputPrefix, "
            "or scheduled runs would reuse results of older data"
        )


def parse_config(content: dict[str, Any]) -> PipelineConfig:
    known = {field.name for field in fields(PipelineConfig)}
    if content.keys() != known:
        missing, unknown = (
            sorted(known - content.keys()),
            sorted(content.keys() - known),
        )
        raise ConfigError(f"missing keys: {missing}, unknown keys: {unknown}")
    try:
        threshold = float(content["aucThreshold"])
    except (TypeError, ValueError) as error:
        raise ConfigError(f"aucThreshold: {error}") from error
    config = PipelineConfig(**{**content, "aucThreshold": threshold})
    _check(config)
    return config


def load_config(path: Path = CONFIG_FILE) -> PipelineConfig:
    return parse_config(json.loads(path.read_text(encoding="utf-8")))
