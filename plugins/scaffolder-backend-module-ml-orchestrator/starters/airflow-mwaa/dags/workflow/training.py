"""The DAG of a segment: extract, unless prepare reads files → prepare → train → evaluate → gate → register the model, or notify."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from airflow.sdk import DAG, Asset, Param, chain, dag, task

from . import source, tasks
from .jobs import (
    OPERATOR_DEFAULTS,
    ProcessingJob,
    TrainingJob,
    processing_job,
    training_job,
)
from .messages import tell_of_failure
from .names import job_name, model_uri, output_uri, token
from .segments import Segment
from .settings import ID, PIPELINE, RUN_TIMEOUT
from .version import BACKOFF, deadline

START = datetime(2025, 1, 1, tzinfo=timezone.utc)

TASK_DEFAULTS: dict[str, Any] = {
    "owner": PIPELINE["owner"],
    "retries": 2,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": BACKOFF,
    "max_retry_delay": timedelta(minutes=20),
    "execution_timeout": timedelta(minutes=5),
    "on_failure_callback": tell_of_failure,
}


def files_of(segment: Segment) -> dict[str, Param]:
    return {
        "data_prefix": Param(
            segment.data_prefix,
            type="string",
            pattern="^data/",
            description="Folder of the customers' CSV files in the pipeline's bucket, or one such file.",
        )
    }


def training_dag(segment: Segment) -> DAG:
    model = Asset(name=f"{segment.dag_id}-model")

    @dag(
        dag_id=segment.dag_id,
        description=PIPELINE["description"],
        schedule=PIPELINE["schedule"],
        start_date=START,
        catchup=False,
        # Two runs at once would race for the newest version in the registry.
        max_active_runs=1,
        dagrun_timeout=RUN_TIMEOUT,
        tags=["ml-pipeline", "sagemaker", ID],
        params={
            "metric_threshold": Param(
                segment.metric_threshold,
                type="number",
                minimum=0,
                maximum=1,
                description="Register the model if its AUC on the test set is at least this.",
            ),
            **(files_of(segment) if source.FILES else {}),
        },
        user_defined_macros={
            "job_name": job_name,
            "token": token,
            "output_uri": output_uri,
            "model_uri": model_uri,
            "segment": segment,
        },
        default_args=TASK_DEFAULTS,
        doc_md=__doc__,
        **deadline(segment.dag_id),
    )
    def training() -> None:
        evaluation_uri = (
            "{{ output_uri(ti, 'evaluate', 'evaluation') }}/evaluation.json"
        )
        trained_model_uri = "{{ model_uri(ti, 'train') }}"
        auc = "{{ ti.xcom_pull(task_ids='gate', key='auc') }}"
        metric_threshold = "{{ params.metric_threshold }}"

        prepare = ProcessingJob(
            task_id="prepare",
            config=processing_job(
                "prepare",
                inputs={"data": source.DATA},
                arguments={"--input-dir": "input/data", "--output-dir": "output"},
                outputs=["train", "validation", "test"],
            ),
            **OPERATOR_DEFAULTS,
        )
        train = TrainingJob(
            task_id="train",
            config=training_job(
                {
                    "train": "{{ output_uri(ti, 'prepare', 'train') }}",
                    "validation": "{{ output_uri(ti, 'prepare', 'validation') }}",
                }
            ),
            # The job's log is in CloudWatch; copying it would need more permissions and a worker that waits.
            print_log=False,
            **OPERATOR_DEFAULTS,
        )
        evaluate = ProcessingJob(
            task_id="evaluate",
            config=processing_job(
                "evaluate",
                inputs={
                    "model": trained_model_uri,
                    "test": "{{ output_uri(ti, 'prepare', 'test') }}",
                },
                arguments={
                    "--model-dir": "input/model",
                    "--test-dir": "input/test",
                    "--output-dir": "output/evaluation",
                },
                outputs=["evaluation"],
            ),
            **OPERATOR_DEFAULTS,
        )
        good_enough = tasks.gate(
            evaluation_uri=evaluation_uri, metric_threshold=metric_threshold
        )
        registered = task(outlets=[model])(tasks.register)(
            model_data_uri=trained_model_uri,
            evaluation_uri=evaluation_uri,
            auc=auc,
            segment=segment.name,
        )
        told = tasks.notify(
            evaluation_uri=evaluation_uri, auc=auc, metric_threshold=metric_threshold
        )

        # The operators hand each other S3 locations, which Airflow does not see: so the order is said here.
        chain(
            *source.extraction(),
            *(prepare, train, evaluate, good_enough),
            [registered, told],
        )

    return training()
