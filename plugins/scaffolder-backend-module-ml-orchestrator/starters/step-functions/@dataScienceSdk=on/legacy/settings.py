"""What a run begins with: its settings, checked before any money is spent."""

from __future__ import annotations

from stepfunctions import steps
from stepfunctions.steps import ChoiceRule

from legacy.handling import sequence
from legacy.language import Expression, text
from legacy.messages import reject
from legacy.paths import INPUT_PREFIX, SEGMENT, THRESHOLD, WAIT_FOR_APPROVAL

CONSOLE = "https://${Region}.console.aws.amazon.com/states/home?region=${Region}"


def set_defaults() -> steps.Pass:
    return steps.Pass(
        "SetDefaults",
        parameters={
            "metricThreshold": Expression("States.StringToJson('${MetricThreshold}')"),
            "inputPrefix": "data/",
            "waitForApproval": True,
            "segment": "all",
        },
    )


def start_run() -> steps.Pass:
    execution = "$$.Execution"
    return steps.Pass(
        "StartRun",
        parameters={
            "settings": Expression(f"States.JsonMerge($, {execution}.Input, false)"),
            # Not for the input to change, or whoever starts a run could approve its model.
            "autoApproveThreshold": Expression(
                "States.StringToJson('${AutoApproveThreshold}')"
            ),
            # Drawn once, so that a repeated call names the same job.
            "runId": Expression("States.UUID()"),
            "outputPrefix": text("executions/{}", f"{execution}.Name"),
            "outputUri": text("s3://${BucketName}/executions/{}", f"{execution}.Name"),
            "executionUrl": text(
                f"{CONSOLE}#/v2/executions/details/{{}}", f"{execution}.Id"
            ),
        },
    )


def check_settings(
    valid: steps.states.State, failed: steps.states.State
) -> steps.Choice:
    choice = steps.Choice("CheckSettings")
    rules = [
        ChoiceRule.IsNumeric(THRESHOLD, True),
        ChoiceRule.NumericGreaterThanEquals(THRESHOLD, 0),
        ChoiceRule.NumericLessThanEquals(THRESHOLD, 1),
        ChoiceRule.IsString(INPUT_PREFIX, True),
        ChoiceRule.StringMatches(INPUT_PREFIX, "data/*"),
        ChoiceRule.IsBoolean(WAIT_FOR_APPROVAL, True),
        ChoiceRule.IsString(SEGMENT, True),
    ]
    choice.add_choice(ChoiceRule.And(rules), valid)
    choice.default_choice(
        reject(
            "RejectSettings",
            "InvalidInput",
            "metricThreshold must be a number from 0 to 1,"
            " inputPrefix a text that starts with data/, waitForApproval true or false,"
            " and segment a text",
            failed,
        )
    )
    return choice


def begin(
    first_job: steps.states.State, failed: steps.states.State
) -> steps.states.State:
    return sequence(set_defaults(), start_run(), check_settings(first_job, failed))
