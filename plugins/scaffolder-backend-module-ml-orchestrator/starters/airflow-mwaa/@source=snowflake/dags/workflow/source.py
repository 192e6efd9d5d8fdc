"""Where the data comes from: a query in Snowflake, which a SageMaker job of its own asks (source/extract.sh).

Not an operator of Airflow's provider for Snowflake: it would have to be installed in the environment, whose workers would
hold the result, and every DAG of the environment could read the credentials. This job alone has a network, and its role alone
may read them.
"""

from __future__ import annotations

from typing import Any

from .jobs import OPERATOR_DEFAULTS, PROCESSING, ProcessingJob, processing_job
from .settings import BUCKET, DEPLOYMENT, ID, PIPELINE

# Whether the data is files: then each segment has its own, and a file that arrives can start a run.
FILES = False
# What prepare reads.
DATA = "{{ output_uri(ti, 'extract', 'extracted') }}"
SOURCE = DEPLOYMENT["source"]


def extraction() -> list[Any]:
    """Return the tasks that come before prepare, in their order."""
    job = processing_job(
        "extract",
        inputs={},
        arguments={"--output-dir": "output/extracted"},
        outputs=["extracted"],
        code_uri=f"s3://{BUCKET}/{SOURCE['SourceCodePrefix']}",
    )
    application = job["AppSpecification"]
    application["ContainerEntrypoint"] = [
        "/bin/sh",
        f"{PROCESSING}/input/code/extract.sh",
    ]
    application["ContainerArguments"] += [
        *("--secret", SOURCE["SourceSecretArn"]),
        *("--region", PIPELINE["region"]),
        *("--tag", ID),
    ]
    job["RoleArn"] = SOURCE["SourceRoleArn"]
    job["NetworkConfig"] = {"EnableNetworkIsolation": False}
    return [ProcessingJob(task_id="extract", config=job, **OPERATOR_DEFAULTS)]
