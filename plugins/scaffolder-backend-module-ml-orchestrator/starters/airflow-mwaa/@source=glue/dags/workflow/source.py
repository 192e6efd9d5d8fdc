"""Where the data comes from: CSV files in the pipeline's bucket, which Spark on AWS Glue makes one row for each customer of."""

from __future__ import annotations

from typing import Any

from airflow.providers.amazon.aws.operators.glue import GlueJobOperator

from .jobs import JOB_MINUTES, POLL_SECONDS, POLLS, RESULTS, WAITING, name_of
from .settings import BUCKET, DEPLOYMENT
from .waiting import Waits

# Whether the data is files: then each segment has its own, and a file that arrives can start a run.
FILES = True
# What prepare reads.
DATA = "{{ ti.xcom_pull(task_ids='extract') }}"


class GlueExtraction(Waits, GlueJobOperator):
    """Returns the place that the try wrote to."""

    def execute_complete(self, context: Any, event: Any = None) -> str:
        super().execute_complete(context, event)
        place: str = self.script_args["--output"]
        return place

    def ending(self, waited_for: dict[str, Any]) -> list[str | None]:
        run = self.hook.conn.get_job_run(
            JobName=self.job_name, RunId=waited_for["run_id"]
        )["JobRun"]
        return [run["JobRunState"], run.get("ErrorMessage")]


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
            waiter_delay=POLL_SECONDS,
            waiter_max_attempts=POLLS,
            **WAITING,
        )
    ]
