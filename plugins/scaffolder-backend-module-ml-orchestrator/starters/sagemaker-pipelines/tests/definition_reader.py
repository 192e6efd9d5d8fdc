"""Read a compiled pipeline definition: its steps, references and S3 addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Json = dict[str, Any]


def walk(node: Any) -> Iterator[Any]:
    yield node
    children = (
        node.values()
        if isinstance(node, dict)
        else node
        if isinstance(node, list)
        else ()
    )
    for child in children:
        yield from walk(child)


def all_steps(definition: Json) -> dict[str, Json]:
    """Every step by name, those inside the branches of conditions included."""
    found: dict[str, Json] = {}
    waiting = list(definition["Steps"])
    while waiting:
        step = waiting.pop(0)
        assert step["Name"] not in found, f"two steps are named {step['Name']}"
        found[step["Name"]] = step
        for branch in ("IfSteps", "ElseSteps"):
            waiting += step["Arguments"].get(branch, [])
    return found


def of_type(definition: Json, *types: str) -> dict[str, Json]:
    steps = all_steps(definition)
    return {name: step for name, step in steps.items() if step["Type"] in types}


def own_arguments(step: Json) -> Json:
    """A step's arguments without the steps in its branches."""
    return {
        key: value
        for key, value in step["Arguments"].items()
        if key not in ("IfSteps", "ElseSteps")
    }


def training_job(step: Json) -> Json:
    """The training job that a step starts, or that its tuning job starts several times."""
    arguments: Json = step["Arguments"]
    job: Json = arguments.get("TrainingJobDefinition", arguments)
    return job


def references(node: Any) -> list[str]:
    return [
        part["Get"]
        for part in walk(node)
        if isinstance(part, dict) and set(part) == {"Get"}
    ]


def referenced_step(reference: str) -> str | None:
    match = re.match(r"Steps\.([^.\[]+)", reference)
    return match[1] if match else None


def needs(step: Json) -> set[str]:
    """The steps whose results this step uses."""
    used = {referenced_step(reference) for reference in references(own_arguments(step))}
    return {name for name in used if name is not None} | set(step.get("DependsOn", []))


def outputs(step: Json) -> dict[str, Json]:
    listed = step["Arguments"].get("ProcessingOutputConfig", {}).get("Outputs", [])
    return {output["OutputName"]: output["S3Output"] for output in listed}


def inputs(step: Json) -> dict[str, Json]:
    listed = step["Arguments"].get("ProcessingInputs", [])
    return {item["InputName"]: item["S3Input"] for item in listed}


def channels(step: Json) -> dict[str, Any]:
    return {
        channel["ChannelName"]: channel["DataSource"]["S3DataSource"]["S3Uri"]
        for channel in training_job(step)["InputDataConfig"]
    }


def property_files(step: Json) -> dict[str, Json]:
    return {file["PropertyFileName"]: file for file in step.get("PropertyFiles", [])}


def parameters(definition: Json) -> dict[str, Any]:
    """Parameter → its default."""
    return {
        parameter["Name"]: parameter["DefaultValue"]
        for parameter in definition["Parameters"]
    }


def text_of(
    node: Any,
    definition: Json,
    given: Mapping[str, Any] | None = None,
    execution: str = "example-run",
) -> str:
    """Work out a text as the service would: parameters, execution id, joins, outputs."""
    if not isinstance(node, dict):
        return str(node)
    if "Std:Join" in node:
        join = node["Std:Join"]
        return str(join["On"]).join(
            text_of(value, definition, given, execution) for value in join["Values"]
        )
    reference: str = node["Get"]
    if reference.startswith("Execution."):
        return execution
    if reference.startswith("Parameters."):
        values = {**parameters(definition), **(given or {})}
        return str(values[reference.removeprefix("Parameters.")])
    step = all_steps(definition)[referenced_step(reference) or ""]
    output = re.search(r"Outputs\['([^']+)'\]\.S3Output\.S3Uri$", reference)
    if output:
        uri = outputs(step)[output[1]]["S3Uri"]
        return text_of(uri, definition, given, execution)
    if reference.endswith(".ModelArtifacts.S3ModelArtifacts"):
        assert step["Type"] == "Training"
        folder = step["Arguments"]["OutputDataConfig"]["S3OutputPath"]
        place = text_of(folder, definition, given, execution)
        return f"{place}/example-job/output/model.tar.gz"
    if reference.endswith(".TrainingJobSummaries[0].TrainingJobName"):
        assert step["Type"] == "Tuning"
        return "example-job"
    raise AssertionError(f"the reference {reference} leads nowhere")


def worked_out(node: Any, definition: Json) -> Any:
    """Arguments as the service hands them to an API: with texts in place of references."""
    if isinstance(node, list):
        return [worked_out(item, definition) for item in node]
    if not isinstance(node, dict):
        return node
    if "Get" in node or "Std:Join" in node:
        return text_of(node, definition)
    return {key: worked_out(value, definition) for key, value in node.items()}
