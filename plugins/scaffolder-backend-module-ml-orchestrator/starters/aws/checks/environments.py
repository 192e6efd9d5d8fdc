"""Check that CI deploys the environments of config/pipeline.json: each of them, and no others.

python checks/environments.py CI_CONFIGURATION
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent


def targets(ci: dict[str, Any]) -> Iterator[str]:
    """What the jobs deploy to: an input of the workflow on GitHub, a variable on GitLab."""
    for job in [*ci.get("jobs", {}).values(), *ci.values()]:
        if isinstance(job, dict):
            for settings, key in (("with", "target"), ("variables", "TARGET")):
                target = (job.get(settings) or {}).get(key)
                if target:
                    yield str(target)


def main(path: str) -> int:
    file = ROOT / "config" / "pipeline.json"
    config = json.loads(file.read_text("utf-8"))
    wanted = [environment["name"] for environment in config["environments"]]
    found = list(targets(yaml.safe_load(Path(path).read_text("utf-8"))))
    if wanted == found:
        return 0
    print(
        f"{path}: deploys to {', '.join(found) or 'no environment'}, but config/pipeline.json has "
        f"{', '.join(wanted) or 'none'}, in this order",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
