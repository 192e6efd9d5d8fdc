"""Compile the workflow to Amazon States Language. Needs neither AWS nor a network.

python -m legacy.compile FILE
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from pathlib import Path

from legacy.offline import isolate

CONFIG_FILE = Path(__file__).resolve().parent.parent / "config" / "pipeline.json"


def compile_definition(region: str) -> str:
    isolate(region)
    logging.getLogger("sagemaker.config").setLevel(logging.WARNING)
    with warnings.catch_warnings():
        # Of the SDK's own code: it is as old as README.md says.
        warnings.simplefilter("ignore")
        # Only now: the SDKs read the environment when they are imported.
        from legacy.workflow import build

    return json.dumps(build(region).to_dict(), indent=2) + "\n"


def main(path: str) -> None:
    region = json.loads(CONFIG_FILE.read_text("utf-8"))["region"]
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(compile_definition(region), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
