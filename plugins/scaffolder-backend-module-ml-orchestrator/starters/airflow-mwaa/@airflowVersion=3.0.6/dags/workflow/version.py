"""What differs between the versions of Airflow; later ones have another file in this place."""

from __future__ import annotations

from typing import Any

from airflow.exceptions import AirflowFailException

from .messages import publish
from .settings import ID, RUN_TIMEOUT

# Fails a task without another try.
Fail = AirflowFailException
# A switch. Later it became a factor.
BACKOFF = True


def deadline(dag_id: str) -> dict[str, Any]:
    """Arguments of a DAG that have people told of a run that took too long.

    Airflow 3.0 knows no deadlines. It ends the run, and skips the tasks that have not ended: so none of them tells of it.
    """

    def tell(context: Any) -> None:
        # A run also fails because a task did, which has told of that itself.
        if context.get("reason") == "timed_out":
            publish(
                f"{ID}: a run took too long",
                f"Run {context['run_id']} of the Airflow DAG {dag_id} had not ended "
                f"{int(RUN_TIMEOUT.total_seconds()) // 60} minutes after it started, and was ended.",
            )

    return {"on_failure_callback": tell}
