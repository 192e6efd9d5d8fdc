"""Compile the pipeline to build/pipeline-definition.json. Needs neither AWS nor a network.

What differs between environments stays open, see `placeholders`.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from typing import Any

from pipelines.config import ROOT, ConfigError, PipelineConfig, load_config
from pipelines.offline import isolate

OUTPUT = ROOT / "build" / "pipeline-definition.json"


def compile_definition(config: PipelineConfig) -> dict[str, Any]:
    isolate(config.region)
    # Only now: the SDK reads the environment when it is imported.
    from pipelines.pipeline import build_pipeline

    with warnings.catch_warnings():
        # The SDK warns at each step that it starts no job; that is the point here.
        warnings.simplefilter("ignore", UserWarning)
        definition: dict[str, Any] = json.loads(build_pipeline(config).definition())
    return definition


def main() -> int:
    # The SDK narrates; what stops it comes as an exception.
    logging.disable(logging.WARNING)
    try:
        definition = compile_definition(load_config())
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 1
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(definition, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
