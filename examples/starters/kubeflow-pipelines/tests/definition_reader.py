"""Find things in the compiled pipeline, whose parts lie inside one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def _dag_tasks(pipeline: Json, dag: Json) -> Iterator[tuple[str, Json]]:
    for name, task in dag["tasks"].items():
        yield name, task
        component = pipeline["components"].get(task["componentRef"]["name"], {})
        if "dag" in component:
            yield from _dag_tasks(pipeline, component["dag"])


def all_tasks(pipeline: Json) -> dict[str, Json]:
    """Every task by its name, those inside of conditions and handlers too."""
    return dict(_dag_tasks(pipeline, pipeline["root"]["dag"]))


def step_tasks(pipeline: Json) -> dict[str, Json]:
    """The tasks that run in the image."""
    return {
        name: task
        for name, task in all_tasks(pipeline).items()
        if executor(pipeline, name)
    }


def executor(pipeline: Json, task: str) -> Json | None:
    """The container of a task; None for what has none."""
    component = pipeline["components"][
        all_tasks(pipeline)[task]["componentRef"]["name"]
    ]
    label = component.get("executorLabel")
    if label is None:
        return None
    container: Json | None = pipeline["deploymentSpec"]["executors"][label].get(
        "container"
    )
    return container


def tasks_below(pipeline: Json, task: str) -> set[str]:
    """What runs inside of a condition or handler."""
    component = pipeline["components"][
        all_tasks(pipeline)[task]["componentRef"]["name"]
    ]
    return {name for name, _ in _dag_tasks(pipeline, component["dag"])}


def artifact_sources(task: Json) -> dict[str, tuple[str, str]]:
    """Input artifact → the task that makes it, and under which name."""
    return {
        name: (source["producerTask"], source["outputArtifactKey"])
        for name, artifact in task.get("inputs", {}).get("artifacts", {}).items()
        for source in [artifact.get("taskOutputArtifact")]
        if source
    }
