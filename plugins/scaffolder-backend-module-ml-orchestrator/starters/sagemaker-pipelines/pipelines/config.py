"""Read what the pipeline is made from.

config/pipeline.json     what every pipeline has; infra/config.ts checks it
config/sagemaker.json    what only SageMaker Pipelines needs; checked here
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "config"

DURATION = re.compile(r"P(\d+[DW]|T\d+[HM])")


class ConfigError(ValueError):
    """`config/sagemaker.json` holds a value that cannot work; the message names it."""


@dataclass(frozen=True)
class Tuning:
    enabled: bool
    maxJobs: int
    maxParallelJobs: int
    # Hyperparameter, which is an option of steps/train.py → smallest and largest value.
    integer: dict[str, list[int]]
    continuous: dict[str, list[float]]


@dataclass(frozen=True)
class PipelineConfig:
    region: str
    trainingImage: str
    inferenceImage: str
    instanceType: str
    metricThreshold: float
    # None: a person approves every model.
    autoApproveThreshold: float | None
    # Five-field cron in UTC, or None: no clock starts runs.
    schedule: str | None
    # How long a step's result may be reused (ISO 8601), or None: never. The service compares
    # where the input lies, not what is in it: for prefixes that are written once.
    stepCache: str | None
    tuning: Tuning


def _only_known(content: dict[str, Any], known: set[str], where: str) -> None:
    if content.keys() != known:
        missing = sorted(known - content.keys())
        unknown = sorted(content.keys() - known)
        raise ConfigError(f"{where}: missing {missing}, unknown {unknown}")


def _check_tuning(tuning: Tuning) -> None:
    if not 1 <= tuning.maxParallelJobs <= tuning.maxJobs:
        raise ConfigError("tuning.maxParallelJobs: must be 1 to maxJobs")
    ranges: dict[str, list[int] | list[float]] = {**tuning.integer, **tuning.continuous}
    if not ranges:
        raise ConfigError("tuning: needs a range in integer or continuous")
    for name, (low, high) in ranges.items():
        if low >= high:
            raise ConfigError(f"tuning: {name!r} is from {low} to {high}")
        if len(name) < 2:
            # SageMaker's training toolkit would write `-c 1` for it, and not `--c 1`.
            raise ConfigError(f"tuning: {name!r} is too short for an option")


def parse_config(pipeline: dict[str, Any], sagemaker: dict[str, Any]) -> PipelineConfig:
    """Make one configuration of the contents of the two files."""
    _only_known(sagemaker, {"stepCache", "tuning"}, "config/sagemaker.json")
    known = {field.name for field in fields(Tuning)}
    _only_known(sagemaker["tuning"], known, "config/sagemaker.json, tuning")
    tuning = Tuning(**sagemaker["tuning"])
    _check_tuning(tuning)

    cache, schedule = sagemaker["stepCache"], pipeline["schedule"]
    if cache is not None and not DURATION.fullmatch(cache):
        raise ConfigError(f"stepCache: {cache!r} is no duration such as P7D")
    if cache is not None and schedule is not None:
        raise ConfigError(
            "stepCache: must be null with a schedule, which reads the same prefix each "
            "time: its runs would reuse results of older data"
        )
    taken = {field.name for field in fields(PipelineConfig)} & pipeline.keys()
    return PipelineConfig(
        **{name: pipeline[name] for name in taken}, stepCache=cache, tuning=tuning
    )


def load_config(directory: Path = CONFIG) -> PipelineConfig:
    pipeline, sagemaker = (
        json.loads((directory / name).read_text(encoding="utf-8"))
        for name in ("pipeline.json", "sagemaker.json")
    )
    return parse_config(pipeline, sagemaker)
