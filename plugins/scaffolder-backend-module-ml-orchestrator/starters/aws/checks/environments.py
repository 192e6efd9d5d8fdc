"""Check that CI deploys the environments of config/pipeline.json: each of them, in its account, and no others; and that it does
so from the branch that config/ci.json has the roles trust.

python checks/environments.py CI_CONFIGURATION
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent


# What says where a job deploys to, and with which role: inputs of the workflow on GitHub, variables on GitLab.
SETTINGS = (("with", "target", "role"), ("variables", "TARGET", "AWS_ROLE_ARN"))


def targets(ci: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The environments that the jobs deploy to, with the accounts of their roles."""
    for job in [*ci.get("jobs", {}).values(), *ci.values()]:
        if isinstance(job, dict):
            for settings, name, role in SETTINGS:
                values = job.get(settings) or {}
                if values.get(name):
                    account = re.match(
                        r"arn:[\w-]+:iam::(\d{12}):", str(values.get(role))
                    )
                    yield str(values[name]), account[1] if account else "unknown"


def problems(ci: dict[Any, Any]) -> Iterator[str]:
    config = read("pipeline.json")
    wanted = [(each["name"], each["account"]) for each in config["environments"]]
    found = list(targets(ci))
    if wanted != found:
        yield f"deploys to {in_words(found)}, but config/pipeline.json has {in_words(wanted)}, in this order"
    # GitLab knows by itself which branch is the default one.
    branch = read("ci.json")["branch"]
    pushed = branches(ci)
    if pushed and branch not in pushed:
        yield f"runs on pushes to {', '.join(pushed)}, but the branch in config/ci.json is {branch}"


def branches(ci: dict[Any, Any]) -> list[str]:
    """Whose pushes start the workflow on GitHub."""
    # In YAML's older version, `on` is a word for true.
    events = ci.get(True)
    push = events.get("push") if isinstance(events, dict) else None
    return push.get("branches", []) if isinstance(push, dict) else []


def read(file: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / "config" / file).read_text("utf-8"))
    return content


def in_words(environments: list[tuple[str, str]]) -> str:
    words = [f"{name} (account {account})" for name, account in environments]
    return ", ".join(words) or "no environment"


def main(path: str) -> int:
    found = list(problems(yaml.safe_load(Path(path).read_text("utf-8"))))
    for problem in found:
        print(f"{path}: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
