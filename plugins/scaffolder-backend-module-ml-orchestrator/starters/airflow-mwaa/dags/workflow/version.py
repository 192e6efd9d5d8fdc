"""What differs between the versions of Airflow; Airflow 3.0 has another file in this place."""

from __future__ import annotations

import json
from typing import Any

from airflow.providers.amazon.aws.notifications.sns import SnsNotifier
from airflow.sdk import (  # type: ignore[attr-defined]  # its stub does not know them
    AsyncCallback,
    DeadlineAlert,
    DeadlineReference,
)
from airflow.sdk.exceptions import AirflowFailException

from .messages import for_slack
from .settings import AWS, DEADLINE, DEPLOYMENT, ID, PIPELINE

# Fails a task without another try.
Fail = AirflowFailException
# A factor. In Airflow 3.0 it was a switch.
BACKOFF = 2.0


def deadline(dag_id: str) -> dict[str, Any]:
    """Arguments of a DAG that have people told of a run that takes too long, while it may still be helped.

    The triggerer calls: it knows the modules of providers, but not those beside this one.
    """
    title = f"{ID}: a run takes too long"
    description = (
        f"Run {{{{ dag_run.dag_run_id }}}} of the Airflow DAG {dag_id} has not ended "
        f"{int(DEADLINE.total_seconds()) // 60} minutes after it was queued."
    )
    # The notifier knows one text for all: with Slack configured, mail gets Slack's form as well.
    slack = PIPELINE["slack"] is not None
    message = json.dumps(for_slack(title, description)) if slack else description
    return {
        "deadline": DeadlineAlert(
            reference=DeadlineReference.DAGRUN_QUEUED_AT,
            interval=DEADLINE,
            callback=AsyncCallback(
                SnsNotifier,
                kwargs={
                    **AWS,
                    "target_arn": DEPLOYMENT["topicArn"],
                    "subject": title,
                    "message": message,
                },
            ),
        )
    }
