"""What a run does about a registered model that nobody has approved yet: it waits."""

from __future__ import annotations

from stepfunctions import steps
from stepfunctions.steps import ChoiceRule

from legacy.handling import call_retry, catch_all
from legacy.language import Expression, Retry, Task, text
from legacy.messages import rejection, undecided
from legacy.paths import (
    APPROVAL_STATUS,
    MODEL_PACKAGE_ARN,
    MODEL_VERSION,
    WAIT_FOR_APPROVAL,
)

DECISION = "$.decision.status"
# What workflow/approval.asl.json answers with.
REJECTED = "ModelRejected"
TIMEOUT = "States.Timeout"


def choose_wait(failed: steps.states.State) -> steps.Choice:
    approved = steps.Succeed("ModelApproved")
    choice = steps.Choice("ChooseWait")
    choice.add_choice(ChoiceRule.StringEquals(APPROVAL_STATUS, "Approved"), approved)
    choice.add_choice(
        ChoiceRule.BooleanEquals(WAIT_FOR_APPROVAL, False),
        steps.Succeed("ModelRegistered"),
    )
    choice.default_choice(await_approval(approved, failed))
    return choice


def await_approval(approved: steps.Succeed, failed: steps.states.State) -> Task:
    """Leave the token where workflow/approval.asl.json finds it, which hands it back."""
    rejected = rejection(failed)
    task = Task(
        "AwaitApproval",
        resource="arn:aws:states:::aws-sdk:s3:putObject.waitForTaskToken",
        parameters={
            "Bucket": "${BucketName}",
            "Key": text("approvals/{}.json", MODEL_VERSION),
            "ContentType": "application/json",
            "Body": {
                "taskToken": Expression("$$.Task.Token"),
                "execution": Expression("$$.Execution.Id"),
            },
        },
        result_path="$.approval",
        timeout_seconds=604800,
        retry=[
            Retry(error_equals=[REJECTED, TIMEOUT], max_attempts=0),
            call_retry(),
        ],
        catch=[
            caught(REJECTED, rejected),
            caught(TIMEOUT, read_decision(approved, rejected, failed)),
            catch_all(failed),
        ],
    )
    task.next(approved)
    return task


def caught(error: str, next_step: steps.states.State) -> steps.Catch:
    return steps.Catch(
        error_equals=[error], result_path="$.approval", next_step=next_step
    )


def read_decision(
    approved: steps.Succeed,
    rejected: steps.states.State,
    failed: steps.states.State,
) -> Task:
    """A decision whose event was lost has still been taken."""
    task = Task(
        "ReadDecision",
        resource="arn:aws:states:::aws-sdk:sagemaker:describeModelPackage",
        parameters={"ModelPackageName": Expression(MODEL_PACKAGE_ARN)},
        result_selector={"status.$": "$.ModelApprovalStatus"},
        result_path="$.decision",
        timeout_seconds=60,
        retry=call_retry(),
        catch=catch_all(failed),
    )
    choice = steps.Choice("CheckDecision")
    choice.add_choice(ChoiceRule.StringEquals(DECISION, "Approved"), approved)
    choice.add_choice(ChoiceRule.StringEquals(DECISION, "Rejected"), rejected)
    choice.default_choice(undecided(failed))
    task.next(choice)
    return task
