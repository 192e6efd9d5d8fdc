"""Names and places that are known only when a task runs: macros of the DAG's templates."""

from __future__ import annotations

import hashlib
from typing import Any

from .segments import Segment
from .settings import DEPLOYMENT


def job_name(step: str, segment: Segment, ti: Any) -> str:
    """At most 63 characters: 24 of the pipeline's, 12 of the segment's, 8 of the step's, 10 of the run's, the try's.

    A retry, or a task that somebody clears, has another try number, so it starts a job of its own.
    """
    run = hashlib.sha256(f"{ti.dag_id} {ti.run_id}".encode()).hexdigest()[:10]
    parts = [DEPLOYMENT["jobPrefix"], segment.name, step, run, str(ti.try_number)]
    return "-".join(parts if not segment.is_everybody else [parts[0], *parts[2:]])


def token(ti: Any) -> str:
    """Return what names a try of a task to AWS: a request that is sent twice is one request."""
    name = f"{ti.dag_id} {ti.run_id} {ti.task_id} {ti.try_number}"
    return hashlib.sha256(name.encode()).hexdigest()[:36]


def output_uri(ti: Any, task_id: str, output: str) -> str:
    """Return where the processing job of `task_id` put its output named `output`."""
    job = ti.xcom_pull(task_ids=task_id)["Processing"]
    outputs = {o["OutputName"]: o for o in job["ProcessingOutputConfig"]["Outputs"]}
    uri: str = outputs[output]["S3Output"]["S3Uri"]
    return uri


def model_uri(ti: Any, task_id: str) -> str:
    job = ti.xcom_pull(task_ids=task_id)["Training"]
    uri: str = job["ModelArtifacts"]["S3ModelArtifacts"]
    return uri
