"""The jobs of the compiled pipeline: they fit the step scripts, the API, and each other."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import boto3
import pytest
from botocore.validate import ParamValidator
from conftest import Compiled
from definition_reader import (
    Json,
    all_steps,
    channels,
    inputs,
    of_type,
    outputs,
    text_of,
    training_job,
    worked_out,
)
from run_steps import ROOT, must_run
from source_facts import SOURCE_STEPS

from pipelines.config import load_config
from pipelines.placeholders import (
    BUCKET,
    EVALUATE_CODE,
    JOB_ROLE_ARN,
    PIPELINE_ID,
    PREPARE_CODE,
    TRAIN_CODE,
)
from pipelines.training import METRIC, METRIC_REGEX

STEPS = ROOT / "steps"
JOBS = ("Processing", "Training", "Tuning")
# Step type → the API that the step calls, and the name that the service gives to what it makes.
APIS = {
    "Processing": ("CreateProcessingJob", "ProcessingJobName"),
    "Training": ("CreateTrainingJob", "TrainingJobName"),
    "Tuning": ("CreateHyperParameterTuningJob", "HyperParameterTuningJobName"),
    "RegisterModel": ("CreateModelPackage", None),
}


def options_of(name: str, monkeypatch: pytest.MonkeyPatch, *given: str) -> Any:
    """What a step script understands of the options given to it; unknown ones end the test."""
    spec = importlib.util.spec_from_file_location(name, STEPS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    monkeypatch.syspath_prepend(str(STEPS))
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "argv", [f"{name}.py", *given])
    return module.parse_arguments()


def own_jobs(definition: Json) -> dict[str, Json]:
    """The jobs that run the step scripts; what gets the data is test_source.py's to say."""
    jobs = of_type(definition, *JOBS)
    return {name: step for name, step in jobs.items() if name not in SOURCE_STEPS}


def as_options(hyperparameters: dict[str, Any]) -> list[str]:
    """As SageMaker's training toolkit gives them to the script."""
    return [
        part
        for name, value in hyperparameters.items()
        for part in (f"--{name}", str(value))
    ]


def tuned_values() -> dict[str, float]:
    """One that a tuning job might try, for each hyperparameter with a range."""
    tuning = load_config().tuning
    return {
        **{name: (low + high) // 2 for name, (low, high) in tuning.integer.items()},
        **{name: (low + high) / 2 for name, (low, high) in tuning.continuous.items()},
    }


def test_the_api_takes_every_call(compiled: Compiled) -> None:
    definition = compiled.definition
    model = boto3.client("sagemaker", region_name=compiled.config.region).meta
    steps = of_type(definition, *APIS)
    assert steps
    for name, step in steps.items():
        operation, given_name = APIS[step["Type"]]
        shape = model.service_model.operation_model(operation).input_shape
        request = worked_out(step["Arguments"], definition)
        if given_name:
            request[given_name] = "example-job"
        report = ParamValidator().validate(request, shape)
        assert not report.has_errors(), f"{name}: {report.generate_report()}"


# ---- The scripts -----------------------------------------------------------------------


def test_prepare_gets_and_leaves_its_files_where_the_script_does(
    compiled: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = all_steps(compiled.definition)["Prepare"]
    given = step["Arguments"]["AppSpecification"]["ContainerArguments"]
    options = options_of("prepare", monkeypatch, *given)
    assert Path(inputs(step)["data"]["LocalPath"]) == options.input_dir
    for name, output in outputs(step).items():
        assert Path(output["LocalPath"]) == options.output_dir / name
    assert set(outputs(step)) == {"train", "validation", "test"}


def test_evaluate_gets_and_leaves_its_files_where_the_script_does(
    compiled: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = all_steps(compiled.definition)["Evaluate"]
    assert "ContainerArguments" not in step["Arguments"]["AppSpecification"]
    options = options_of("evaluate", monkeypatch)
    assert Path(inputs(step)["model"]["LocalPath"]) == options.model_dir
    assert Path(inputs(step)["test"]["LocalPath"]) == options.test_dir
    assert Path(outputs(step)["evaluation"]["LocalPath"]) == options.output_dir
    test = text_of(inputs(step)["test"]["S3Uri"], compiled.definition)
    assert test.endswith("/test")


@pytest.mark.parametrize(
    ("name", "own"), [("Prepare", PREPARE_CODE), ("Evaluate", EVALUATE_CODE)]
)
def test_processing_runs_the_uploaded_script(
    compiled: Compiled, name: str, own: str
) -> None:
    step = all_steps(compiled.definition)[name]
    code = inputs(step)["code"]
    prefix, _, file = code["S3Uri"].rpartition("/")
    assert prefix == f"s3://{BUCKET}/{own}"
    assert (STEPS / file).is_file()
    entrypoint = step["Arguments"]["AppSpecification"]["ContainerEntrypoint"]
    assert entrypoint == ["python3", f"{code['LocalPath']}/{file}"]


def test_training_runs_the_uploaded_script(
    compiled: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    definition = compiled.definition
    (step,) = of_type(definition, "Training", "Tuning").values()
    job, uris = training_job(step), channels(step)
    assert uris["code"] == f"s3://{BUCKET}/{TRAIN_CODE}/"
    printed = {"Name": METRIC, "Regex": METRIC_REGEX}
    assert job["AlgorithmSpecification"]["MetricDefinitions"] == [printed]

    values = dict(job.get("HyperParameters") or job["StaticHyperParameters"])
    submitted = values.pop("sagemaker_submit_directory")
    assert submitted == "/opt/ml/input/data/code"
    assert (STEPS / values.pop("sagemaker_program")).samefile(STEPS / "train.py")
    options = options_of("train", monkeypatch, *as_options(values))

    # The toolkit names each channel's directory in SM_CHANNEL_<NAME>; the script's own
    # defaults say the same.
    for name in ("train", "validation"):
        assert text_of(uris[name], definition).endswith(f"/{name}")
        assert getattr(options, f"{name}_dir") == Path(f"/opt/ml/input/data/{name}")


def test_training_takes_what_tuning_tries_and_prints_the_metric_that_it_compares(
    run_directory: Path, tmp_path: Path
) -> None:
    prepared = run_directory / "prepared"
    printed = must_run(
        "train",
        *("--train-dir", prepared / "train"),
        *("--validation-dir", prepared / "validation"),
        *("--model-dir", tmp_path),
        *as_options(tuned_values()),
    )
    (auc,) = re.findall(METRIC_REGEX, printed)
    assert 0.5 < float(auc) <= 1


# ---- Tuning ----------------------------------------------------------------------------


def test_tuning_tries_what_the_configuration_says(compiled: Compiled) -> None:
    tuning = compiled.config.tuning
    steps = of_type(compiled.definition, "Tuning")
    assert bool(steps) is tuning.enabled
    for step in steps.values():
        settings = step["Arguments"]["HyperParameterTuningJobConfig"]
        objective = settings["HyperParameterTuningJobObjective"]
        assert objective == {"Type": "Maximize", "MetricName": METRIC}
        limits = settings["ResourceLimits"]
        assert limits["MaxNumberOfTrainingJobs"] == tuning.maxJobs
        assert limits["MaxParallelTrainingJobs"] == tuning.maxParallelJobs
        tried = {
            item["Name"]: [float(item["MinValue"]), float(item["MaxValue"])]
            for ranges in settings["ParameterRanges"].values()
            for item in ranges
        }
        assert tried == {**tuning.integer, **tuning.continuous}


def test_the_best_model_is_found_where_tuning_wrote_it_whichever_run_that_was(
    compiled: Compiled,
) -> None:
    definition = compiled.definition
    for step in of_type(definition, "Tuning").values():
        written = training_job(step)["OutputDataConfig"]["S3OutputPath"]
        model = inputs(all_steps(definition)["Evaluate"])["model"]["S3Uri"]
        for execution in ("one", "other"):
            # The result may come from the cache, and so from an earlier run.
            place = text_of(model, definition, execution=execution)
            assert place == f"{written}/example-job/output/model.tar.gz"


# ---- Robustness ------------------------------------------------------------------------


def test_every_job_is_isolated_ends_and_is_tagged(compiled: Compiled) -> None:
    for name, step in own_jobs(compiled.definition).items():
        job = training_job(step)
        network = job.get("NetworkConfig", job)
        assert network["EnableNetworkIsolation"] is True, name
        assert 0 < job["StoppingCondition"]["MaxRuntimeInSeconds"] <= 86_400
        assert job["RoleArn"] == JOB_ROLE_ARN
        image = job.get("AppSpecification", {}).get("ImageUri")
        image = image or job["AlgorithmSpecification"]["TrainingImage"]
        assert image == compiled.config.trainingImage
        # The budget counts what carries this tag.
        tag = {"Key": "ml-pipeline", "Value": PIPELINE_ID}
        assert step["Arguments"]["Tags"] == [tag], name


def test_every_call_of_the_service_is_tried_again(compiled: Compiled) -> None:
    for name, step in of_type(compiled.definition, *APIS).items():
        kinds = {
            kind for policy in step["RetryPolicies"] for kind in policy["ExceptionType"]
        }
        assert {"Step.SERVICE_FAULT", "Step.THROTTLING"} <= kinds, name
        if step["Type"] in JOBS:
            assert {
                "SageMaker.JOB_INTERNAL_ERROR",
                "SageMaker.CAPACITY_ERROR",
                "SageMaker.RESOURCE_LIMIT",
            } <= kinds, name


def test_the_cache_follows_the_configuration(compiled: Compiled) -> None:
    for step in own_jobs(compiled.definition).values():
        cache = step["CacheConfig"]
        assert cache["Enabled"] is (compiled.config.stepCache is not None)
        assert cache.get("ExpireAfter") == compiled.config.stepCache
