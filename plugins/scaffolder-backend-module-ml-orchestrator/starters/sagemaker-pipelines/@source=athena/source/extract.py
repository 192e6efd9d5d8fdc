"""Ask Athena for the customers, and leave the answer as a CSV file with a header.

The query is customers.sql, which is deployed as a prepared statement. Athena writes its answer
to the bucket of the pipeline, as the work group says; it is brought from there.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

POLL_SECONDS = 5
# The job has an hour in all.
TIMEOUT_SECONDS = 3000

# SageMaker shows what a processing job writes here as the reason why it failed.
EXIT_MESSAGE = Path("/opt/ml/output/message")


class QueryError(RuntimeError):
    """The query has no answer; the message says why."""


def ask(athena: Any, query: str, work_group: str, database: str) -> str:
    """Start the query; return its id. The client sends a token, so that a call that is repeated asks once."""
    started = athena.start_query_execution(
        QueryString=query,
        WorkGroup=work_group,
        QueryExecutionContext={"Database": database},
    )
    return str(started["QueryExecutionId"])


def wait(athena: Any, query_id: str) -> str:
    """Return the address of the answer. A query that takes too long is stopped, and with it its cost."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        execution = athena.get_query_execution(QueryExecutionId=query_id)[
            "QueryExecution"
        ]
        status = execution["Status"]
        if status["State"] == "SUCCEEDED":
            scanned = execution.get("Statistics", {}).get("DataScannedInBytes", 0)
            print(f"query {query_id} read {scanned} bytes")
            return str(execution["ResultConfiguration"]["OutputLocation"])
        if status["State"] in ("FAILED", "CANCELLED"):
            reason = status.get("StateChangeReason", "no reason was given")
            raise QueryError(f"Query {query_id} {status['State'].lower()}: {reason}")
        time.sleep(POLL_SECONDS)
    athena.stop_query_execution(QueryExecutionId=query_id)
    raise QueryError(f"Query {query_id} took longer than {TIMEOUT_SECONDS} seconds")


def bring(s3: Any, address: str, target: Path) -> None:
    place = urlparse(address)
    target.parent.mkdir(parents=True, exist_ok=True)
    s3.download_file(place.netloc, place.path.lstrip("/"), str(target))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--query", "--work-group", "--database", "--region"):
        parser.add_argument(option, required=True)
    parser.add_argument(
        "--output-dir", type=Path, default=Path("/opt/ml/processing/output/extracted")
    )
    return parser.parse_args()


def main() -> int:
    import boto3
    from botocore.exceptions import ClientError

    args = parse_arguments()
    athena = boto3.client("athena", region_name=args.region)
    try:
        query_id = ask(athena, args.query, args.work_group, args.database)
        address = wait(athena, query_id)
        s3 = boto3.client("s3", region_name=args.region)
        bring(s3, address, args.output_dir / "customers.csv")
    except (QueryError, ClientError) as error:
        print(error, file=sys.stderr)
        if EXIT_MESSAGE.parent.is_dir():
            # The service keeps at most one kilobyte.
            EXIT_MESSAGE.write_bytes(str(error).encode("utf-8")[:1024])
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
