"""What gets the data before prepare: a job that asks the warehouse."""

from __future__ import annotations

# Step → its type, and the steps that it needs.
SOURCE_STEPS: dict[str, tuple[str, set[str]]] = {"Extract": ("Processing", set())}
