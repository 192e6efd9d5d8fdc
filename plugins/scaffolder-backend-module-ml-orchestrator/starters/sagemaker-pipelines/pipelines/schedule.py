"""Translate a five-field cron expression into the dialect of EventBridge Scheduler.

The dialects differ where it hurts: the scheduler has a year, counts weekdays from 1 on
Sunday, and wants `?` in one of its two day fields, because it cannot say "on the 1st or on
a Monday". Cron can, so one cron expression becomes one or two scheduler expressions.
"""

from __future__ import annotations

from itertools import groupby

WEEKDAYS = ("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")
MONTHS = (
    *("JAN", "FEB", "MAR", "APR", "MAY", "JUN"),
    *("JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
)
# Name, first and last value, and the names that may stand for values.
FIELDS: tuple[tuple[str, int, int, dict[str, int]], ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of month", 1, 31, {}),
    ("month", 1, 12, {name: number for number, name in enumerate(MONTHS, 1)}),
    # Cron knows Sunday as 0 and as 7.
    ("day of week", 0, 7, {name: number for number, name in enumerate(WEEKDAYS)}),
)


class ScheduleError(ValueError):
    """The cron expression cannot be read; the message says which field."""


def _number(text: str, names: dict[str, int]) -> int:
    if text.upper() in names:
        return names[text.upper()]
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is not a number")
    return int(text)


def _values(text: str, low: int, high: int, names: dict[str, int]) -> set[int]:
    values: set[int] = set()
    for part in text.split(","):
        span, _, step_text = part.partition("/")
        step = _number(step_text, {}) if step_text else 1
        if step == 0 or (not step_text and "/" in part):
            raise ValueError(f"{part!r} has no step")
        if span == "*":
            first, last = low, high
        else:
            start, dash, end = span.partition("-")
            first = _number(start, names)
            # "5/10" means from 5 to the end, "5" alone means 5.
            last = _number(end, names) if dash else high if step_text else first
        if not low <= first <= last <= high:
            raise ValueError(f"{part!r} is not within {low} to {high}")
        values.update(range(first, last + 1, step))
    return values


def _runs(values: set[int]) -> list[tuple[int, int]]:
    """Group 1, 2, 3, 7 as (1, 3), (7, 7)."""
    groups = groupby(enumerate(sorted(values)), key=lambda pair: pair[1] - pair[0])
    spans = [[value for _, value in group] for _, group in groups]
    return [(span[0], span[-1]) for span in spans]


def _write(values: set[int], low: int, high: int) -> str:
    if values == set(range(low, high + 1)):
        return "*"
    return ",".join(f"{a}" if a == b else f"{a}-{b}" for a, b in _runs(values))


def scheduler_expressions(cron: str) -> list[str]:
    """Return the expressions that together start at exactly the times `cron` means."""
    texts = cron.split()
    if len(texts) != len(FIELDS):
        raise ScheduleError(f"{cron!r} has {len(texts)} fields instead of five")
    parsed: list[set[int]] = []
    for text, (name, low, high, names) in zip(texts, FIELDS):
        try:
            parsed.append(_values(text, low, high, names))
        except ValueError as error:
            raise ScheduleError(f"{cron!r}, {name}: {error}") from error
    minute, hour, day, month, weekday = parsed
    weekday = {value % 7 for value in weekday}

    time = f"{_write(minute, 0, 59)} {_write(hour, 0, 23)}"
    months = _write(month, 1, 12)
    days = _write(day, 1, 31)
    # Names, because a number would mean another day than in cron.
    weekdays = ",".join(WEEKDAYS[value] for value in sorted(weekday))

    by_day = f"cron({time} {days} {months} ? *)"
    by_weekday = f"cron({time} ? {months} {weekdays} *)"
    if len(weekday) == len(WEEKDAYS):
        return [by_day]
    if days == "*":
        return [by_weekday]
    return [by_day, by_weekday]
