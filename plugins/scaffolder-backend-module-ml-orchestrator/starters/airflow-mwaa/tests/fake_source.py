"""What stands in for where the data comes from: nothing, for prepare reads the files as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import container
from needs import Need

# The service that FakeSource stands in for.
SERVICE: str | None = None


class FakeSource:
    def __init__(self, s3: Any) -> None:
        """No state."""

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError(f"{operation} is not part of this pipeline")


def needs(operation: str, parameters: dict[str, Any]) -> list[Need]:
    raise AssertionError(f"{operation} is not part of this pipeline")


def run(directory: Path, command: list[str]) -> str:
    """Run a processing job's command; return why it failed, or nothing."""
    return container.run(directory, command)
