"""The pipeline, run from end to end on this computer by the SDK's own local runner.

It runs the components as they are compiled, decides at the gate, tries again and reuses
results as a cluster does.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from conftest import IMAGE
from fake_mail import Inbox, text_of
from fake_registry import FakeRegistry
from kfp import local
from kfp.local.orchestrator import task_executor

from pipelines.config import ROOT, PipelineConfig
from pipelines.pipeline import build_pipeline

SAMPLE = ROOT / "data" / "customers.csv"
Run = Callable[..., None]


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all runs of this file leave their artifacts: equal steps are run once."""
    return tmp_path_factory.mktemp("artifacts")


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds between one try and the next, which no test waits for."""
    seconds: list[float] = []
    monkeypatch.setattr(task_executor, "time", SimpleNamespace(sleep=seconds.append))
    return seconds


@pytest.fixture
def run(
    config: PipelineConfig,
    registry_address: str,
    relay: str,
    artifacts: Path,
    waits: list[float],
) -> Run:
    """Run the pipeline with some arguments, and with settings that differ."""
    settings = replace(
        config,
        modelRegistry=registry_address,
        mailRelay=relay,
        notificationEmail="team@example.com",
        dataUri=None,
        cache=True,
    )

    def run(arguments: dict[str, Any], **changes: Any) -> None:
        # The steps use the libraries of this environment, which are those of the image.
        runner = local.SubprocessRunner(use_venv=False)
        local.init(runner, pipeline_root=str(artifacts), enable_caching=True)
        build_pipeline(replace(settings, **changes), IMAGE)(**arguments)

    return run


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """Data of one's own: the sample under another name."""
    (tmp_path / "mine.csv").write_bytes(SAMPLE.read_bytes())
    return tmp_path


def registered_aucs(registry: FakeRegistry) -> list[float]:
    return [v["customProperties"]["auc"]["double_value"] for v in registry.versions]


def test_the_gate_registers_from_the_threshold_on(
    run: Run, registry: FakeRegistry, inbox: Inbox, config: PipelineConfig
) -> None:
    run({"auc_threshold": 0.5})
    (auc,) = registered_aucs(registry)
    run({"auc_threshold": auc})
    assert registered_aucs(registry) == [auc, auc]
    assert not inbox.mails

    above = math.nextafter(auc, 1)
    run({"auc_threshold": above})
    assert len(registry.versions) == 2
    (mail,) = inbox.mails
    assert mail["Subject"] == f"{config.name}: nothing was registered"
    assert f"an AUC of {auc} is below {above}" in text_of(mail)


def test_what_is_registered_is_the_model_and_its_evaluation(
    run: Run, registry: FakeRegistry, artifacts: Path
) -> None:
    run({"auc_threshold": 0.5})
    (artifact,) = registry.artifacts
    model = Path(artifact["uri"])
    assert (model / "code" / "inference.py").is_file()
    schema = json.loads((ROOT / "contracts/evaluation.schema.json").read_text("utf-8"))
    # There may be several, of runs before; the same data and seed give the same model.
    evaluations = artifacts.glob("*/evaluate/evaluation/evaluation.json")
    measured = set()
    for evaluation in evaluations:
        report = json.loads(evaluation.read_text("utf-8"))
        jsonschema.validate(report, schema)
        measured.add(report["binary_classification_metrics"]["auc"]["value"])
    assert measured == set(registered_aucs(registry))


def test_an_outage_of_the_registry_is_waited_for(
    run: Run, registry: FakeRegistry, waits: list[float], inbox: Inbox
) -> None:
    registry.refused_artifacts = 1
    run({"auc_threshold": 0.5})
    assert waits == [30]
    assert len(registry.versions) == 1
    assert len(registry.artifacts) == 1
    assert not inbox.mails


def test_data_can_lie_elsewhere(
    run: Run, registry: FakeRegistry, customers: Path
) -> None:
    run({"auc_threshold": 0.5, "data_uri": str(customers)}, dataUri="s3://customers/")
    assert len(registry.artifacts) == 1


def test_bad_data_fails_the_run_and_people_are_told(
    run: Run,
    registry: FakeRegistry,
    inbox: Inbox,
    waits: list[float],
    customers: Path,
    config: PipelineConfig,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with (customers / "mine.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["C99999", "a lot"])
    with pytest.raises(RuntimeError):
        run({"data_uri": str(customers)}, dataUri="s3://customers/")
    assert "'tenure_months' holds text that is not a number" in capfd.readouterr().out
    assert waits == [30, 60]
    assert not registry.models
    (mail,) = inbox.mails
    assert mail["Subject"] == f"{config.name}: a run ended as FAILED"
