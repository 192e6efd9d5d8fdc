"""The extraction, against an imitation of Snowflake on this computer: fakesnow runs its SQL in DuckDB."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import boto3
import extract
import fakesnow
import pytest
import snowflake.connector
from botocore.stub import Stubber
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from snowflake.connector import SnowflakeConnection

# Of fakesnow about DuckDB.
pytestmark = pytest.mark.filterwarnings("ignore:Arrow output")

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "customers.csv"
PASSPHRASE = "not a secret"  # noqa: S105
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:churn"  # noqa: S105


def pem(encryption: serialization.KeySerializationEncryption) -> str:
    return KEY.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
    ).decode()


CREDENTIALS = {
    "account": "example-account",
    "user": "CHURN_PIPELINE",
    "privateKey": pem(serialization.BestAvailableEncryption(PASSPHRASE.encode())),
    "privateKeyPassphrase": PASSPHRASE,
    "warehouse": "REPORTING",
    "database": "CRM",
    "schema": "PUBLIC",
    "role": "READER",
}


def sample() -> list[list[str]]:
    with SAMPLE.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


@pytest.fixture
def connection() -> Iterator[SnowflakeConnection]:
    """A warehouse that holds the sample."""
    with (
        fakesnow.patch(),
        snowflake.connector.connect(database="CRM", schema="PUBLIC") as connected,
    ):
        header, *rows = sample()
        cursor = connected.cursor()
        cursor.execute(
            f"CREATE TABLE customers ({', '.join(f'{name} TEXT' for name in header)})"
        )
        row = f"({', '.join(['%s'] * len(header))})"
        cursor.execute(
            f"INSERT INTO customers VALUES {', '.join([row] * len(rows))}",  # noqa: S608
            [value for values in rows for value in values],
        )
        yield connected


def run(monkeypatch: pytest.MonkeyPatch, target: Path, secret: str) -> int:
    """Run the script as the job does, with what Secrets Manager holds."""
    client = boto3.client(
        "secretsmanager",
        region_name="eu-west-1",
        aws_access_key_id="offline",
        aws_secret_access_key="offline",  # noqa: S106
    )
    stubber = Stubber(client)
    stubber.add_response(
        "get_secret_value", {"SecretString": secret}, {"SecretId": SECRET}
    )
    stubber.activate()

    def client_of(service: str, region_name: str) -> object:
        assert (service, region_name) == ("secretsmanager", "eu-west-1")
        return client

    monkeypatch.setattr(boto3, "client", client_of)
    given = ["--secret", SECRET, "--region", "eu-west-1", "--tag", "churn"]
    monkeypatch.setattr(
        sys, "argv", ["extract.py", *given, "--output-dir", str(target)]
    )
    return extract.main()


@pytest.mark.usefixtures("connection")
def test_the_result_of_the_query_is_what_prepare_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, tmp_path, json.dumps(CREDENTIALS)) == 0
    with (tmp_path / "customers.csv").open(newline="", encoding="utf-8") as file:
        header, *rows = list(csv.reader(file))
    # prepare.py takes the sample, so it takes this.
    assert header == sample()[0]
    assert sorted(rows) == sorted(sample()[1:])


def test_empty_values_and_quotes_stay_what_they_are(
    connection: SnowflakeConnection, tmp_path: Path
) -> None:
    query = "SELECT NULL AS nothing, 'a \"b\", c' AS text"
    target = tmp_path / "out" / "customers.csv"
    assert extract.extract(connection, query, target) == 1
    assert target.read_text("utf-8") == 'nothing,text\n,"a ""b"", c"\n'


def test_an_answer_without_rows_still_has_a_header(
    connection: SnowflakeConnection, tmp_path: Path
) -> None:
    target = tmp_path / "customers.csv"
    query = "SELECT customer_id FROM customers WHERE 1 = 0"
    assert extract.extract(connection, query, target) == 0
    assert target.read_text("utf-8") == "customer_id\n"


def test_a_query_that_fails_is_told_of_where_sagemaker_looks(
    connection: SnowflakeConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection.cursor().execute("DROP TABLE customers")
    message = tmp_path / "message"
    monkeypatch.setattr(extract, "EXIT_MESSAGE", message)
    assert run(monkeypatch, tmp_path, json.dumps(CREDENTIALS)) == 1
    assert "CUSTOMERS" in message.read_text("utf-8").upper()
    assert not (tmp_path / "customers.csv").exists()


@pytest.mark.parametrize(
    ("secret", "message"),
    [
        # What is there until somebody puts the credentials.
        ("fR7%]random", "no JSON object"),
        (json.dumps([1]), "no JSON object"),
        (json.dumps({**CREDENTIALS, "user": ""}), r"lacks \['user'\]"),
        (json.dumps({**CREDENTIALS, "pasword": "x"}), r"\['pasword'\] is unknown"),
    ],
)
@pytest.mark.usefixtures("connection")
def test_credentials_that_cannot_work_are_named(
    secret: str,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(extract.CredentialsError, match=message):
        extract.parse_credentials(secret)
    assert run(monkeypatch, tmp_path, secret) == 1
    # What the secret holds is not for logs.
    assert "PRIVATE KEY" not in capsys.readouterr().err


def test_the_key_signs_in_and_is_checked() -> None:
    arguments = extract.connection_arguments(CREDENTIALS, "churn")
    assert arguments["authenticator"] == "SNOWFLAKE_JWT"
    key = serialization.load_der_private_key(arguments["private_key"], None)
    assert isinstance(key, rsa.RSAPrivateKey)
    assert key.private_numbers() == KEY.private_numbers()
    assert "privateKey" not in arguments
    assert arguments["role"] == "READER"
    assert arguments["session_parameters"]["QUERY_TAG"] == "churn"

    open_key = {**CREDENTIALS, "privateKey": pem(serialization.NoEncryption())}
    open_key.pop("privateKeyPassphrase")
    open_key.pop("role")
    assert "role" not in extract.connection_arguments(open_key, "churn")

    for broken in (
        {**CREDENTIALS, "privateKeyPassphrase": "wrong"},
        {**CREDENTIALS, "privateKey": "-----BEGIN PRIVATE KEY-----"},
        {k: v for k, v in CREDENTIALS.items() if k != "privateKeyPassphrase"},
    ):
        with pytest.raises(extract.CredentialsError, match="privateKey cannot be read"):
            extract.connection_arguments(broken, "churn")
