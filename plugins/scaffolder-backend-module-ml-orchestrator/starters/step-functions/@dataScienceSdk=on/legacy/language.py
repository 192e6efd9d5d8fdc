"""What the Amazon States Language has learnt since the SDK stopped: January 2022.

The SDK writes every field of a state that it lets pass, so the classes here only let more
of them pass. Fields are named as in the SDK: `result_selector` becomes `ResultSelector`.
"""

from __future__ import annotations

from typing import ClassVar

from stepfunctions import steps
from stepfunctions.inputs import Placeholder


class Expression(Placeholder):
    """A path or an intrinsic function, evaluated when the state is entered: `"Key.$"`.

    The SDK's own placeholders know neither intrinsic functions nor anything but the output
    of the state before; in this workflow, states add to what is there.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def to_jsonpath(self) -> str:
        return self.text


def text(template: str, *paths: str) -> Expression:
    """The template with the values at these paths in place of each `{}`."""
    arguments = ", ".join((f"'{template}'", *paths))
    return Expression(f"States.Format({arguments})")


class _Newer:
    """Let more fields pass than the SDK's class that is mixed in after this one."""

    newer_fields: ClassVar[frozenset[str]]

    def is_field_allowed(self, name: str) -> bool:
        return name in self.newer_fields or super().is_field_allowed(name)  # type: ignore[misc]


class _NewerTask(_Newer):
    newer_fields = frozenset({"result_selector"})


class Task(_NewerTask, steps.Task):
    """A task for which the SDK has no class: a call through `aws-sdk`."""


class ProcessingStep(_NewerTask, steps.ProcessingStep):
    pass


class TrainingStep(_NewerTask, steps.TrainingStep):
    pass


class Retry(_Newer, steps.Retry):
    newer_fields = frozenset({"max_delay_seconds", "jitter_strategy"})


class Fail(_Newer, steps.Fail):
    newer_fields = frozenset({"error_path", "cause_path"})
