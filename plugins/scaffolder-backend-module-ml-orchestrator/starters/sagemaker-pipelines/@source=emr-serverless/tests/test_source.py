"""How a run gets at its data: Spark brings the raw files together, and prepare reads the result."""

from __future__ import annotations

import boto3
import pytest
from botocore.validate import ParamValidator
from conftest import Compiled
from definition_reader import (
    Json,
    all_steps,
    inputs,
    parameters,
    text_of,
    worked_out,
)
from run_steps import ROOT, load_module

from pipelines.placeholders import BUCKET
from pipelines.source import APPLICATION_ID, ROLE_ARN, SCRIPT


def job_of(definition: Json) -> Json:
    job: Json = all_steps(definition)["Extract"]["Arguments"]["JobConfig"]
    return job


def test_the_api_takes_the_job(compiled: Compiled) -> None:
    request = worked_out(job_of(compiled.definition), compiled.definition)
    client = boto3.client("emr-serverless", region_name=compiled.config.region)
    shape = client.meta.service_model.operation_model("StartJobRun").input_shape
    # The client draws the token by itself, and so does the service.
    report = ParamValidator().validate({**request, "clientToken": "token"}, shape)
    # Patterns of the API are not the validator's to check; placeholders would not fit them.
    assert not report.has_errors(), report.generate_report()
    assert request["applicationId"] == APPLICATION_ID
    assert request["executionRoleArn"] == ROLE_ARN
    assert 0 < request["executionTimeoutMinutes"] <= 24 * 60


@pytest.mark.parametrize("prefix", ["data/", "data/2026-11/", "data/incoming/new.csv"])
def test_spark_reads_what_the_run_is_given_and_prepare_what_spark_writes(
    compiled: Compiled, prefix: str
) -> None:
    definition = compiled.definition
    submit = job_of(definition)["jobDriver"]["sparkSubmit"]
    assert submit["entryPoint"] == SCRIPT
    assert (ROOT / "source" / SCRIPT.rpartition("/")[2]).is_file()
    given = [
        text_of(argument, definition, {"InputPrefix": prefix})
        for argument in submit["entryPointArguments"]
    ]
    script = load_module(ROOT / "source" / "extract.py")
    options = script.parse_arguments(given)
    assert options.input == f"s3://{BUCKET}/{prefix}"
    assert options.output == f"s3://{BUCKET}/executions/example-run/extracted/"
    read = inputs(all_steps(definition)["Prepare"])["data"]["S3Uri"]
    assert text_of(read, definition) == options.output
    assert parameters(definition)["InputPrefix"] == "data/"


def test_a_result_is_never_reused_and_calls_are_tried_again(
    compiled: Compiled,
) -> None:
    step = all_steps(compiled.definition)["Extract"]
    assert step["CacheConfig"]["Enabled"] is False
    kinds = {
        kind for policy in step["RetryPolicies"] for kind in policy["ExceptionType"]
    }
    assert {"Step.SERVICE_FAULT", "Step.THROTTLING"} <= kinds
