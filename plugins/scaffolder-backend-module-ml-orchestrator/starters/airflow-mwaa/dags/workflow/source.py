"""Where the data comes from: CSV files in the pipeline's bucket, which prepare reads as they are."""

from __future__ import annotations

from typing import Any

from .settings import BUCKET

# Whether the data is files: then each segment has its own, and a file that arrives can start a run.
FILES = True
# What prepare reads.
DATA = f"s3://{BUCKET}/{{{{ params.data_prefix }}}}"


def extraction() -> list[Any]:
    """Return the tasks that come before prepare, in their order."""
    return []
