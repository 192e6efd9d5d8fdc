"""Where the data comes from: CSV files in the pipeline's bucket, which Spark on AWS Glue makes one row for each customer of."""

from __future__ import annotations

from typing import Any

from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

from .jobs import JOB_MINUTES, POLL_SECONDS, POLLS, RESULTS, WAITING, name_of
from .settings import BUCKET, DEPLOYMENT

# Whether the data is files: then each segment has its own, and a file that arrives can start a run.
FILES = True
# What prepare reads.
DATA = "{{ ti.xcom_pull(task_ids='extract') }}"


class GlueExtraction(GlueJobOperator):
    """Returns the place that the try wrote to."""

    def execute_complete(self, context: Any, event: Any = None) -> str:
        super().execute_complete(context, event)
        place: str = self.script_args["--output"]
        return place


def extraction() -> list[Any]:
    """Return the tasks that come before prepare, in their order."""
    return [
        GlueExtraction(
            task_id="extract",
            job_name=DEPLOYMENT["source"]["SourceJobName"],
            script_args={
                "--input": f"s3://{BUCKET}/{{{{ params.data_prefix }}}}",
                "--output": f"{RESULTS}/{name_of('extract')}/extracted/",
            },
            # Minutes, after which Glue ends the job.
            run_job_kwargs={"Timeout": JOB_MINUTES},
            stop_job_run_on_kill=True,
            waiter_delay=POLL_SECONDS,
            waiter_max_attempts=POLLS,
            **WAITING,
        )
    ]
