"""Registration, by the registry's own client against a registry on this computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sklearn
from fake_registry import FakeRegistry
from run_outcome import must_run, run_outcome

METRICS = {"auc": 0.91, "accuracy": 0.8, "precision": 0.7, "recall": 0.6}


@pytest.fixture
def options(registry_address: str, tmp_path: Path) -> list[str]:
    report = {
        "binary_classification_metrics": {
            name: {"value": value, "standard_deviation": "NaN"}
            for name, value in METRICS.items()
        }
    }
    (tmp_path / "evaluation.json").write_text(json.dumps(report), "utf-8")
    return [
        *("--registry", registry_address),
        *("--name", "churn"),
        *("--owner", "group:default/growth"),
        *("--namespace", "growth"),
        *("--run", "run-1"),
        *("--model-uri", "s3://artifacts/churn/run-1/model"),
        *("--evaluation-dir", str(tmp_path)),
    ]


def test_a_model_waits_for_approval_with_its_metrics(
    registry: FakeRegistry, options: list[str]
) -> None:
    must_run("register", *options)
    (model,), (version,), (artifact,) = (
        registry.models,
        registry.versions,
        registry.artifacts,
    )
    assert (model["name"], model["owner"]) == ("churn", "group:default/growth")
    assert (version["name"], version["registeredModelId"]) == ("run-1", model["id"])
    properties = version["customProperties"]
    assert properties.pop("approval")["string_value"] == "pending"
    assert {name: p["double_value"] for name, p in properties.items()} == METRICS
    assert artifact["modelVersionId"] == version["id"]
    assert artifact["uri"] == "s3://artifacts/churn/run-1/model"
    assert artifact["modelFormatVersion"] == sklearn.__version__
    source = {key: artifact[key] for key in artifact if key.startswith("modelSource")}
    assert source == {
        "modelSourceKind": "kfp",
        "modelSourceClass": "pipelinerun",
        "modelSourceGroup": "growth",
        "modelSourceId": "run-1",
        "modelSourceName": "churn",
    }


def test_a_second_try_registers_nothing_twice(
    registry: FakeRegistry, options: list[str]
) -> None:
    must_run("register", *options)
    must_run("register", *options)
    assert len(registry.models) == 1
    assert len(registry.versions) == 1
    assert len(registry.artifacts) == 1


def test_what_broke_off_in_the_middle_is_finished(
    registry: FakeRegistry, options: list[str]
) -> None:
    registry.refused_artifacts = 1
    assert run_outcome("register", *options).returncode != 0
    assert len(registry.versions) == 1
    assert not registry.artifacts
    must_run("register", *options)
    assert len(registry.versions) == 1
    assert len(registry.artifacts) == 1


def test_another_run_is_another_version(
    registry: FakeRegistry, options: list[str]
) -> None:
    must_run("register", *options)
    must_run("register", *options, "--run", "run-2")
    assert len(registry.models) == 1
    assert [version["name"] for version in registry.versions] == ["run-1", "run-2"]


def test_it_signs_in_as_the_service_account_of_its_pod(
    registry: FakeRegistry,
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token = tmp_path / "token"
    token.write_text("of-this-pod", "utf-8")
    monkeypatch.setenv("KF_PIPELINES_SA_TOKEN_PATH", str(token))
    must_run("register", *options)
    assert registry.tokens == {"Bearer of-this-pod"}
