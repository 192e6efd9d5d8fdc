"""The compiled pipeline: its shape, with every switch on and off."""

from __future__ import annotations

import json
import re
import sys

import botocore.client
import pytest
from conftest import Compiled, refuse
from definition_reader import (
    all_steps,
    needs,
    of_type,
    outputs,
    parameters,
    property_files,
    referenced_step,
    references,
    text_of,
    walk,
    worked_out,
)
from examples import SWITCHES_ON
from source_facts import SOURCE_STEPS

from pipelines import placeholders
from pipelines.compile import compile_definition

EXECUTION_VARIABLES = {
    "Execution.PipelineExecutionId",
    "Execution.PipelineExecutionArn",
}


def test_the_steps_and_what_each_needs(compiled: Compiled) -> None:
    config, steps = compiled.config, all_steps(compiled.definition)
    train, kind = ("Tune", "Tuning") if config.tuning.enabled else ("Train", "Training")
    expected = {
        **SOURCE_STEPS,
        "Prepare": ("Processing", set(SOURCE_STEPS)),
        train: (kind, {"Prepare"}),
        "Evaluate": ("Processing", {"Prepare", train}),
        "QualityGate": ("Condition", {"Evaluate"}),
        "Register": ("RegisterModel", {"Evaluate", train}),
        "QualityTooLow": ("Fail", set()),
    }
    if config.autoApproveThreshold is not None:
        expected["ApprovalGate"] = ("Condition", {"Evaluate"})
        expected["RegisterApproved"] = ("RegisterModel", {"Evaluate", train})
    assert {
        name: (step["Type"], needs(step)) for name, step in steps.items()
    } == expected


def test_every_reference_leads_somewhere(compiled: Compiled) -> None:
    definition = compiled.definition
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
            assert text_of({"Get": reference}, definition)


def test_every_parameter_is_used(compiled: Compiled) -> None:
    found = references(compiled.definition)
    used = {name for name in found if name.startswith("Parameters.")}
    assert used == {f"Parameters.{name}" for name in parameters(compiled.definition)}


def test_the_order_of_the_steps_has_no_circle(compiled: Compiled) -> None:
    steps = all_steps(compiled.definition)
    done: set[str] = set()
    while done != set(steps):
        ready = {name for name in set(steps) - done if needs(steps[name]) <= done}
        assert ready, f"these wait for each other: {set(steps) - done}"
        done |= ready


def test_the_service_would_take_the_size(compiled: Compiled) -> None:
    assert len(json.dumps(compiled.definition)) < 1_048_576


def test_it_leaves_open_what_differs_between_environments_and_nothing_else(
    compiled: Compiled,
) -> None:
    modules = [vars(m) for n, m in sys.modules.items() if n.startswith("pipelines.")]
    constants = [
        str(value)
        for module in modules
        for name, value in module.items()
        if name.isupper() and isinstance(value, (str, dict))
    ]
    known = re.findall(r"\$\{\w+\}", " ".join(constants))
    text = json.dumps(compiled.definition)
    found = re.findall(r"\$\{\w+\}", text)
    assert set(found) == set(known)
    assert text.count("${") == len(found)


def test_all_addresses_are_in_the_pipelines_own_bucket(compiled: Compiled) -> None:
    definition = compiled.definition
    steps = of_type(definition, "Processing", "Training", "Tuning", "RegisterModel")
    for name, step in steps.items():
        texts = walk(worked_out(step["Arguments"], definition))
        addresses = [t for t in texts if isinstance(t, str) and t.startswith("s3:")]
        assert addresses, name
        for address in addresses:
            assert address.startswith(f"s3://{placeholders.BUCKET}/"), name


def test_runs_side_by_side_do_not_mix_their_files(compiled: Compiled) -> None:
    definition = compiled.definition
    for step in all_steps(definition).values():
        for output in outputs(step).values():
            one = text_of(output["S3Uri"], definition, execution="one")
            other = text_of(output["S3Uri"], definition, execution="other")
            assert one != other


def test_compiling_calls_no_service_and_gives_the_same_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(botocore.client.BaseClient, "_make_api_call", refuse)
    first, second = (compile_definition(SWITCHES_ON) for _ in range(2))
    assert first == second
