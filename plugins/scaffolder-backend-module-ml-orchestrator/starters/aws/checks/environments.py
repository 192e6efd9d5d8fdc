"""Check that CI deploys the environments of config/pipeline.json: each of them, in its account, and no others.

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


def in_words(environments: list[tuple[str, str]]) -> str:
    words = [f"{name} (account {account})" for name, account in environments]
    return ", ".join(words) or "no environment"


def main(path: str) -> int:
    file = ROOT / "config" / "pipeline.json"
    config = json.loads(file.read_text("utf-8"))
    wanted = [(each["name"], each["account"]) for each in config["environments"]]
    found = list(targets(yaml.safe_load(Path(path).read_text("utf-8"))))
    if wanted == found:
        return 0
    print(
        f"{path}: deploys to {in_words(found)}, but config/pipeline.json has {in_words(wanted)}, in this order",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
