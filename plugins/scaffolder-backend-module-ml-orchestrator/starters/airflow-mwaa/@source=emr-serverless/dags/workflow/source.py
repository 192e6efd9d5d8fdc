"""Where the data comes from: CSV files in the pipeline's bucket, which Spark on EMR Serverless makes one row for each customer of."""

from __future__ import annotations

from typing import Any

from airflow.providers.amazon.aws.operators.emr import EmrServerlessStartJobOperator

from .jobs import JOB_MINUTES, POLL_SECONDS, POLLS, RESULTS, WAITING, name_of
from .settings import BUCKET, DEPLOYMENT
from .waiting import Waits

# Whether the data is files: then each segment has its own, and a file that arrives can start a run.
FILES = True
# What prepare reads.
DATA = "{{ ti.xcom_pull(task_ids='extract') }}"
SOURCE = DEPLOYMENT["source"]


class SparkExtraction(Waits, EmrServerlessStartJobOperator):
    """With a token of the try: should AWS be asked twice, the job runs once. Returns the place that the try wrote to."""

    template_fields = (
        *EmrServerlessStartJobOperator.template_fields,
        "client_request_token",
    )

    def execute_complete(self, context: Any, event: Any = None) -> str:  # type: ignore[override]
        # The provider's own method looks in the event of a failure for what is not there, and so hides why.
        if event["status"] != "success":
            raise RuntimeError(f"The job did not end well: {event}")
        super().execute_complete(context, event)
        place: str = self.job_driver["sparkSubmit"]["entryPointArguments"][-1]
        return place

    def ending(self, waited_for: dict[str, Any]) -> list[str | None]:
        if "job_id" not in waited_for:
            # It was the application that was waited for.
            return [None]
        job = self.hook.conn.get_job_run(
            applicationId=self.application_id, jobRunId=waited_for["job_id"]
        )["jobRun"]
        return [job["state"], job.get("stateDetails")]


def extraction() -> list[Any]:
    """Return the tasks that come before prepare, in their order."""
    return [
        SparkExtraction(
            task_id="extract",
            name=name_of("extract"),
            application_id=SOURCE["SourceApplicationId"],
            execution_role_arn=SOURCE["SourceRoleArn"],
            job_driver={
                "sparkSubmit": {
                    "entryPoint": f"s3://{BUCKET}/{SOURCE['SourceCodePrefix']}/extract.py",
                    "entryPointArguments": [
                        "--input",
                        f"s3://{BUCKET}/{{{{ params.data_prefix }}}}",
                        "--output",
                        f"{RESULTS}/{name_of('extract')}/extracted/",
                    ],
                }
            },
            client_request_token="{{ token(ti) }}",  # noqa: S106
            # EMR Serverless takes minutes, and ends the job after them.
            config={"executionTimeoutMinutes": JOB_MINUTES},
            waiter_delay=POLL_SECONDS,
            waiter_max_attempts=POLLS,
            **WAITING,
        )
    ]
