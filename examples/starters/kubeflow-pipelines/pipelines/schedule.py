"""Turn a cron expression into the one that Kubeflow Pipelines understands."""

from __future__ import annotations

from croniter import CroniterError, croniter


class ScheduleError(ValueError):
    """The expression is not cron; the message says where."""


def kubeflow_cron(expression: str) -> str:
    """Translate five fields, in UTC.

    Kubeflow's cron starts with a field for seconds, and its Sunday is 0 and never 7, not
    even in a range. So each field is written out, which both understand alike.
    """
    if len(expression.split()) != 5:
        raise ScheduleError(f"{expression!r}: five fields are needed")
    try:
        fields, _ = croniter.expand(expression)
    except CroniterError as error:
        raise ScheduleError(f"{expression!r}: {error}") from error
    return " ".join(["0", *(",".join(map(str, sorted(field))) for field in fields)])
