"""What gets the data before prepare: nothing, for prepare reads the files as they are."""

from __future__ import annotations

# Step → its type, and the steps that it needs.
SOURCE_STEPS: dict[str, tuple[str, set[str]]] = {}
