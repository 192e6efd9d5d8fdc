"""What stands in for Snowflake: the job's script is given its options, and the sample data is what it would find.

The script itself is run against an imitation of Snowflake by its own tests, in source/tests/.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import Any

import container
from conftest import BUCKET, DEPLOYMENT, EXAMPLE, ID, ROOT
from needs import Need

# The service that FakeSource stands in for; the job is one of SageMaker's.
SERVICE: str | None = None


class FakeSource:
    def __init__(self, s3: Any) -> None:
        """Put the scripts where the stack does."""
        for script in (ROOT / "source").iterdir():
            if script.is_file():
                key = f"{DEPLOYMENT['source']['SourceCodePrefix']}/{script.name}"
                s3.upload_file(str(script), BUCKET, key)

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError(f"{operation} is not part of this pipeline")


def needs(operation: str, parameters: dict[str, Any]) -> list[Need]:
    raise AssertionError(f"{operation} is not part of this pipeline")


def options(script: Path, words: list[str]) -> Any:
    """Have the script itself read its options."""
    spec = importlib.util.spec_from_file_location("extract", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    arguments, sys.argv = sys.argv, [str(script), *words]
    try:
        return module.parse_arguments()
    finally:
        sys.argv = arguments


def run(directory: Path, command: list[str]) -> str:
    """Run a processing job's command; return why it failed, or nothing."""
    shell, script, *words = command
    if shell != "/bin/sh":
        return container.run(directory, command)
    local = directory / script.lstrip("/")
    assert local.is_file()
    given = options(local.with_name("extract.py"), words)
    assert given.secret == DEPLOYMENT["source"]["SourceSecretArn"]
    assert (given.region, given.tag) == (EXAMPLE["region"], ID)
    target = directory / str(given.output_dir).lstrip("/")
    target.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "customers.csv", target)
    return ""


def fail(aws: Any, times: int) -> None:
    """Let the next extractions fail."""
    aws.sagemaker.failures["extract"] = times


def places(aws: Any) -> list[str]:
    """Where each try wrote to."""
    return [
        f"s3://{BUCKET}/executions/{job}/extracted"
        for job in aws.sagemaker.jobs
        if "-extract-" in job
    ]
