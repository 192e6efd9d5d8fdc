"""The whole compiled pipeline, against the one in `golden/`, so that each change of it is seen.

After a change that is meant:  UPDATE_GOLDEN=1 make test
Then read the difference as part of the review.
"""

from __future__ import annotations

import os
from pathlib import Path

from conftest import IMAGE

from pipelines.compile import compile_pipeline
from pipelines.config import PipelineConfig

GOLDEN = Path(__file__).with_name("golden") / "pipeline.yaml"
# Not the configured values: the golden file is about how the pipeline is built, and stays
# the same when a name changes.
EXAMPLE = PipelineConfig(
    name="example-pipeline",
    description="An example",
    owner="group:default/example",
    framework="scikit-learn",
    metricThreshold=0.75,
    schedule=None,
    notificationEmail="team@example.com",
    host="https://kubeflow.example.com/pipeline",
    namespace="example",
    modelRegistry="http://registry.example.com:8080",
    mailRelay="mail.example.com:25",
    mailSender="kubeflow@example.com",
    dataUri="s3://example-bucket/exports/",
    cache=True,
)


def test_the_pipeline_is_the_reviewed_one(tmp_path: Path) -> None:
    compiled = compile_pipeline(EXAMPLE, IMAGE, tmp_path / "pipeline.yaml")
    text = compiled.read_text("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text("utf-8"), (
        "If this is meant: UPDATE_GOLDEN=1 make test"
    )
