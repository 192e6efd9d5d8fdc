"""Read kubernetes/*.yaml, and check each against the types of the Kubernetes client."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import yaml
from kubernetes.client import ApiClient

from pipelines.config import ROOT

Manifest = dict[str, Any]
MODELS = {
    "ServiceAccount": "V1ServiceAccount",
    "Role": "V1Role",
    "RoleBinding": "V1RoleBinding",
}


@dataclass
class _Response:
    data: str


def typed(manifest: Manifest) -> Manifest:
    """Read a manifest as the client reads an answer; what it does not know is lost."""
    client = ApiClient()
    response = _Response(json.dumps(manifest))
    read = client.deserialize(response, MODELS[manifest["kind"]])
    written: Manifest = client.sanitize_for_serialization(read)
    return written


def read_manifests() -> list[Manifest]:
    return [
        manifest
        for file in sorted((ROOT / "kubernetes").glob("*.yaml"))
        for manifest in yaml.safe_load_all(file.read_text("utf-8"))
        if manifest
    ]


def of_kind(kind: str) -> dict[str, Manifest]:
    return {
        manifest["metadata"]["name"]: manifest
        for manifest in read_manifests()
        if manifest["kind"] == kind
    }


def permissions(role: Manifest) -> set[tuple[str, str, str]]:
    """Group, resource and verb of everything that a role allows."""
    return {
        (group, resource, verb)
        for rule in role["rules"]
        for group in rule["apiGroups"]
        for resource in rule["resources"]
        for verb in rule["verbs"]
    }
