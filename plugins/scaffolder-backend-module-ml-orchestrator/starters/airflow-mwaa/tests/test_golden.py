"""The structure of the DAGs, against the one in `golden/`, so that each change of it is seen in a review.

Not the configured values: the golden file is about how the DAGs are built. Update it with `make golden`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from conftest import (
    DEPLOYMENT,
    ID,
    ROOT,
    SEGMENTS,
    SOURCE,
    Load,
    parse,
    write_dags,
)
from describe import graph, structure

GOLDEN = Path(__file__).with_name("golden") / "dags.json"


def write(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, indent=2, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")


def test_the_dags_are_the_reviewed_ones(load: Load) -> None:
    dags = load(segments=SEGMENTS, startOnData=SOURCE["files"])
    found = [structure(dags[name]) for name in sorted(dags)]
    if os.environ.get("UPDATE_GOLDEN"):
        write(GOLDEN, found)
    reviewed = json.loads(GOLDEN.read_text("utf-8"))
    assert found == reviewed, "If this is meant: make golden"


def test_the_graph_is_written_for_the_portal(database: None) -> None:
    """From this repository's own configuration, as it is in its first environment."""
    pipeline = json.loads((ROOT / "config" / "pipeline.json").read_text("utf-8"))
    suffixes = [f"-{environment['name']}" for environment in pipeline["environments"]]
    own = {**DEPLOYMENT, "id": pipeline["name"] + [*suffixes, ""][0]}
    write_dags(pipeline, deployment=own)
    bag = parse()
    assert bag.import_errors == {}
    assert own["id"] in bag.dags
    drawn = graph([bag.dags[name] for name in sorted(bag.dags)])
    write(ROOT / "build" / "pipeline-graph.json", drawn)
    nodes = {node["id"] for node in drawn["nodes"]}
    assert all({edge["from"], edge["to"]} <= nodes for edge in drawn["edges"])


def test_the_graph_says_how_the_gate_decides(dag: Any) -> None:
    drawn = graph([dag])
    assert {
        edge["to"]: edge.get("label")
        for edge in drawn["edges"]
        if edge["from"] == f"{ID}.gate"
    } == {f"{ID}.register": "good enough", f"{ID}.notify": "not good enough"}
    kinds = {node["title"]: node["kind"] for node in drawn["nodes"]}
    for task in SOURCE["tasks"]:
        kinds.pop(task)
    assert kinds == {
        "prepare": "processing-job",
        "train": "training-job",
        "evaluate": "processing-job",
        "gate": "decision",
        "register": "task",
        "notify": "task",
    }
