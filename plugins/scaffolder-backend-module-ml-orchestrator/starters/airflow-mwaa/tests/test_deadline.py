"""People hear of a run that takes too long while it still runs: through the triggerer's own callback."""

from __future__ import annotations

import asyncio
import json
import pkgutil
from datetime import timedelta
from typing import Any

import pytest
from conftest import DEPLOYMENT, ID, Aws, Load

SLACK = {"workspaceId": "T0ABC", "channelId": "C0ABC"}


def callback_of(dag: Any) -> Any:
    (alert,) = dag.deadline
    assert alert.interval == timedelta(minutes=DEPLOYMENT["deadlineMinutes"])
    return alert.callback


def call(callback: Any) -> None:
    """Do as the triggerer does, which gets the callback from Airflow's database."""
    kwargs = json.loads(json.dumps(callback.kwargs))
    context = {"dag_run": {"dag_run_id": "manual__2026"}, "deadline": {}}

    async def wait() -> None:
        await pkgutil.resolve_name(callback.path)(**kwargs, context=context)

    asyncio.run(wait())


@pytest.mark.parametrize("slack", [None, SLACK])
def test_the_message_names_the_run_in_the_form_that_is_configured(
    load: Load, aws: Aws, slack: Any
) -> None:
    call(callback_of(load(slack=slack)[ID]))
    ((subject, text, _),) = aws.messages()
    assert subject == f"{ID}: a run takes too long"
    sentence = f"Run manual__2026 of the Airflow DAG {ID} has not ended 360 minutes"
    if slack is None:
        assert text.startswith(sentence)
    else:
        content = json.loads(text)["content"]
        assert content["title"] == subject
        assert content["description"].startswith(sentence)
