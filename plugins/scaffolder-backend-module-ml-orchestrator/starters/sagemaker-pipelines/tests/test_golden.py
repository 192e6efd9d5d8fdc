"""The whole definition, against the one in `golden/`, so that each change of it is seen.

After a change that is meant:  UPDATE_GOLDEN=1 make test
Then read the difference as part of the review.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from conftest import ROLE_ARN

from pipelines.code import StepCode
from pipelines.config import PipelineConfig

GOLDEN = Path(__file__).with_name("golden") / "pipeline-definition.json"
# Not the configured values and not the addresses of the present code: the golden file is
# about how the pipeline is built, and stays the same when a name or a script changes.
EXAMPLE = PipelineConfig(
    name="example-pipeline",
    description="An example",
    region="eu-west-1",
    image="141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.9-0-cpu-py3",
    aucThreshold=0.75,
    inputPrefix=None,
    schedule=None,
    stepCache="P7D",
    notificationEmail=None,
)
CODE = StepCode(
    prepare="s3://example-bucket/code/prepare/0/prepare.py",
    train="s3://example-bucket/code/train/0/sourcedir.tar.gz",
    evaluate="s3://example-bucket/code/evaluate/0/evaluate.py",
)


def compile_example() -> dict[str, Any]:
    from pipelines.pipeline import Target, build_pipeline

    target = Target(
        bucket="example-bucket",
        role_arn=ROLE_ARN,
        code=CODE,
        input_data="s3://example-bucket/data/0/",
    )
    definition: dict[str, Any] = json.loads(
        build_pipeline(EXAMPLE, target).definition()
    )
    return definition


def test_the_definition_is_the_reviewed_one() -> None:
    compiled = compile_example()
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(compiled, indent=2) + "\n", encoding="utf-8")
    reviewed = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert compiled == reviewed, "If this is meant: UPDATE_GOLDEN=1 make test"
