"""The API of Kubeflow Pipelines, with as much of it as a deployment uses.

It notes for each call which permission the real server asks the cluster about, as its
source has it (backend/src/apiserver/server/*_server.go).
"""

from __future__ import annotations

import json
import re
from typing import Any

from fake_server import Query

API = "/apis/v2beta1"
Thing = dict[str, Any]
Permission = tuple[str, str]

# Method and path → resource of pipelines.kubeflow.org, and verb.
PERMISSIONS: dict[tuple[str, str], Permission] = {
    ("GET", "/pipelines"): ("pipelines", "list"),
    ("POST", "/pipelines/upload"): ("pipelines", "create"),
    ("POST", "/pipelines/upload_version"): ("pipelines", "create"),
    ("GET", "/pipelines/{id}/versions"): ("pipelines", "list"),
    ("GET", "/experiments"): ("experiments", "list"),
    ("POST", "/experiments"): ("experiments", "create"),
    ("GET", "/recurringruns"): ("jobs", "list"),
    ("POST", "/recurringruns"): ("jobs", "create"),
    ("DELETE", "/recurringruns/{id}"): ("jobs", "delete"),
}


class FakeKubeflow:
    def __init__(self, namespace: str, token: str) -> None:
        self.namespace = namespace
        self.token = token
        self.pipelines: list[Thing] = []
        self.versions: list[Thing] = []
        self.experiments: list[Thing] = []
        self.recurring: list[Thing] = []
        self.used: set[Permission] = set()
        # In the order in which they changed something.
        self.changes: list[str] = []
        # A change that the server answers with an error instead.
        self.broken = ""

    def answer(
        self, method: str, path: str, query: Query, body: bytes, headers: dict[str, str]
    ) -> tuple[int, Any]:
        if headers.get("authorization") != f"Bearer {self.token}":
            return 401, {"error": "Unauthenticated"}
        path = path.removeprefix(API)
        kind = re.sub(r"/\d+", "/{id}", path)
        self.used.add(PERMISSIONS[method, kind])
        change = f"{method} {kind}"
        if method != "GET":
            if change == self.broken:
                return 500, {"error": "broken"}
            self.changes.append(change)
        return 200, self.do(method, kind, path, query, body)

    def do(self, method: str, kind: str, path: str, query: Query, body: bytes) -> Any:
        if method == "GET":
            return self.listed(kind, path, query)
        if kind == "/pipelines/upload":
            assert query["namespace"] == self.namespace
            pipeline = self.add(self.pipelines, "pipeline_id", query["name"])
            self.add_version(query["name"], pipeline["pipeline_id"], body)
            return pipeline
        if kind == "/pipelines/upload_version":
            return self.add_version(query["name"], query["pipelineid"], body)
        if kind == "/experiments":
            experiment = json.loads(body)
            assert experiment["namespace"] == self.namespace
            name = experiment["display_name"]
            return self.add(self.experiments, "experiment_id", name)
        if method == "POST":
            run = json.loads(body)
            name = run.pop("display_name")
            return self.add(self.recurring, "recurring_run_id", name, **run)
        gone = path.rsplit("/", 1)[1]
        self.recurring = [r for r in self.recurring if r["recurring_run_id"] != gone]
        return {}

    def listed(self, kind: str, path: str, query: Query) -> Any:
        (predicate,) = json.loads(query["filter"])["predicates"]
        # By its name or its number: the server takes both, and the client sends both.
        assert predicate["operation"] in ("EQUALS", 1)
        assert predicate["key"] == "display_name"
        if kind == "/pipelines/{id}/versions":
            pipeline = path.split("/")[2]
            name = "pipeline_versions"
            things = [v for v in self.versions if v["pipeline_id"] == pipeline]
        else:
            assert query["namespace"] == self.namespace
            name, things = {
                "/pipelines": ("pipelines", self.pipelines),
                "/experiments": ("experiments", self.experiments),
                "/recurringruns": ("recurringRuns", self.recurring),
            }[kind]
        found = [t for t in things if t["display_name"] == predicate["stringValue"]]
        # As the server does, which leaves out what is empty.
        return {name: found} if found else {}

    def add_version(self, name: str, pipeline_id: str, body: bytes) -> Thing:
        version = self.add(
            self.versions, "pipeline_version_id", name, pipeline_id=pipeline_id
        )
        return {**version, "uploaded": len(body)}

    @staticmethod
    def add(things: list[Thing], key: str, name: str, **more: Any) -> Thing:
        # Not the number of things: some are deleted.
        number = max((int(thing[key]) for thing in things), default=0) + 1
        things.append({key: str(number), "display_name": name, **more})
        return things[-1]
