"""Bring Kubeflow Pipelines to what this repository says. Safe to run again at any time.

    IMAGE=REGISTRY/NAME@sha256:DIGEST KUBEFLOW_TOKEN=… python -m pipelines.deploy

The token is a short-lived one: CI gets it from its own identity provider (README).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any

import kfp

from pipelines.compile import compile_pipeline
from pipelines.config import ROOT, ConfigError, PipelineConfig, load_config
from pipelines.schedule import ScheduleError, kubeflow_cron


def named(name: str) -> str:
    """Make the filter that finds what is shown under a name."""
    predicate = {"operation": "EQUALS", "key": "display_name", "stringValue": name}
    return json.dumps({"predicates": [predicate]})


def deploy_version(
    client: Any, config: PipelineConfig, package: Path
) -> tuple[str, str]:
    """Upload the compiled pipeline unless it is there; return the ids of pipeline and version.

    A version is named after its content, so the same content is uploaded once.
    """
    # Not `get_pipeline_id`: it asks for shared pipelines, and this one is the namespace's own.
    found = client.list_pipelines(
        namespace=config.namespace, filter=named(config.name)
    ).pipelines
    pipeline = found[0] if found else None
    if pipeline is None:
        # This makes a first version as well, under the pipeline's own name.
        pipeline = client.upload_pipeline(
            str(package), pipeline_name=config.name, namespace=config.namespace
        )
    version = hashlib.sha256(package.read_bytes()).hexdigest()[:12]
    existing = client.list_pipeline_versions(
        pipeline.pipeline_id, filter=named(f"{config.name}-{version}")
    ).pipeline_versions
    uploaded = (
        existing[0]
        if existing
        else client.upload_pipeline_version(
            str(package),
            pipeline_version_name=f"{config.name}-{version}",
            pipeline_id=pipeline.pipeline_id,
        )
    )
    return pipeline.pipeline_id, uploaded.pipeline_version_id


def deploy_schedule(
    client: Any, config: PipelineConfig, pipeline_id: str, version_id: str
) -> str:
    """Leave exactly the wanted recurring run; return what was done.

    Recurring runs cannot be changed. The new one is made before the old one goes, so that
    a failure in between starts a run too often rather than never.
    """
    present = (
        client.list_recurring_runs(
            namespace=config.namespace, filter=named(config.name), page_size=100
        ).recurring_runs
        or []
    )
    cron = kubeflow_cron(config.schedule) if config.schedule else None
    kept = next(
        (
            run
            for run in present
            if run.trigger.cron_schedule
            and run.trigger.cron_schedule.cron == cron
            and run.pipeline_version_reference.pipeline_version_id == version_id
            and run.service_account == config.name
        ),
        None,
    )
    if cron and kept is None:
        experiment = client.create_experiment(config.name, namespace=config.namespace)
        client.create_recurring_run(
            experiment.experiment_id,
            config.name,
            description=f"{config.schedule} (cron, UTC)",
            cron_expression=cron,
            max_concurrency=1,
            # After an outage one run is enough: each reads all the data there is.
            no_catchup=True,
            pipeline_id=pipeline_id,
            version_id=version_id,
            service_account=config.name,
        )
    for run in present:
        if run is not kept:
            client.delete_recurring_run(run.recurring_run_id)
    if not cron:
        return "no schedule"
    return f"scheduled: {config.schedule} (UTC)"


def deploy(config: PipelineConfig, image: str, token: str) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "This client only works", FutureWarning)
        client = kfp.Client(
            host=config.host, namespace=config.namespace, existing_token=token
        )
    package = compile_pipeline(config, image, ROOT / "build" / f"{config.name}.yaml")
    pipeline_id, version_id = deploy_version(client, config, package)
    schedule = deploy_schedule(client, config, pipeline_id, version_id)
    print(f"{config.name}: version {version_id}, {schedule}")


def main() -> int:
    try:
        deploy(load_config(), os.environ["IMAGE"], os.environ["KUBEFLOW_TOKEN"])
    except KeyError as error:
        print(f"Set {error.args[0]}; see the README.", file=sys.stderr)
        return 2
    except (ConfigError, ScheduleError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
