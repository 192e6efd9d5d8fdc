"""Ask Snowflake for the customers, and write them to a CSV file with a header.

The query is in customers.sql. Who signs in, and where, is in a secret of AWS Secrets
Manager; docs/source.md says what it must hold.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from snowflake.connector import SnowflakeConnection

QUERY = Path(__file__).resolve().with_name("customers.sql")
# Fields of the secret: those that must be there, and those that may.
NEEDED = ("account", "user", "privateKey", "warehouse", "database", "schema")
OPTIONAL = ("privateKeyPassphrase", "role")
# Snowflake stops a query that takes longer, and so its cost.
STATEMENT_TIMEOUT_SECONDS = 1800
BATCH_ROWS = 10_000

# SageMaker shows what a processing job writes here as the reason why it failed.
EXIT_MESSAGE = Path("/opt/ml/output/message")


class CredentialsError(ValueError):
    """The secret does not hold what is needed; the message names what, and no value."""


def parse_credentials(secret: str) -> dict[str, str]:
    try:
        found = json.loads(secret)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise CredentialsError(
            "The secret holds no JSON object. Nobody has put the credentials there yet? "
            "docs/source.md says how."
        )
    missing = [name for name in NEEDED if not found.get(name)]
    unknown = sorted(set(found) - {*NEEDED, *OPTIONAL})
    if missing or unknown:
        raise CredentialsError(f"The secret lacks {missing}, and {unknown} is unknown.")
    return {name: str(value) for name, value in found.items()}


def private_key(pem: str, passphrase: str | None) -> bytes:
    """The key as the connector wants it."""
    from cryptography.hazmat.primitives import serialization

    try:
        key = serialization.load_pem_private_key(
            pem.encode(), passphrase.encode() if passphrase else None
        )
    except (TypeError, ValueError) as error:
        raise CredentialsError(
            f"privateKey cannot be read with this privateKeyPassphrase: {type(error).__name__}"
        ) from None
    return key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def connection_arguments(credentials: dict[str, str], tag: str) -> dict[str, Any]:
    named = ("account", "user", "warehouse", "database", "schema", "role")
    return {
        **{name: credentials[name] for name in named if credentials.get(name)},
        "authenticator": "SNOWFLAKE_JWT",
        "private_key": private_key(
            credentials["privateKey"], credentials.get("privateKeyPassphrase")
        ),
        "session_parameters": {
            "QUERY_TAG": tag,
            "STATEMENT_TIMEOUT_IN_SECONDS": STATEMENT_TIMEOUT_SECONDS,
        },
    }


def extract(connection: SnowflakeConnection, query: str, target: Path) -> int:
    """Write the result batch by batch, however large it is; return the number of rows."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(query)
        # Snowflake answers in capitals.
        header = [column.name.lower() for column in cursor.description or ()]
        target.parent.mkdir(parents=True, exist_ok=True)
        rows = 0
        with target.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            while batch := cursor.fetchmany(BATCH_ROWS):
                writer.writerows(batch)
                rows += len(batch)
    return rows


def read_secret(secret: str, region: str) -> str:
    import boto3

    client = boto3.client("secretsmanager", region_name=region)
    value: str = client.get_secret_value(SecretId=secret)["SecretString"]
    return value


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--secret", required=True, help="ARN of the secret")
    parser.add_argument("--region", required=True, help="region of the secret")
    parser.add_argument(
        "--tag", required=True, help="what Snowflake shows as QUERY_TAG"
    )
    parser.add_argument(
        "--output-dir", type=Path, default=Path("/opt/ml/processing/output/extracted")
    )
    return parser.parse_args()


def main() -> int:
    # Only here: tests of the pipeline read the options without the connector.
    import snowflake.connector

    args = parse_arguments()
    try:
        credentials = parse_credentials(read_secret(args.secret, args.region))
        arguments = connection_arguments(credentials, args.tag)
        query = QUERY.read_text(encoding="utf-8")
        with closing(snowflake.connector.connect(**arguments)) as connection:
            rows = extract(connection, query, args.output_dir / "customers.csv")
    except (CredentialsError, snowflake.connector.errors.Error) as error:
        print(error, file=sys.stderr)
        if EXIT_MESSAGE.parent.is_dir():
            # The service keeps at most one kilobyte.
            EXIT_MESSAGE.write_bytes(str(error).encode("utf-8")[:1024])
        return 1
    print(f"{rows} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
