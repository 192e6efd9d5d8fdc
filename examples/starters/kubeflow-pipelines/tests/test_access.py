"""kubernetes/: the manifests are valid, and allow what is needed and no more."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from conftest import IMAGE
from fake_kubeflow import FakeKubeflow
from fake_server import serving
from manifests import Manifest, of_kind, permissions, read_manifests, typed

from pipelines.config import ROOT, PipelineConfig
from pipelines.deploy import deploy

KUBEFLOW = "pipelines.kubeflow.org"


@pytest.mark.parametrize("manifest", read_manifests(), ids=lambda m: str(m["kind"]))
def test_every_field_is_one_that_kubernetes_knows(manifest: Manifest) -> None:
    assert typed(manifest) == manifest


def test_a_misspelt_field_would_be_found() -> None:
    role = next(iter(of_kind("Role").values()))
    assert typed({**role, "rule": role["rules"]}) != {**role, "rule": role["rules"]}


def test_everything_is_in_the_namespace_of_the_configuration(
    config: PipelineConfig,
) -> None:
    for manifest in read_manifests():
        assert manifest["metadata"]["namespace"] == config.namespace
        for subject in manifest.get("subjects", []):
            if subject["kind"] == "ServiceAccount":
                assert subject["namespace"] == config.namespace


def test_each_role_is_given_to_whom_it_is_for(config: PipelineConfig) -> None:
    given = {
        binding["roleRef"]["name"]: [
            (subject["kind"], subject["name"]) for subject in binding["subjects"]
        ]
        for binding in of_kind("RoleBinding").values()
    }
    assert set(given) == set(of_kind("Role"))
    assert given[f"{config.name}-run"] == [("ServiceAccount", config.name)]
    assert set(of_kind("ServiceAccount")) == {config.name}
    ((kind, name),) = given[f"{config.name}-deploy"]
    assert kind == "User"
    # One repository only: a subject that ends early would be shared with others.
    assert re.fullmatch(
        r"repo:[^:]+/[^:]+:environment:production"
        r"|project_path:[^:]+/[^:]+:ref_type:branch:ref:main",
        name,
    )


def test_deploying_may_do_what_it_does_and_no_more(config: PipelineConfig) -> None:
    kubeflow = FakeKubeflow(config.namespace, "t")
    with serving(kubeflow.answer) as address:
        for schedule in ("0 6 * * *", "0 7 * * *", None):
            deploy(replace(config, host=address, schedule=schedule), IMAGE, "t")
    used = {(KUBEFLOW, resource, verb) for resource, verb in kubeflow.used}
    assert permissions(of_kind("Role")[f"{config.name}-deploy"]) == used


def test_runs_read_one_secret_and_one_configuration(config: PipelineConfig) -> None:
    rules = of_kind("Role")[f"{config.name}-run"]["rules"]
    readable = {
        resource: rule.get("resourceNames")
        for rule in rules
        for resource in rule["resources"]
        if resource in ("secrets", "configmaps")
    }
    # Where Kubeflow keeps the address of the artifacts, and the key to them.
    assert readable == {
        "secrets": ["mlpipeline-minio-artifact"],
        "configmaps": ["kfp-launcher"],
    }


def test_nothing_is_allowed_by_a_wildcard() -> None:
    for role in of_kind("Role").values():
        assert "*" not in {part for found in permissions(role) for part in found}


def test_the_table_of_permissions_is_complete_and_true(config: PipelineConfig) -> None:
    text = (ROOT / "docs" / "permissions.md").read_text("utf-8")
    told = set()
    for line in text.splitlines():
        if line.startswith("| the "):
            who, what, verbs, _ = (
                cell.strip() for cell in line.strip("| ").split(" | ")
            )
            told |= {
                (who, resource, verb)
                for resource in re.findall(r"`([^`]+)`", what.split(" named ")[0])
                for verb in re.findall(r"`([^`]+)`", verbs)
            }
    roles = {
        "the runs": of_kind("Role")[f"{config.name}-run"],
        "the deployment": of_kind("Role")[f"{config.name}-deploy"],
    }
    assert told == {
        (who, f"{resource}.{group}" if group else resource, verb)
        for who, role in roles.items()
        for group, resource, verb in permissions(role)
    }
