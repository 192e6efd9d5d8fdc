"""The segments of config/segments.yaml, checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .settings import CONFIG, ID, PIPELINE
from .source import FILES

EVERYBODY = "all"
# The jobs may read what is below data/, see infra/job-role.ts.
FOLDER = re.compile(r"data/([\w.=-]+/)*")
FIELDS = {"name", "metricThreshold", *(["dataPrefix"] if FILES else [])}


@dataclass(frozen=True)
class Segment:
    name: str
    data_prefix: str
    metric_threshold: float

    @property
    def is_everybody(self) -> bool:
        return self.name == EVERYBODY

    @property
    def dag_id(self) -> str:
        return ID if self.is_everybody else f"{ID}-{self.name}"

    @property
    def incoming(self) -> str:
        """Where files arrive that start a run."""
        return f"{self.data_prefix}incoming/"


def problems(entry: Any) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"{entry!r} is no segment"
        return
    name, folder = entry.get("name"), entry.get("dataPrefix", "data/")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9]{2,12}", name):
        yield f"name: {name!r} must be 2 to 12 lower-case letters and digits"
    if not isinstance(folder, str) or not FOLDER.fullmatch(folder):
        yield f"dataPrefix: {folder!r} must start with data/ and end with /"
    threshold = entry.get("metricThreshold", 1)
    if isinstance(threshold, bool) or not isinstance(threshold, (int, float)):
        yield f"metricThreshold: {threshold!r} is no number"
    elif not 0 <= threshold <= 1:
        yield f"metricThreshold: {threshold} is not from 0 to 1"
    yield from (f"{key} is not known" for key in sorted(set(entry) - FIELDS))


def parse_segments(content: Any) -> list[Segment]:
    """Return the segments, or raise with everything that is wrong: Airflow shows it as an import error."""
    entries = content.get("segments") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not entries:
        raise ValueError("config/segments.yaml: `segments` must list at least one")
    found = [problem for entry in entries for problem in problems(entry)]
    names = [entry.get("name") for entry in entries if isinstance(entry, dict)]
    if not found and len(set(names)) < len(names):
        found.append("two segments have the same name")
    if len(entries) > 1 and not FILES:
        found.append(
            "the data comes from one query, which gives that of all customers: "
            "give each segment a repository of its own"
        )
    if len(entries) > 1 and PIPELINE["serving"] != "none":
        found.append(
            f"`serving` is {PIPELINE['serving']}, which deploys the model approved last, of whatever segment: "
            "give each segment a repository of its own, or serve none"
        )
    if found:
        raise ValueError("config/segments.yaml:\n- " + "\n- ".join(found))
    return [
        Segment(
            name=entry["name"],
            data_prefix=entry.get(
                "dataPrefix",
                "data/" if entry["name"] == EVERYBODY else f"data/{entry['name']}/",
            ),
            metric_threshold=entry.get("metricThreshold", PIPELINE["metricThreshold"]),
        )
        for entry in entries
    ]


def read_segments() -> list[Segment]:
    return parse_segments(yaml.safe_load((CONFIG / "segments.yaml").read_text("utf-8")))
