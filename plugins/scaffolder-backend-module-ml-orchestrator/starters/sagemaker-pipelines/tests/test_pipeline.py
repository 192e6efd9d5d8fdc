"""The compiled pipeline: its shape, its gate, and that it fits the step scripts."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
import tarfile
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import botocore.client
import pytest
from conftest import BUCKET, ROLE_ARN, refuse
from definition_reader import (
    all_steps,
    inputs,
    needs,
    outputs,
    parameters,
    property_files,
    referenced_step,
    references,
    text_of,
    walk,
)
from run_steps import ROOT

from pipelines.code import code_uploads
from pipelines.compile import compile_definition
from pipelines.config import PipelineConfig

Json = dict[str, Any]
EXECUTION_VARIABLES = {
    "Execution.PipelineExecutionId",
    "Execution.PipelineExecutionArn",
}


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, Any]:
    """Load a step script with the options it has when none are given."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "steps" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "argv", [f"{name}.py"])
    return module, module.parse_arguments()


# ---- Shape -----------------------------------------------------------------------------


def test_the_steps_and_what_each_needs(definition: Json) -> None:
    steps = all_steps(definition)
    assert {name: step["Type"] for name, step in steps.items()} == {
        "Prepare": "Processing",
        "Train": "Training",
        "Evaluate": "Processing",
        "QualityGate": "Condition",
        "Register": "RegisterModel",
        "QualityTooLow": "Fail",
    }
    assert {name: needs(step) for name, step in steps.items()} == {
        "Prepare": set(),
        "Train": {"Prepare"},
        "Evaluate": {"Prepare", "Train"},
        "QualityGate": {"Evaluate"},
        "Register": {"Evaluate", "Train"},
        "QualityTooLow": set(),
    }


def test_every_reference_leads_somewhere(definition: Json) -> None:
    steps = all_steps(definition)
    found = references(definition)
    assert found
    for reference in found:
        if reference in EXECUTION_VARIABLES:
            continue
        if reference.startswith("Parameters."):
            assert reference.removeprefix("Parameters.") in parameters(definition)
            continue
        name = referenced_step(reference)
        assert name in steps, reference
        if ".PropertyFiles." in reference:
            file = reference.rpartition(".")[2]
            assert file in property_files(steps[name]), reference
        else:
            assert text_of({"Get": reference}, definition).startswith("s3://")


def test_every_parameter_is_used(definition: Json) -> None:
    used = {name for name in references(definition) if name.startswith("Parameters.")}
    assert used == {f"Parameters.{name}" for name in parameters(definition)}


def test_the_order_of_the_steps_has_no_circle(definition: Json) -> None:
    steps = all_steps(definition)
    done: set[str] = set()
    while done != set(steps):
        ready = {name for name in set(steps) - done if needs(steps[name]) <= done}
        assert ready, f"these wait for each other: {set(steps) - done}"
        done |= ready


def test_the_service_would_take_the_size(definition: Json) -> None:
    assert len(json.dumps(definition)) < 1_048_576


# ---- The gate --------------------------------------------------------------------------


def branch_taken(definition: Json, report: Json, threshold: float) -> list[Json]:
    """Evaluate the compiled condition on a report, as the service does at run time."""
    arguments = all_steps(definition)["QualityGate"]["Arguments"]
    (condition,) = arguments["Conditions"]
    compare = {"GreaterThanOrEqualTo": lambda left, right: left >= right}
    path = condition["LeftValue"]["Std:JsonGet"]["Path"]
    value: Any = report
    for key in path.split("."):
        value = value[key]
    assert condition["RightValue"] == {"Get": "Parameters.AucThreshold"}
    passed = compare[condition["Type"]](value, threshold)
    branch: list[Json] = arguments["IfSteps" if passed else "ElseSteps"]
    return branch


@pytest.mark.parametrize(
    ("difference", "expected"),
    [(-0.01, "RegisterModel"), (0.0, "RegisterModel"), (0.01, "Fail")],
    ids=["above the threshold", "at the threshold", "below the threshold"],
)
def test_the_gate_registers_or_fails(
    definition: Json, evaluation: Json, difference: float, expected: str
) -> None:
    auc = evaluation["binary_classification_metrics"]["auc"]["value"]
    taken = branch_taken(definition, evaluation, auc + difference)
    assert [step["Type"] for step in taken] == [expected]


def test_nothing_is_registered_outside_the_gate(definition: Json) -> None:
    assert "RegisterModel" not in {step["Type"] for step in definition["Steps"]}


def test_the_threshold_is_the_configured_one(
    definition: Json, config: PipelineConfig
) -> None:
    parameter = parameters(definition)["AucThreshold"]
    assert parameter["Type"] == "Float"
    assert parameter["DefaultValue"] == config.aucThreshold


def test_the_gate_reads_the_file_that_evaluate_writes(
    definition: Json, run_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = all_steps(definition)
    (condition,) = steps["QualityGate"]["Arguments"]["Conditions"]
    read = condition["LeftValue"]["Std:JsonGet"]["PropertyFile"]["Get"]
    assert referenced_step(read) == "Evaluate"
    file = property_files(steps["Evaluate"])[read.rpartition(".")[2]]
    _, options = script("evaluate", monkeypatch)
    written = outputs(steps["Evaluate"])[file["OutputName"]]["LocalPath"]
    assert Path(written) == options.output_dir
    assert (run_directory / "evaluation" / file["FilePath"]).is_file()


# ---- Registration ----------------------------------------------------------------------


def test_a_model_waits_for_approval_with_its_metrics(
    definition: Json, config: PipelineConfig
) -> None:
    steps = all_steps(definition)
    arguments = steps["Register"]["Arguments"]
    assert arguments["ModelApprovalStatus"] == "PendingManualApproval"
    assert arguments["ModelPackageGroupName"] == config.name
    statistics = arguments["ModelMetrics"]["ModelQuality"]["Statistics"]
    folder = text_of(outputs(steps["Evaluate"])["evaluation"]["S3Uri"], definition)
    assert text_of(statistics["S3Uri"], definition) == f"{folder}/evaluation.json"


def test_the_registered_model_finds_its_serving_code(
    definition: Json, run_directory: Path
) -> None:
    specification = all_steps(definition)["Register"]["Arguments"][
        "InferenceSpecification"
    ]
    (container,) = specification["Containers"]
    environment = container["Environment"]
    inside = Path(environment["SAGEMAKER_SUBMIT_DIRECTORY"]).relative_to(
        "/opt/ml/model"
    )
    served = run_directory / "model" / inside / environment["SAGEMAKER_PROGRAM"]
    assert served.is_file()
    assert container["ModelDataUrl"] == {
        "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"
    }


# ---- The jobs fit the scripts ----------------------------------------------------------


def test_prepare_gets_and_leaves_its_files_where_the_script_does(
    definition: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = all_steps(definition)["Prepare"]
    _, options = script("prepare", monkeypatch)
    assert Path(inputs(step)["data"]["LocalPath"]) == options.input_dir
    for name, output in outputs(step).items():
        assert Path(output["LocalPath"]) == options.output_dir / name
    assert set(outputs(step)) == {"train", "validation", "test"}


def test_evaluate_gets_its_files_where_the_script_does(
    definition: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = all_steps(definition)["Evaluate"]
    _, options = script("evaluate", monkeypatch)
    assert Path(inputs(step)["model"]["LocalPath"]) == options.model_dir
    assert Path(inputs(step)["test"]["LocalPath"]) == options.test_dir
    assert text_of(inputs(step)["test"]["S3Uri"], definition).endswith("/test")


@pytest.mark.parametrize("name", ["Prepare", "Evaluate"])
def test_processing_runs_the_uploaded_script(definition: Json, name: str) -> None:
    step = all_steps(definition)[name]
    upload = code_uploads()[name.lower()]
    code = inputs(step)["code"]
    assert code["S3Uri"] == f"s3://{BUCKET}/{upload.key}"
    file = f"{code['LocalPath']}/{Path(upload.key).name}"
    entrypoint = step["Arguments"]["AppSpecification"]["ContainerEntrypoint"]
    assert entrypoint == ["python3", file]
    options = step["Arguments"]["AppSpecification"].get("ContainerArguments", [])
    command = [sys.executable, str(ROOT / "steps" / f"{name.lower()}.py"), *options]
    subprocess.run([*command, "--help"], check=True, capture_output=True)


def test_training_runs_the_uploaded_script(
    definition: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = all_steps(definition)["Train"]["Arguments"]
    channels = {
        channel["ChannelName"]: channel["DataSource"]["S3DataSource"]["S3Uri"]
        for channel in arguments["InputDataConfig"]
    }
    upload = code_uploads()["train"]
    assert channels["code"] == f"s3://{BUCKET}/{upload.key}"

    values = dict(arguments["HyperParameters"])
    submitted = Path(values.pop("sagemaker_submit_directory"))
    assert submitted == Path("/opt/ml/input/data/code") / Path(upload.key).name
    with tarfile.open(fileobj=io.BytesIO(upload.body)) as archive:
        assert values.pop("sagemaker_program") in archive.getnames()

    # The training toolkit gives the other hyperparameters to the script as options.
    options = [part for name, value in values.items() for part in (f"--{name}", value)]
    command = [sys.executable, str(ROOT / "steps" / "train.py"), *options, "--help"]
    subprocess.run(command, check=True, capture_output=True)

    # The toolkit names each channel's directory in SM_CHANNEL_<NAME>; the script's own
    # defaults say the same.
    _, defaults = script("train", monkeypatch)
    for name in ("train", "validation"):
        assert text_of(channels[name], definition).endswith(f"/{name}")
        assert getattr(defaults, f"{name}_dir") == Path(f"/opt/ml/input/data/{name}")


def test_the_metric_that_sagemaker_shows_is_one_that_training_prints(
    definition: Json,
) -> None:
    (metric,) = all_steps(definition)["Train"]["Arguments"]["AlgorithmSpecification"][
        "MetricDefinitions"
    ]
    source = (ROOT / "steps" / "train.py").read_text(encoding="utf-8")
    assert metric["Regex"].partition("(")[0] in source


# ---- Robustness ------------------------------------------------------------------------


def test_every_job_is_isolated_and_ends(
    definition: Json, config: PipelineConfig
) -> None:
    for name in ("Prepare", "Train", "Evaluate"):
        arguments = all_steps(definition)[name]["Arguments"]
        network = arguments.get("NetworkConfig", arguments)
        assert network["EnableNetworkIsolation"] is True, name
        assert 0 < arguments["StoppingCondition"]["MaxRuntimeInSeconds"] <= 86_400
        assert arguments["RoleArn"] == ROLE_ARN
        image = arguments.get("AppSpecification", {}).get("ImageUri")
        image = image or arguments["AlgorithmSpecification"]["TrainingImage"]
        assert image == config.image


def test_every_call_of_the_service_is_tried_again(definition: Json) -> None:
    for name, step in all_steps(definition).items():
        if step["Type"] in ("Condition", "Fail"):
            continue
        kinds = {
            kind for policy in step["RetryPolicies"] for kind in policy["ExceptionType"]
        }
        assert {"Step.SERVICE_FAULT", "Step.THROTTLING"} <= kinds, name
        if step["Type"] in ("Processing", "Training"):
            assert {
                "SageMaker.JOB_INTERNAL_ERROR",
                "SageMaker.CAPACITY_ERROR",
                "SageMaker.RESOURCE_LIMIT",
            } <= kinds, name


@pytest.fixture(scope="module")
def variant(config: PipelineConfig) -> PipelineConfig:
    """The other way to use the pipeline: the cache off where it is on, data of one's own."""
    other = None if config.stepCache else "P7D"
    return replace(
        config, stepCache=other, inputPrefix="/exports/customers/", schedule=None
    )


@pytest.fixture(scope="module")
def variant_definition(variant: PipelineConfig) -> Json:
    return compile_definition(variant, BUCKET, ROLE_ARN)


def test_the_cache_follows_the_configuration(
    config: PipelineConfig,
    definition: Json,
    variant: PipelineConfig,
    variant_definition: Json,
) -> None:
    for settings, compiled in (config, definition), (variant, variant_definition):
        for name in ("Prepare", "Train", "Evaluate"):
            cache = all_steps(compiled)[name]["CacheConfig"]
            assert cache["Enabled"] is (settings.stepCache is not None)
            assert cache.get("ExpireAfter") == settings.stepCache


def test_input_data_can_lie_elsewhere_in_the_bucket(variant_definition: Json) -> None:
    default = parameters(variant_definition)["InputData"]["DefaultValue"]
    assert default == f"s3://{BUCKET}/exports/customers/"


def test_all_addresses_are_in_the_pipelines_own_bucket(definition: Json) -> None:
    addresses = [
        node
        for node in walk(definition)
        if isinstance(node, str) and node.startswith("s3:")
    ]
    assert addresses
    assert all(address.startswith(f"s3://{BUCKET}/") for address in addresses)


def test_runs_side_by_side_do_not_mix_their_files(definition: Json) -> None:
    for step in all_steps(definition).values():
        for output in outputs(step).values():
            one = text_of(output["S3Uri"], definition, execution="one")
            other = text_of(output["S3Uri"], definition, execution="other")
            assert one != other


# ---- Compiling -------------------------------------------------------------------------


def test_compiling_calls_no_service_and_gives_the_same_again(
    config: PipelineConfig, definition: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(botocore.client.BaseClient, "_make_api_call", refuse)
    assert compile_definition(config, BUCKET, ROLE_ARN) == definition
