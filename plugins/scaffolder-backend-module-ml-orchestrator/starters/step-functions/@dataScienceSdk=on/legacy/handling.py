"""What the tasks have in common when something goes wrong."""

from __future__ import annotations

from stepfunctions import steps

from legacy.language import Retry


def retry(*errors: str, interval: int, attempts: int, ceiling: int) -> Retry:
    """With growing, random pauses of at most `ceiling` seconds."""
    return Retry(
        error_equals=list(errors),
        interval_seconds=interval,
        backoff_rate=2,
        max_attempts=attempts,
        max_delay_seconds=ceiling,
        jitter_strategy="FULL",
    )


def call_retry(interval: int = 2, ceiling: int = 30) -> Retry:
    """For a call that is cheap to repeat."""
    return retry("States.TaskFailed", interval=interval, attempts=4, ceiling=ceiling)


def job_retries() -> list[Retry]:
    """Wait for the quota; repeat after throttling and faults of the service, but no failed job."""
    return [
        retry(
            "SageMaker.ResourceLimitExceededException",
            interval=60,
            attempts=5,
            ceiling=900,
        ),
        retry(
            "SageMaker.AmazonSageMakerException",
            "SageMaker.SdkClientException",
            interval=10,
            attempts=4,
            ceiling=120,
        ),
    ]


def catch_all(
    next_step: steps.states.State, result_path: str = "$.failure"
) -> steps.Catch:
    return steps.Catch(
        error_equals=["States.ALL"], result_path=result_path, next_step=next_step
    )


def sequence(*states: steps.states.State) -> steps.states.State:
    """Each state leads to the next; returns the first."""
    return steps.Chain(list(states)).steps[0]
