"""Checks requests against the published model of an AWS service, as the service would."""

from __future__ import annotations

import re
from typing import Any

import botocore.session
from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape
from botocore.validate import ParamValidator

# The patterns are Java's. These are Python's nearest classes of letters, marks, separators, numbers and signs, and of what
# Java writes as two; a few patterns also end in a misplaced `${1,n}`, which says nothing that the length limits do not say.
JAVA_TO_PYTHON = {
    r"\\p\{L\}": r"\\w",
    r"\\p\{Z\}": r"\\s",
    r"\\p\{N\}": r"\\d",
    r"\\p\{[MSP]\}": r"!-/:-@\\[-`{-~",
    r"\\uD800\\uDC00-\\uDBFF\\uDFFF": r"\\U00010000-\\U0010FFFF",
    r"\$\{1,\d+\}$": "",
}


class Refused(Exception):
    """The service would answer with a ValidationException."""


def broken_limits(shape: Shape, value: Any, path: str = "") -> list[str]:
    """Check what botocore's own validator leaves to the service: patterns, enumerations, upper limits."""
    problems: list[str] = []
    if isinstance(shape, StructureShape):
        for name, item in value.items():
            problems += broken_limits(shape.members[name], item, f"{path}.{name}")
        return problems
    if isinstance(shape, MapShape):
        for key, item in value.items():
            problems += broken_limits(shape.key, key, f"{path} key")
            problems += broken_limits(shape.value, item, f"{path}[{key}]")
    elif isinstance(shape, ListShape):
        for index, item in enumerate(value):
            problems += broken_limits(shape.member, item, f"{path}[{index}]")
    elif isinstance(shape, StringShape):
        pattern = str(shape.metadata.get("pattern", ".*"))
        for java, python in JAVA_TO_PYTHON.items():
            pattern = re.sub(java, python, pattern)
        if not re.fullmatch(pattern, value, re.DOTALL):
            problems.append(f"{path} = {value!r} does not match {pattern}")
        if shape.enum and value not in shape.enum:
            problems.append(f"{path} = {value!r} is not one of {shape.enum}")
    size = value if isinstance(value, (int, float)) else len(value)
    if size > shape.metadata.get("max", size):
        problems.append(f"{path} is over {shape.metadata['max']}")
    return problems


def validate(service: str, operation: str, request: dict[str, Any]) -> None:
    """Raise what the service would answer to a request that its model does not allow."""
    model = botocore.session.get_session().get_service_model(service)
    shape = model.operation_model(operation).input_shape
    assert shape is not None
    report = ParamValidator().validate(request, shape)
    if report.has_errors():
        raise Refused(report.generate_report())
    problems = broken_limits(shape, request)
    if problems:
        raise Refused("; ".join(problems))
