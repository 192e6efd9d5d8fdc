"""The extraction: every call is checked against Athena's API, and answered by a stub."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import boto3
import extract
import pytest
from botocore.stub import Stubber

ANSWER = 'customer_id,churned\n"C00001","0"\n'
ID = "a1b2c3"


class FakeS3:
    """Holds one file, as Athena would have written it."""

    def download_file(self, bucket: str, key: str, target: str) -> None:
        assert (bucket, key) == ("bucket", f"athena/{ID}.csv")
        Path(target).write_text(ANSWER, encoding="utf-8")


def state(name: str, reason: str | None = None) -> dict[str, Any]:
    status: dict[str, Any] = {"State": name}
    if reason is not None:
        status["StateChangeReason"] = reason
    return {
        "QueryExecution": {
            "Status": status,
            "ResultConfiguration": {"OutputLocation": f"s3://bucket/athena/{ID}.csv"},
        }
    }


@pytest.fixture
def stubber(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stubber:
    """The script as the job runs it, with an Athena that answers what a test says."""
    client = boto3.client(
        "athena",
        region_name="eu-west-1",
        aws_access_key_id="offline",
        aws_secret_access_key="offline",  # noqa: S106
    )
    stub = Stubber(client)
    stub.activate()
    clients = {"athena": client, "s3": FakeS3()}
    monkeypatch.setattr(boto3, "client", lambda name, region_name: clients[name])
    monkeypatch.setattr(extract, "POLL_SECONDS", 0)
    monkeypatch.setattr(extract, "EXIT_MESSAGE", tmp_path / "message")
    given = ["--query", "EXECUTE customers", "--work-group", "churn"]
    given += ["--database", "churn", "--region", "eu-west-1"]
    monkeypatch.setattr(
        sys, "argv", ["extract.py", *given, "--output-dir", str(tmp_path / "out")]
    )
    return stub


def start(stub: Stubber) -> None:
    stub.add_response("start_query_execution", {"QueryExecutionId": ID})


def look(stub: Stubber, answer: dict[str, Any]) -> None:
    stub.add_response("get_query_execution", answer, {"QueryExecutionId": ID})


def test_it_waits_for_the_answer_and_brings_it(
    stubber: Stubber, tmp_path: Path
) -> None:
    start(stubber)
    for name in ("QUEUED", "RUNNING", "SUCCEEDED"):
        look(stubber, state(name))
    assert extract.main() == 0
    stubber.assert_no_pending_responses()
    assert (tmp_path / "out" / "customers.csv").read_text("utf-8") == ANSWER
    assert not (tmp_path / "message").exists()


@pytest.mark.parametrize("name", ["FAILED", "CANCELLED"])
def test_why_a_query_has_no_answer_is_told_of_where_sagemaker_looks(
    stubber: Stubber, tmp_path: Path, name: str
) -> None:
    start(stubber)
    look(stubber, state(name, "COLUMN_NOT_FOUND: churned"))
    assert extract.main() == 1
    message = (tmp_path / "message").read_text("utf-8")
    assert name.lower() in message
    assert "COLUMN_NOT_FOUND" in message
    assert not (tmp_path / "out").exists()


def test_a_query_that_is_refused_is_told_of_as_well(
    stubber: Stubber, tmp_path: Path
) -> None:
    stubber.add_client_error(
        "start_query_execution", "InvalidRequestException", "WorkGroup is not found."
    )
    assert extract.main() == 1
    assert "WorkGroup is not found" in (tmp_path / "message").read_text("utf-8")


def test_a_query_that_takes_too_long_is_stopped(
    stubber: Stubber, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract, "TIMEOUT_SECONDS", 0)
    start(stubber)
    stubber.add_response("stop_query_execution", {}, {"QueryExecutionId": ID})
    assert extract.main() == 1
    stubber.assert_no_pending_responses()
    assert "took longer" in (tmp_path / "message").read_text("utf-8")
