"""The Airflow DAGs of this pipeline: one for each segment, and one that hears of new files where these start runs.

An MWAA environment is shared. So this folder is a package named after the pipeline, in the environment's DAG
folder, which Airflow puts on Python's path; this file alone is read for DAGs, see .airflowignore.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

PACKAGE = f"{Path(__file__).parent.name}.workflow"

DAGS = import_module(f"{PACKAGE}.dags").build()
