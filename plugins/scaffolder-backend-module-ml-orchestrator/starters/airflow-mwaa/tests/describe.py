"""What the DAGs look like: for golden/dags.json, and for the portal, which draws it."""

from __future__ import annotations

from typing import Any

KINDS = {
    "ProcessingJob": "processing-job",
    "TrainingJob": "training-job",
    "TriggerDagRunOperator": "start-run",
    "CustomersQuery": "query",
    "SparkExtraction": "spark-job",
    "GlueExtraction": "spark-job",
}
ANSWERS = {"register": "good enough", "notify": "not good enough"}


def operator_of(task: Any) -> str:
    """Return the name of the operator's class; a mapped one only knows its path."""
    name = getattr(task, "task_type", None) or type(task).__name__
    return str(name)


def structure(dag: Any) -> dict[str, Any]:
    """Return all of a DAG that a review should see; but for what differs between versions of Airflow."""
    schedule = dag.schedule
    return {
        "dag": dag.dag_id,
        "schedule": schedule
        if schedule is None or isinstance(schedule, str)
        else [asset.name for asset in schedule],
        "catchup": dag.catchup,
        "maxActiveRuns": dag.max_active_runs,
        "runTimeoutMinutes": minutes(dag.dagrun_timeout),
        "params": dag.params.dump(),
        "tasks": [task_structure(task) for task in dag.tasks],
    }


def minutes(delta: Any) -> int | None:
    return None if delta is None else int(delta.total_seconds()) // 60


def task_structure(task: Any) -> dict[str, Any]:
    return {
        "task": task.task_id,
        "operator": operator_of(task),
        "mapped": bool(task.is_mapped),
        "retries": task.retries,
        "timeoutMinutes": minutes(task.execution_timeout),
        "pool": task.pool,
        "deferrable": bool(getattr(task, "deferrable", False)),
        "triggerRule": task.trigger_rule.value,
        "outlets": [asset.name for asset in task.outlets],
        "downstream": sorted(task.downstream_task_ids),
    }


def graph(dags: list[Any]) -> dict[str, Any]:
    """Return nodes and edges; a task is known by its DAG's id and its own."""
    nodes, edges = [], []
    for dag in dags:
        for task in dag.tasks:
            decides = operator_of(task) == "_BranchPythonDecoratedOperator"
            kind = "decision" if decides else KINDS.get(operator_of(task), "task")
            nodes.append(
                {
                    "id": f"{dag.dag_id}.{task.task_id}",
                    "title": task.task_id,
                    "kind": kind,
                    "detail": f"{operator_of(task)} of the DAG {dag.dag_id}",
                }
            )
            for target in sorted(task.downstream_task_ids):
                edge = {
                    "from": f"{dag.dag_id}.{task.task_id}",
                    "to": f"{dag.dag_id}.{target}",
                }
                label = {"label": ANSWERS[target]} if decides else {}
                edges.append({**edge, **label})
    return {"nodes": nodes, "edges": edges}
