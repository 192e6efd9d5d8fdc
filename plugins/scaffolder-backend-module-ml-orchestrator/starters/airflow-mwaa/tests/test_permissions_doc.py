"""docs/permissions.md tells of every permission that the template gives, and of no other."""

from __future__ import annotations

import re
from typing import Any

from conftest import ROOT
from iam import load_template

IDENTITIES = ("AWS::IAM::Role", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy")


def documents(properties: dict[str, Any]) -> list[dict[str, Any]]:
    inline = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
    own = properties.get("PolicyDocument")
    return [*inline, *([own] if own else [])]


def given() -> set[str]:
    actions: set[str] = set()
    for resource in load_template()["Resources"].values():
        if resource["Type"] in IDENTITIES:
            for document in documents(resource["Properties"]):
                for statement in document["Statement"]:
                    action = statement["Action"]
                    actions |= {action} if isinstance(action, str) else set(action)
    return actions


def test_the_table_of_permissions_is_complete_and_true() -> None:
    text = (ROOT / "docs" / "permissions.md").read_text("utf-8")
    table = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    assert set(re.findall(r"`([a-z0-9]+:[A-Za-z*]+)`", table)) == given()
