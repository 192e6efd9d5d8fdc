"""The compiled pipeline: its graph, its gate, and what every step is given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import IMAGE, Json, compiled
from definition_reader import (
    all_tasks,
    artifact_sources,
    executor,
    step_tasks,
    tasks_below,
)

from pipelines.compile import compile_pipeline
from pipelines.config import ROOT, ConfigError, PipelineConfig

Definition = tuple[Json, Json]


def test_the_graph(definition: Definition) -> None:
    pipeline, _ = definition
    assert set(step_tasks(pipeline)) == {
        *("prepare", "train", "evaluate", "register", "notify", "report"),
    }
    tasks = all_tasks(pipeline)
    assert artifact_sources(tasks["train"]) == {
        "train": ("prepare", "train"),
        "validation": ("prepare", "validation"),
    }
    assert artifact_sources(tasks["evaluate"]) == {
        "model": ("train", "model"),
        "test": ("prepare", "test"),
    }


def test_the_gate_compares_the_measured_auc_with_the_threshold(
    definition: Definition, config: PipelineConfig
) -> None:
    pipeline, _ = definition
    tasks = all_tasks(pipeline)
    conditions = {
        task["taskInfo"]["name"]: (
            task["triggerPolicy"]["condition"],
            tasks_below(pipeline, name),
        )
        for name, task in tasks.items()
        if "condition" in task.get("triggerPolicy", {})
    }
    passed, inside = conditions["good-enough"]
    assert inside == {"register"}
    assert passed.split() == [
        "inputs.parameter_values['pipelinechannel--evaluate-auc']",
        ">=",
        "inputs.parameter_values['pipelinechannel--auc_threshold']",
    ]
    failed, inside = conditions["not-good-enough"]
    assert inside == {"notify"}
    assert failed == f"!({passed})"
    parameters = pipeline["root"]["inputDefinitions"]["parameters"]
    assert parameters["auc_threshold"]["defaultValue"] == config.metricThreshold


def test_a_failure_anywhere_is_reported(definition: Definition) -> None:
    pipeline, _ = definition
    report = all_tasks(pipeline)["report"]
    assert report["triggerPolicy"]["strategy"] == "ALL_UPSTREAM_TASKS_COMPLETED"
    (handled,) = report["dependentTasks"]
    assert tasks_below(pipeline, handled) >= set(step_tasks(pipeline)) - {"report"}
    status = report["inputs"]["parameters"]["status"]
    assert status == {"taskFinalStatus": {"producerTask": handled}}


def test_every_step_runs_the_given_image_within_limits(definition: Definition) -> None:
    pipeline, kubernetes = definition
    for name in step_tasks(pipeline):
        container = executor(pipeline, name)
        assert container is not None
        assert container["image"] == IMAGE
        assert {
            *("resourceCpuRequest", "resourceCpuLimit"),
            *("resourceMemoryRequest", "resourceMemoryLimit"),
        } <= set(container["resources"]), name
        settings = kubernetes["deploymentSpec"]["executors"][f"exec-{name}"]
        assert 0 < int(settings["activeDeadlineSeconds"]) <= 86_400
        assert settings["securityContext"]["runAsNonRoot"] is True


def test_the_user_is_that_of_the_image(definition: Definition) -> None:
    _, kubernetes = definition
    (line,) = (
        line
        for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines()
        if line.startswith("USER ")
    )
    user = line.removeprefix("USER ").split(":")[0]
    assert user.isdecimal()
    assert user != "0"
    for settings in kubernetes["deploymentSpec"]["executors"].values():
        assert settings["securityContext"]["runAsUser"] == user


def test_every_step_is_tried_again(definition: Definition) -> None:
    pipeline, _ = definition
    for name, task in step_tasks(pipeline).items():
        assert task["retryPolicy"]["maxRetryCount"] == 2, name
        assert task["retryPolicy"]["backoffDuration"] == "30s", name


def cached(pipeline: Json) -> set[str]:
    return {
        name
        for name, task in step_tasks(pipeline).items()
        if task["cachingOptions"].get("enableCache")
    }


def test_what_acts_on_the_world_is_never_skipped(
    definition: Definition,
    own_data_definition: Definition,
    config: PipelineConfig,
    own_data: PipelineConfig,
) -> None:
    for settings, (pipeline, _) in (
        (config, definition),
        (own_data, own_data_definition),
    ):
        skippable = {"prepare", "train", "evaluate"} if settings.cache else set()
        assert cached(pipeline) == skippable


def test_data_of_ones_own_is_read_anew_in_each_run(
    own_data_definition: Definition, own_data: PipelineConfig
) -> None:
    pipeline, _ = own_data_definition
    tasks = all_tasks(pipeline)
    assert artifact_sources(tasks["prepare"]) == {"customers": ("importer", "artifact")}
    importer = pipeline["deploymentSpec"]["executors"]["exec-importer"]["importer"]
    assert importer["reimport"] is True
    parameters = pipeline["root"]["inputDefinitions"]["parameters"]
    assert parameters["data_uri"]["defaultValue"] == own_data.dataUri


def test_runs_side_by_side_register_versions_of_their_own(
    definition: Definition,
) -> None:
    pipeline, _ = definition
    run = all_tasks(pipeline)["register"]["inputs"]["parameters"]["run"]
    assert run["runtimeValue"]["constant"] == "{{$.pipeline_job_uuid}}"


def test_everybody_who_is_told_is_the_one_of_the_configuration(
    definition: Definition, config: PipelineConfig, tmp_path: Path
) -> None:
    nobody, _ = compiled(replace(config, notificationEmail=None), tmp_path)
    for pipeline, told in (
        (definition[0], config.notificationEmail or ""),
        (nobody, ""),
    ):
        for task in ("notify", "report"):
            to = all_tasks(pipeline)[task]["inputs"]["parameters"]["to"]
            assert to["runtimeValue"]["constant"] == told


def test_an_image_without_its_digest_is_refused(
    config: PipelineConfig, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match="@sha256"):
        compile_pipeline(config, "registry.example.com/ml/churn:latest", tmp_path / "x")


def test_text_that_people_wrote_changes_nothing_but_itself(
    config: PipelineConfig, definition: Definition, tmp_path: Path
) -> None:
    text = 'A "quoted"\nline with {{$.inputs}} and $(shell)'
    pipeline, _ = compiled(replace(config, description=text), tmp_path)
    assert pipeline["pipelineInfo"].pop("description") == text
    original = {**definition[0], "pipelineInfo": pipeline["pipelineInfo"]}
    assert pipeline == original
