"""What was configured and what was deployed, read from files.

Files, not Airflow variables: parsing a DAG must ask nobody, and what was deployed together stays together.
"""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

CONFIG = Path(__file__).parent.parent / "config"


def read_config(file: str) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads((CONFIG / file).read_text("utf-8"))
    except FileNotFoundError as error:
        raise FileNotFoundError(
            f"{CONFIG / file} is missing: `make deploy` puts it there"
        ) from error
    return content


PIPELINE = read_config("pipeline.json")
DEPLOYMENT = read_config("deployment.json")

# The pipeline's name, with that of the AWS environment behind it where there are several.
ID: str = DEPLOYMENT["id"]
BUCKET: str = DEPLOYMENT["bucket"]
TAGS = [{"Key": "ml-pipeline", "Value": ID}]

JOB_TIMEOUT = timedelta(minutes=DEPLOYMENT["maxJobMinutes"])
# A run that is not through by then is told of, and later ended.
DEADLINE = timedelta(minutes=DEPLOYMENT["deadlineMinutes"])
RUN_TIMEOUT = 2 * DEADLINE

# No connection: the execution role of the environment is the identity of every task.
AWS: dict[str, Any] = {"aws_conn_id": None, "region_name": PIPELINE["region"]}
