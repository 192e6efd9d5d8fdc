"""How a run gets at its data: a job asks the warehouse, and prepare reads the answer."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from conftest import Compiled
from definition_reader import all_steps, inputs, outputs, parameters, text_of
from run_steps import ROOT, load_module

from pipelines.extraction import CODE, ROLE_ARN
from pipelines.placeholders import BUCKET, JOB_ROLE_ARN, PIPELINE_ID

SOURCE = ROOT / "source"


def test_the_job_runs_what_is_uploaded_with_options_that_the_script_has(
    compiled: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = all_steps(compiled.definition)["Extract"]
    code = inputs(step)["code"]
    assert code["S3Uri"] == CODE
    app = step["Arguments"]["AppSpecification"]
    program = Path(app["ContainerEntrypoint"][-1])
    assert str(program.parent) == code["LocalPath"]
    assert (SOURCE / program.name).is_file()
    if program.suffix == ".sh":
        assert "extract.py" in (SOURCE / program.name).read_text("utf-8")
    monkeypatch.setattr(sys, "argv", ["extract.py", *app["ContainerArguments"]])
    options = load_module(SOURCE / "extract.py").parse_arguments()
    assert options.region == compiled.config.region
    assert Path(outputs(step)["extracted"]["LocalPath"]) == options.output_dir


def test_prepare_reads_what_the_job_writes_for_this_run(compiled: Compiled) -> None:
    definition = compiled.definition
    steps = all_steps(definition)
    written = text_of(outputs(steps["Extract"])["extracted"]["S3Uri"], definition)
    assert written == f"s3://{BUCKET}/executions/example-run/extracted"
    assert text_of(inputs(steps["Prepare"])["data"]["S3Uri"], definition) == written
    assert "InputPrefix" not in parameters(definition)


def test_the_job_alone_has_a_network_and_a_role_that_may_ask(
    compiled: Compiled,
) -> None:
    arguments = all_steps(compiled.definition)["Extract"]["Arguments"]
    assert arguments["NetworkConfig"]["EnableNetworkIsolation"] is False
    assert arguments["RoleArn"] == ROLE_ARN != JOB_ROLE_ARN
    assert 0 < arguments["StoppingCondition"]["MaxRuntimeInSeconds"] <= 86_400
    # The budget counts what carries this tag.
    assert arguments["Tags"] == [{"Key": "ml-pipeline", "Value": PIPELINE_ID}]


def test_an_answer_is_never_reused(compiled: Compiled) -> None:
    cache = all_steps(compiled.definition)["Extract"]["CacheConfig"]
    assert cache["Enabled"] is False


def test_the_query_has_the_columns_that_prepare_takes() -> None:
    query = (SOURCE / "customers.sql").read_text("utf-8").lower()
    prepare = load_module(ROOT / "steps" / "prepare.py")
    for column in (prepare.ID, prepare.LABEL, *prepare.FEATURES):
        assert re.search(rf"\b{column}\b", query), column
