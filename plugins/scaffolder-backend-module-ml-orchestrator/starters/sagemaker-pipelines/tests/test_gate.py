"""The compiled gate on a real evaluation.json: what is registered, and who approves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from conftest import Compiled
from definition_reader import (
    Json,
    all_steps,
    of_type,
    outputs,
    parameters,
    property_files,
    referenced_step,
    text_of,
)

from pipelines.placeholders import PIPELINE_ID


def with_auc(auc: float) -> Json:
    return {"binary_classification_metrics": {"auc": {"value": auc}}}


def value_of(node: Any, definition: Json, report: Json, given: Json) -> float:
    if not isinstance(node, dict):
        return float(node)
    if "Get" in node:
        return float(text_of(node, definition, given))
    value: Any = report
    for key in node["Std:JsonGet"]["Path"].split("."):
        value = value[key]
    return float(value)


def reached(definition: Json, report: Json, **given: float) -> Json:
    """The step at the end of the branches that a report takes, as the service would decide."""
    step: Json = all_steps(definition)["QualityGate"]
    while step["Type"] == "Condition":
        (condition,) = step["Arguments"]["Conditions"]
        assert condition["Type"] == "GreaterThanOrEqualTo"
        left, right = (
            value_of(condition[side], definition, report, given)
            for side in ("LeftValue", "RightValue")
        )
        (step,) = step["Arguments"]["IfSteps" if left >= right else "ElseSteps"]
    return step


def test_a_model_is_registered_from_the_threshold_on(compiled: Compiled) -> None:
    threshold = compiled.config.metricThreshold
    assert parameters(compiled.definition)["AucThreshold"] == threshold
    below = reached(compiled.definition, with_auc(threshold - 0.001))
    assert (below["Name"], below["Type"]) == ("QualityTooLow", "Fail")
    at = reached(compiled.definition, with_auc(threshold))
    assert at["Type"] == "RegisterModel"


def test_only_a_model_above_the_second_threshold_is_approved_at_once(
    compiled: Compiled,
) -> None:
    def status(auc: float) -> str:
        step = reached(compiled.definition, with_auc(auc))
        approval: str = step["Arguments"]["ModelApprovalStatus"]
        return approval

    second = compiled.config.autoApproveThreshold
    if second is None:
        assert status(1.0) == "PendingManualApproval"
        return
    assert status(second) == "Approved"
    if second > compiled.config.metricThreshold:
        assert status(second - 0.001) == "PendingManualApproval"


def test_who_starts_a_run_cannot_approve_its_model(compiled: Compiled) -> None:
    for step in of_type(compiled.definition, "RegisterModel").values():
        assert isinstance(step["Arguments"]["ModelApprovalStatus"], str)
    gate = all_steps(compiled.definition).get("ApprovalGate")
    if gate is not None:
        (condition,) = gate["Arguments"]["Conditions"]
        assert condition["RightValue"] == compiled.config.autoApproveThreshold


def test_nothing_is_registered_outside_the_gate(compiled: Compiled) -> None:
    assert "RegisterModel" not in {s["Type"] for s in compiled.definition["Steps"]}


def test_the_gate_reads_the_file_that_evaluate_writes(
    compiled: Compiled, run_directory: Path, evaluation: Json
) -> None:
    definition = compiled.definition
    steps = all_steps(definition)
    for gate in of_type(definition, "Condition").values():
        (condition,) = gate["Arguments"]["Conditions"]
        read = condition["LeftValue"]["Std:JsonGet"]
        reference = read["PropertyFile"]["Get"]
        assert referenced_step(reference) == "Evaluate"
        file = property_files(steps["Evaluate"])[reference.rpartition(".")[2]]
        assert file["OutputName"] in outputs(steps["Evaluate"])
        assert (run_directory / "evaluation" / file["FilePath"]).is_file()


def test_a_registered_model_has_its_metrics(compiled: Compiled) -> None:
    definition = compiled.definition
    folder = outputs(all_steps(definition)["Evaluate"])["evaluation"]["S3Uri"]
    for step in of_type(definition, "RegisterModel").values():
        assert step["Arguments"]["ModelPackageGroupName"] == PIPELINE_ID
        statistics = step["Arguments"]["ModelMetrics"]["ModelQuality"]["Statistics"]
        expected = f"{text_of(folder, definition)}/evaluation.json"
        assert text_of(statistics["S3Uri"], definition) == expected


def test_a_registered_model_is_the_evaluated_one_and_finds_its_serving_code(
    compiled: Compiled, run_directory: Path
) -> None:
    definition = compiled.definition
    evaluated = all_steps(definition)["Evaluate"]["Arguments"]["ProcessingInputs"]
    (model,) = (i["S3Input"]["S3Uri"] for i in evaluated if i["InputName"] == "model")
    for step in of_type(definition, "RegisterModel").values():
        (container,) = step["Arguments"]["InferenceSpecification"]["Containers"]
        assert container["Image"] == compiled.config.inferenceImage
        assert container["ModelDataUrl"] == model
        environment = container["Environment"]
        inside = Path(environment["SAGEMAKER_SUBMIT_DIRECTORY"])
        served = run_directory / "model" / inside.relative_to("/opt/ml/model")
        assert (served / environment["SAGEMAKER_PROGRAM"]).is_file()


def test_a_real_evaluation_goes_through_the_gate(
    compiled: Compiled, evaluation: Json
) -> None:
    auc = evaluation["binary_classification_metrics"]["auc"]["value"]
    for threshold, kind in (auc - 0.01, "RegisterModel"), (auc + 0.01, "Fail"):
        end = reached(compiled.definition, evaluation, AucThreshold=threshold)
        assert end["Type"] == kind
