"""What people are told, and how a run fails."""

from __future__ import annotations

from stepfunctions import steps

from legacy.handling import call_retry, catch_all, sequence
from legacy.language import Expression, Fail, text
from legacy.paths import AUC, EXECUTION_URL, MODEL_VERSION, OUTPUT_URI, THRESHOLD


def describe(state: str, title: str, description: Expression) -> steps.Pass:
    """In the only form that Slack shows; what mail gets is its title and description."""
    return steps.Pass(
        state,
        parameters={
            "version": "1.0",
            "source": "custom",
            "content": {
                "textType": "client-markdown",
                "title": f"${{PipelineName}}: {title}",
                "description": description,
            },
        },
        result_path="$.message",
    )


def notify(state: str, mail: Expression, catch: steps.Catch) -> steps.SnsPublishStep:
    """SNS hands each kind of subscription a text of its own: Slack is reached over https."""
    return steps.SnsPublishStep(
        state,
        parameters={
            "TopicArn": "${TopicArn}",
            "Subject": Expression("$.message.content.title"),
            "MessageStructure": "json",
            "Message": {
                "default": mail,
                "https": Expression("States.JsonToString($.message)"),
            },
        },
        result_path=None,
        timeout_seconds=60,
        retry=call_retry(),
        catch=catch,
    )


def failure() -> steps.states.State:
    """Tell people, then fail with the first error, even if the message fails as well."""
    failed = Fail(
        "PipelineFailed", error_path="$.failure.Error", cause_path="$.failure.Cause"
    )
    return sequence(
        describe(
            "DescribeFailure",
            "run failed",
            text(
                "The run failed with {}. Execution: {}",
                "$.failure.Error",
                EXECUTION_URL,
            ),
        ),
        notify(
            "NotifyFailure",
            text("{} - Cause: {}", "$.message.content.description", "$.failure.Cause"),
            catch_all(failed, "$.notificationFailure"),
        ),
        failed,
    )


def told(
    name: str,
    title: str,
    description: Expression,
    end: str,
    failed: steps.states.State,
) -> steps.states.State:
    """Tell people of an end that is no failure."""
    return sequence(
        describe(f"Describe{name}", title, description),
        notify(
            f"Notify{name}",
            Expression("$.message.content.description"),
            catch_all(failed),
        ),
        steps.Succeed(end),
    )


def threshold_missed(failed: steps.states.State) -> steps.states.State:
    return told(
        "ThresholdMissed",
        "model not registered",
        text(
            "The new model has an AUC of {}, below the threshold of {}, and was not registered."
            " Evaluation: {}/evaluation/evaluation.json - Execution: {}",
            AUC,
            THRESHOLD,
            OUTPUT_URI,
            EXECUTION_URL,
        ),
        "ModelNotRegistered",
        failed,
    )


def rejection(failed: steps.states.State) -> steps.states.State:
    return told(
        "Rejection",
        "model rejected",
        text(
            "Version {} was rejected in the model registry, which may say why."
            " Execution: {}",
            MODEL_VERSION,
            EXECUTION_URL,
        ),
        "ModelRejected",
        failed,
    )


def undecided(failed: steps.states.State) -> steps.states.State:
    return told(
        "Undecided",
        "model still not approved",
        text(
            "Nobody has approved or rejected version {} in time, so the run waits no longer."
            " The decision can still be taken in the model registry. Execution: {}",
            MODEL_VERSION,
            EXECUTION_URL,
        ),
        "ApprovalTimedOut",
        failed,
    )


def reject(
    state: str, error: str, cause: str, failed: steps.states.State
) -> steps.states.State:
    """Fail with an error of the workflow's own."""
    return sequence(
        steps.Pass(
            state, result={"Error": error, "Cause": cause}, result_path="$.failure"
        ),
        failed,
    )
