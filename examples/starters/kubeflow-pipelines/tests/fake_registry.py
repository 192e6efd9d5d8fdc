"""A Kubeflow Model Registry with as much of its API as registering a model takes."""

from __future__ import annotations

import json
from typing import Any

from fake_server import Query

API = "/api/model_registry/v1"
Thing = dict[str, Any]


class FakeRegistry:
    def __init__(self) -> None:
        self.models: list[Thing] = []
        self.versions: list[Thing] = []
        self.artifacts: list[Thing] = []
        # So many artifacts are refused before one is taken: an outage in the middle.
        self.refused_artifacts = 0
        self.tokens: set[str] = set()

    def answer(
        self, method: str, path: str, query: Query, body: bytes, headers: dict[str, str]
    ) -> tuple[int, Any]:
        self.tokens.add(headers.get("authorization", ""))
        parts = path.removeprefix(API).strip("/").split("/")
        if method == "GET":
            kinds = {
                "registered_model": (self.models, None),
                "model_version": (self.versions, "registeredModelId"),
                "model_artifact": (self.artifacts, "modelVersionId"),
            }
            things, parent = kinds[parts[0]]
            return self.find(things, parent, query)
        thing = json.loads(body)
        if parts == ["registered_models"]:
            return self.add(self.models, thing)
        if parts == ["model_versions"]:
            return self.add(self.versions, thing)
        if parts[0] == "model_versions" and parts[2] == "artifacts":
            if self.refused_artifacts:
                self.refused_artifacts -= 1
                return 503, {"code": "503", "message": "try again later"}
            return self.add(self.artifacts, {**thing, "modelVersionId": parts[1]})
        raise AssertionError(f"tests/fake_registry.py does not know {method} {path}")

    @staticmethod
    def find(things: list[Thing], parent: str | None, query: Query) -> tuple[int, Any]:
        for thing in things:
            inside = parent is None or thing[parent] == query["parentResourceId"]
            if inside and thing["name"] == query["name"]:
                return 200, thing
        return 404, {"code": "404", "message": "there is none"}

    @staticmethod
    def add(things: list[Thing], thing: Thing) -> tuple[int, Any]:
        things.append({**thing, "id": str(len(things) + 1)})
        return 201, things[-1]
