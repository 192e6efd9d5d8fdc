"""Enter a model into the Kubeflow Model Registry, where it waits for approval.

The version is named after the run, and each part is looked for before it is made: a step
that broke off anywhere can be run again.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from urllib.parse import urlparse

# Not `ModelRegistry.register_model`, which refuses a version that exists although its
# artifact does not: it would never finish what broke off in between.
from model_registry.core import ModelRegistryAPIClient
from model_registry.types import ModelArtifact, ModelVersion, RegisteredModel

TOKEN_FILE = Path("/var/run/secrets/kubernetes.io/serviceaccount/token")
# The registry knows no approval of its own: a person changes this property there.
APPROVAL = {"approval": "pending"}


def connect(address: str) -> ModelRegistryAPIClient:
    """Connect as the service account of the pod, if there is one."""
    file = Path(os.environ.get("KF_PIPELINES_SA_TOKEN_PATH", TOKEN_FILE))
    token = file.read_text("utf-8") if file.is_file() else ""
    url = urlparse(address)
    if url.scheme == "https":
        return ModelRegistryAPIClient.secure_connection(
            address, url.port or 443, user_token=token
        )
    return ModelRegistryAPIClient.insecure_connection(address, url.port or 80, token)


def read_metrics(evaluation_dir: Path) -> dict[str, float]:
    report = json.loads((evaluation_dir / "evaluation.json").read_text("utf-8"))
    metrics = report["binary_classification_metrics"]
    return {name: float(metric["value"]) for name, metric in metrics.items()}


async def register(
    registry: ModelRegistryAPIClient,
    args: argparse.Namespace,
    metrics: dict[str, float],
) -> None:
    model = await registry.get_registered_model_by_params(args.name)
    if model is None:
        model = await registry.upsert_registered_model(
            RegisteredModel(name=args.name, owner=args.owner)
        )
    version = await registry.get_model_version_by_params(model.id, args.run)
    if version is None:
        version = await registry.upsert_model_version(
            ModelVersion(
                name=args.run,
                author=args.owner,
                custom_properties={**metrics, **APPROVAL},
            ),
            model.id,
        )
    if await registry.get_model_artifact_by_params(args.name, version.id) is None:
        await registry.upsert_model_version_artifact(
            ModelArtifact(
                name=args.name,
                uri=args.model_uri,
                model_format_name="sklearn",
                model_format_version=version_of("scikit-learn"),
                model_source_kind="kfp",
                model_source_class="pipelinerun",
                model_source_group=args.namespace,
                model_source_id=args.run,
                model_source_name=args.name,
            ),
            version.id,
        )


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("registry", "name", "owner", "namespace", "run", "model-uri"):
        parser.add_argument(f"--{option}", required=True)
    parser.add_argument("--evaluation-dir", required=True, type=Path)
    return parser.parse_args()


def main() -> int:
    args = parse_arguments()
    metrics = read_metrics(args.evaluation_dir)
    asyncio.run(register(connect(args.registry), args, metrics))
    print(f"Registered {args.name}, version {args.run}; it waits for approval.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
