"""What people are told, through the pipeline's topic."""

from __future__ import annotations

import json
from typing import Any

from airflow.providers.amazon.aws.hooks.sns import SnsHook

from .settings import AWS, DEPLOYMENT, ID


def for_slack(title: str, description: str) -> dict[str, Any]:
    """The only form of message that Amazon Q shows in a channel, besides alarms and events of AWS."""
    return {
        "version": "1.0",
        "source": "custom",
        "content": {
            "textType": "client-markdown",
            "title": title,
            "description": description,
        },
    }


def publish(title: str, description: str) -> None:
    """Send to everybody: SNS reaches Slack over https, and hands others the default text.

    Not the provider's operator and notifier: they know one text for all kinds of subscriptions.
    """
    SnsHook(**AWS).get_conn().publish(
        TopicArn=DEPLOYMENT["topicArn"],
        Subject=title,
        MessageStructure="json",
        Message=json.dumps(
            {
                "default": description,
                "https": json.dumps(for_slack(title, description)),
            }
        ),
    )


def tell_of_failure(context: Any) -> None:
    """Called by Airflow when a task has used up its tries."""
    ti = context["ti"]
    # Slack takes 8,000 characters; the log has the rest.
    error = str(context.get("exception") or "")[:2000]
    publish(
        f"{ID}: a task failed",
        f"Task {ti.task_id} failed in try {ti.try_number} of run {context['run_id']} "
        f"of the Airflow DAG {context['dag'].dag_id}.\n\n{error}",
    )
