"""Compile the pipeline to the file that Kubeflow Pipelines runs. Needs no cluster.

python -m pipelines.compile --image REGISTRY/NAME@sha256:DIGEST
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from kfp import compiler

from pipelines.config import ROOT, ConfigError, PipelineConfig, load_config
from pipelines.pipeline import build_pipeline

DIGEST = re.compile(r"\S+@sha256:[0-9a-f]{64}")


def compile_pipeline(config: PipelineConfig, image: str, target: Path) -> Path:
    """Write the pipeline to `target`; the same configuration and image give the same file."""
    if not DIGEST.fullmatch(image):
        raise ConfigError(
            f"image: {image!r} must end in @sha256:…, so that a version of the pipeline "
            "always runs the code that it was tested with"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    compiler.Compiler().compile(build_pipeline(config, image), str(target))
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--image", required=True, help="with its digest")
    args = parser.parse_args()
    config = load_config()
    print(compile_pipeline(config, args.image, ROOT / "build" / f"{config.name}.yaml"))


if __name__ == "__main__":
    main()
