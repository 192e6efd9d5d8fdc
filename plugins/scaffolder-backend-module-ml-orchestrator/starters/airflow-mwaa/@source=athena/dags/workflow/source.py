"""Where the data comes from: a query in Amazon Athena, which is deployed as a prepared statement (source/customers.sql)."""

from __future__ import annotations

from typing import Any

from airflow.providers.amazon.aws.hooks.athena import AthenaHook
from airflow.providers.amazon.aws.hooks.s3 import S3Hook
from airflow.providers.amazon.aws.operators.athena import AthenaOperator
from airflow.sdk import task

from .jobs import POLL_SECONDS, POLLS, WAITING
from .settings import AWS, BUCKET, DEPLOYMENT
from .waiting import Waits

# Whether the data is files: then each segment has its own, and a file that arrives can start a run.
FILES = False
# What prepare reads.
DATA = "{{ ti.xcom_pull(task_ids='collect') }}"
SOURCE = DEPLOYMENT["source"]


class CustomersQuery(Waits, AthenaOperator):
    """With a token of the try: should AWS be asked twice, the query runs once."""

    template_fields = (*AthenaOperator.template_fields, "client_request_token")

    def ending(self, waited_for: dict[str, Any]) -> list[str | None]:
        query = self.hook.get_conn().get_query_execution(
            QueryExecutionId=waited_for["query_execution_id"]
        )
        status = query["QueryExecution"]["Status"]
        return [status["State"], status.get("StateChangeReason")]


@task
def collect(query_id: str) -> str:
    """Copy the result to where prepare may read, and return that place; it is named after the query, of which each try has one."""
    result = AthenaHook(**AWS).get_output_location(query_id)
    bucket, key = S3Hook.parse_s3_url(result)
    target = f"executions/{query_id}/extracted/"
    S3Hook(**AWS).get_conn().copy_object(
        Bucket=BUCKET,
        Key=f"{target}customers.csv",
        CopySource=f"{bucket}/{key}",
    )
    return f"s3://{BUCKET}/{target}"


def extraction() -> list[Any]:
    """Return the tasks that come before prepare, in their order."""
    extract = CustomersQuery(
        task_id="extract",
        query=SOURCE["SourceQuery"],
        database=SOURCE["SourceDatabase"],
        workgroup=SOURCE["SourceWorkGroup"],
        client_request_token="{{ token(ti) }}",  # noqa: S106
        sleep_time=POLL_SECONDS,
        max_polling_attempts=POLLS,
        **WAITING,
    )
    return [extract, collect("{{ ti.xcom_pull(task_ids='extract') }}")]
