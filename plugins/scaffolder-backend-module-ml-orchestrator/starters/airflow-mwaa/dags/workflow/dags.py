"""Which DAGs there are."""

from __future__ import annotations

from airflow.sdk import DAG

from .segments import read_segments
from .settings import PIPELINE
from .training import training_dag


def build() -> list[DAG]:
    segments = read_segments()
    dags = [training_dag(segment) for segment in segments]
    if PIPELINE["startOnData"]:
        from .arrivals import arrivals_dag

        dags.append(arrivals_dag(segments))
    return dags
