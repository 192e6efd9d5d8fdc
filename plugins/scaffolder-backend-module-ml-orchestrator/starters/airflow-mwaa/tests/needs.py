"""What a call needs of IAM, and the names in it."""

from __future__ import annotations

from typing import NamedTuple

from conftest import ACCOUNT, EXAMPLE


class Need(NamedTuple):
    action: str
    resource: str
    passed_to: str = ""


def arn(service: str, rest: str) -> str:
    return f"arn:aws:{service}:{EXAMPLE['region']}:{ACCOUNT}:{rest}"
