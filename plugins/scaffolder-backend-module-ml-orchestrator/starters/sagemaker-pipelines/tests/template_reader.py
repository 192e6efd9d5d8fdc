"""Read the CloudFormation template as a deployment would, and ask what its policies allow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

import yaml
from run_steps import ROOT

Json = dict[str, Any]
TEMPLATE = ROOT / "infrastructure" / "template.yaml"
ACCOUNT = "111122223333"


class _Loader(yaml.SafeLoader):
    pass


def _tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Json:
    value: Any
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        raise AssertionError(f"!{suffix} on a mapping is not used here")
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _tag)


def read_template() -> Json:
    text = TEMPLATE.read_text(encoding="utf-8")
    template: Json = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    return template


class Stack:
    """The template with parameters, conditions and functions worked out."""

    def __init__(self, region: str, parameters: Mapping[str, str]) -> None:
        self.template = read_template()
        self.values = {
            "AWS::Region": region,
            "AWS::AccountId": ACCOUNT,
            **{
                name: parameter.get("Default", "")
                for name, parameter in self.template["Parameters"].items()
            },
            **parameters,
        }
        self.resources: dict[str, Json] = {
            name: self._work_out(resource)
            for name, resource in self.template["Resources"].items()
            if "Condition" not in resource or self._holds(resource["Condition"])
        }
        self.outputs: Json = self._work_out(self.template["Outputs"])

    def _holds(self, condition: str) -> bool:
        return self._true(self.template["Conditions"][condition])

    def _true(self, expression: Json) -> bool:
        ((function, value),) = expression.items()
        if function == "Condition":
            return self._holds(value)
        if function == "Fn::Not":
            return not self._true(value[0])
        if function == "Fn::And":
            return all(self._true(part) for part in value)
        assert function == "Fn::Equals", f"{function} is not used here"
        left, right = (self._work_out(side) for side in value)
        return bool(left == right)

    def _named(self, name: str) -> str:
        if name in self.values:
            return str(self.values[name])
        resource, _, attribute = name.partition(".")
        declared = self.template["Resources"][resource]
        return self._identity(resource, declared["Type"], attribute)

    def _identity(self, name: str, kind: str, attribute: str) -> str:
        region, lower = self.values["AWS::Region"], name.lower()
        if kind == "AWS::S3::Bucket":
            return f"arn:aws:s3:::{lower}" if attribute == "Arn" else lower
        if kind == "AWS::IAM::Role":
            return f"arn:aws:iam::{ACCOUNT}:role/{lower}"
        service = {"AWS::SNS::Topic": "sns", "AWS::Events::Rule": "events"}[kind]
        return f"arn:aws:{service}:{region}:{ACCOUNT}:{lower}"

    def _work_out(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._work_out(item) for item in node]
        if not isinstance(node, dict):
            return node
        if set(node) == {"Ref"}:
            return self._named(node["Ref"])
        if set(node) == {"Fn::GetAtt"}:
            return self._named(node["Fn::GetAtt"])
        if set(node) == {"Fn::Sub"}:
            return re.sub(
                r"\$\{([^}]+)\}", lambda m: self._named(m[1]), node["Fn::Sub"]
            )
        return {key: self._work_out(value) for key, value in node.items()}

    def of_type(self, kind: str) -> dict[str, Json]:
        return {
            name: resource["Properties"]
            for name, resource in self.resources.items()
            if resource["Type"] == kind
        }


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def allows(
    policy: Json, action: str, resource: str, context: Mapping[str, str] | None = None
) -> bool:
    """Whether a policy document allows an action, as IAM decides: a denial wins."""
    context = context or {}
    verdict = False
    for statement in policy["Statement"]:
        applies = (
            any(
                fnmatchcase(action, pattern) for pattern in as_list(statement["Action"])
            )
            and any(
                fnmatchcase(resource, pattern)
                for pattern in as_list(statement["Resource"])
            )
            and all(
                fnmatchcase(context.get(key, ""), pattern)
                for test in statement.get("Condition", {}).values()
                for key, pattern in test.items()
            )
        )
        if applies and statement["Effect"] == "Deny":
            return False
        verdict = verdict or applies
    return verdict


def event_matches(pattern: Any, event: Any) -> bool:
    """Whether an EventBridge pattern of plain values matches an event."""
    if isinstance(pattern, dict):
        return all(
            isinstance(event, dict) and key in event and event_matches(part, event[key])
            for key, part in pattern.items()
        )
    return event in pattern
