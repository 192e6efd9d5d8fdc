"""The DAG that hears of new files: each CSV file below a segment's `incoming/` starts a run on that file, and on it alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from airflow.providers.amazon.aws.triggers.sqs import SqsSensorTrigger
from airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator
from airflow.sdk import DAG, Asset, AssetWatcher, dag, task

from .messages import publish
from .segments import Segment
from .settings import AWS, DEPLOYMENT, ID
from .training import START, TASK_DEFAULTS


def new_files() -> Asset:
    """The asset that the queue updates; infra/arrivals.ts says what its messages look like.

    The trigger of the Amazon provider itself: the one that `common.messaging` wraps around it would have to be
    installed in the environment first.
    """
    trigger = SqsSensorTrigger(
        sqs_queue=DEPLOYMENT["queueUrl"],
        **AWS,
        max_messages=10,
        # Long polling: a message is there at once, and an idle queue is asked three times a minute.
        wait_time_seconds=20,
        waiter_delay=1,
    )
    watcher = AssetWatcher(name=f"{ID}-queue", trigger=trigger)
    return Asset(name=f"{ID}-incoming", watchers=[watcher])


def messages_of(triggering_asset_events: Any) -> Iterator[str]:
    """What the queue's messages hold: an event brings all that one look at the queue found."""
    for events in triggering_asset_events.values():
        for event in events:
            for message in event.extra["payload"]["message_batch"]:
                yield message["Body"]


def segment_of(key: str, segments: list[Segment]) -> Segment | None:
    return next((s for s in segments if key.startswith(s.incoming)), None)


def runs_for(messages: Iterator[str], segments: list[Segment]) -> list[dict[str, Any]]:
    """Say which DAGs to start on which files."""
    runs: list[dict[str, Any]] = []
    for message in messages:
        try:
            file = json.loads(message)
            key, version = str(file["key"]), str(file["version"])
        except (KeyError, TypeError, ValueError):
            # All of them have left the queue already: the others must not be lost with this one.
            publish(
                f"{ID}: a message was not understood",
                f"The queue of new files held something that does not tell of a file:\n\n{message[:2000]}",
            )
            continue
        segment = segment_of(key, segments)
        if segment is None:
            publish(
                f"{ID}: a file was not used",
                f"{key} arrived, but is below no segment's folder incoming/.",
            )
            continue
        run = hashlib.sha256(f"{key} {version}".encode()).hexdigest()[:16]
        runs.append(
            {
                "trigger_dag_id": segment.dag_id,
                # AWS may tell of a file twice; its run is there already then.
                "trigger_run_id": f"arrival__{run}",
                "conf": {"data_prefix": key},
            }
        )
    return runs


def arrivals_dag(segments: list[Segment]) -> DAG:
    @dag(
        dag_id=f"{ID}-arrivals",
        description="Starts a run on each file that arrives",
        schedule=[new_files()],
        start_date=START,
        catchup=False,
        tags=["ml-pipeline", ID],
        default_args=TASK_DEFAULTS,
        doc_md=__doc__,
    )
    def arrivals() -> None:
        @task
        def find_runs(triggering_asset_events: Any = None) -> list[dict[str, Any]]:
            return runs_for(messages_of(triggering_asset_events), segments)

        TriggerDagRunOperator.partial(
            task_id="start_run",
            # Files have no date; and two runs of a DAG may not have the same one.
            logical_date=None,
            skip_when_already_exists=True,
        ).expand_kwargs(find_runs())

    return arrivals()
