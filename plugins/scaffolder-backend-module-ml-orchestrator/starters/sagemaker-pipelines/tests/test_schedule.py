"""Cron and EventBridge Scheduler must mean the same days and times."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pipelines.schedule import MONTHS, WEEKDAYS, ScheduleError, scheduler_expressions


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 6 1 * *", ["cron(0 6 1 * ? *)"]),
        ("30 2 * * *", ["cron(30 2 * * ? *)"]),
        ("*/20 8-17 * * 1-5", ["cron(0,20,40 8-17 ? * MON,TUE,WED,THU,FRI *)"]),
        ("0 0 * * 0", ["cron(0 0 ? * SUN *)"]),
        ("0 0 * * 7", ["cron(0 0 ? * SUN *)"]),
        ("0 0 * jan-mar,12 sun", ["cron(0 0 ? 1-3,12 SUN *)"]),
        ("5 4 1,15 * 1", ["cron(5 4 1,15 * ? *)", "cron(5 4 ? * MON *)"]),
        ("0 0 */10 * *", ["cron(0 0 1,11,21,31 * ? *)"]),
        ("15/30 * * * *", ["cron(15,45 * * * ? *)"]),
    ],
)
def test_translation(cron: str, expected: list[str]) -> None:
    assert scheduler_expressions(cron) == expected


@pytest.mark.parametrize(
    ("cron", "message"),
    [
        ("0 6 1 *", "4 fields instead of five"),
        ("60 6 1 * *", "minute: '60' is not within 0 to 59"),
        ("0 24 1 * *", "hour: "),
        ("0 6 0 * *", "day of month: "),
        ("0 6 1 13 *", "month: "),
        ("0 6 1 * 8", "day of week: "),
        ("0 6 1 * monday", "day of week: 'monday' is not a number"),
        ("*/0 6 1 * *", "minute: '\\*/0' has no step"),
        ("5-1 6 1 * *", "minute: '5-1' is not within"),
        ("1,,2 6 1 * *", "minute: '' is not a number"),
    ],
)
def test_what_cannot_be_read_is_refused(cron: str, message: str) -> None:
    with pytest.raises(ScheduleError, match=message):
        scheduler_expressions(cron)


def field_matches(field: str, value: int, names: tuple[str, ...] = ()) -> bool:
    if field in ("*", "?"):
        return True
    for part in field.split(","):
        first, _, last = part.partition("-")
        low = names.index(first) if first in names else int(first)
        high = int(last) if last else low
        if low <= value <= high:
            return True
    return False


def starts(expression: str, time: datetime) -> bool:
    """Read a scheduler expression as its documentation does."""
    minute, hour, day, month, weekday, year = (
        expression.removeprefix("cron(").removesuffix(")").split()
    )
    assert [day, weekday].count("?") == 1
    assert year == "*"
    return (
        field_matches(minute, time.minute)
        and field_matches(hour, time.hour)
        and field_matches(day, time.day)
        and field_matches(month, time.month)
        # Python's Monday is 0; WEEKDAYS starts on Sunday.
        and field_matches(weekday, (time.weekday() + 1) % 7, WEEKDAYS)
    )


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 0 1 * *", lambda t: t.day == 1),
        ("0 0 * * 1-5", lambda t: t.weekday() < 5),
        # Cron: either of the two day fields is enough where both are given.
        ("0 0 13 * 5", lambda t: t.day == 13 or t.weekday() == 4),
        (
            "0 0 1-7 2 0,3",
            lambda t: t.month == 2 and (t.day <= 7 or t.weekday() in (6, 2)),
        ),
        ("0 0 29 2 *", lambda t: (t.month, t.day) == (2, 29)),
    ],
)
def test_every_day_of_four_years_agrees(cron: str, expected: object) -> None:
    assert callable(expected)
    expressions = scheduler_expressions(cron)
    day = datetime(2024, 1, 1)
    while day.year < 2028:
        assert any(starts(each, day) for each in expressions) == expected(day), day
        day += timedelta(days=1)


def test_an_expression_fits_the_limit_of_the_scheduler() -> None:
    odd = ",".join(str(value) for value in range(1, 60, 2))
    hours = ",".join(str(value) for value in range(0, 24, 2))
    months = ",".join(MONTHS[::2])
    for expression in scheduler_expressions(f"{odd} {hours} 1-31/2 {months} 1,3,5"):
        assert len(expression) <= 256
