"""What differs between the versions of Airflow; later ones have another file in this place."""

from __future__ import annotations

from typing import Any

from airflow.exceptions import AirflowFailException

# Fails a task without another try.
Fail = AirflowFailException
# A switch. Later it became a factor.
BACKOFF = True


def deadline(dag_id: str) -> dict[str, Any]:
    """No arguments of a DAG: Airflow 3.0 knows no deadlines, so a run that takes too long is ended, and only then told of."""
    return {}
