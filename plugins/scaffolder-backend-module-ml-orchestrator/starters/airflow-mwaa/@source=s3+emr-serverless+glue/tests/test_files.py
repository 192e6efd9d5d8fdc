"""Runs on the files that they are given."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import BUCKET, DEPLOYMENT, ID, Aws, Load, run, runs_with_known_calls

pytestmark = pytest.mark.usefixtures(runs_with_known_calls.__name__)
# The sample data is sure to pass the first one, and no model of it can pass the second: it is not perfectly separable.
LOW, HIGHEST = 0.6, 1.0


def test_a_segment_has_its_own_data_threshold_and_jobs(load: Load, aws: Aws) -> None:
    aws.s3.copy_object(
        Bucket=BUCKET,
        Key="data/vip/customers.csv",
        CopySource=f"{BUCKET}/data/customers.csv",
    )
    aws.s3.delete_object(Bucket=BUCKET, Key="data/customers.csv")
    vip = {"name": "vip", "metricThreshold": HIGHEST}
    dag = load(segments=[{"name": "all"}, vip])[f"{ID}-vip"]
    assert run(dag)["notify"] == "success"
    assert all(
        name.startswith(f"{DEPLOYMENT['jobPrefix']}-vip-")
        for name in aws.sagemaker.jobs
    )
    assert len(aws.sagemaker.jobs) == 3


def test_bad_data_stops_the_run_before_anything_is_trained(dag: Any, aws: Aws) -> None:
    aws.s3.put_object(
        Bucket=BUCKET, Key="data/broken/rows.csv", Body=b"customer_id\nC1\n"
    )
    states = run(dag, data_prefix="data/broken/")
    assert (states["prepare"], states["train"]) == ("failed", "upstream_failed")
    assert not [name for name in aws.sagemaker.jobs if "-train-" in name]
    (job,) = (name for name in aws.sagemaker.jobs if name.endswith("-1"))
    assert "column 'churned' is missing" in aws.sagemaker.jobs[job]["ExitMessage"]
    ((_, text, _),) = aws.messages()
    assert "column 'churned' is missing" in text


def test_a_run_on_one_file_reads_that_file_and_no_other(dag: Any, aws: Aws) -> None:
    key = "data/incoming/2026-11.csv"
    aws.s3.copy_object(
        Bucket=BUCKET, Key=key, CopySource=f"{BUCKET}/data/customers.csv"
    )
    aws.s3.put_object(Bucket=BUCKET, Key="data/incoming/other.csv", Body=b"nonsense")
    assert run(dag, data_prefix=key, metric_threshold=LOW)["run"] == "success"
