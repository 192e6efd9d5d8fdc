"""What the operators that wait for a job have in common: they say why it failed, and each try starts a job of its own.

Most jobs fail while the triggerer waits for them. What it hands back then says little of the reason, or with some versions of the
Amazon provider nothing: Airflow only notes that a trigger failed. People are sent the error of the task, so AWS is asked once more.
"""

from __future__ import annotations

from typing import Any, NoReturn

from airflow.sdk import BaseOperator, get_current_context

# XCom of a task: what its trigger was told, which has the ids that AWS gave, and in which try.
WAITED_FOR = "waited_for"
# States of jobs that did not do what they should, in the words of all services.
BAD = {"FAILED", "ERROR", "TIMEOUT", "STOPPED", "CANCELLED"}


class Waits(BaseOperator):
    """Goes before the provider's operator in the bases of a class."""

    def ending(self, waited_for: dict[str, Any]) -> list[str | None]:
        """Ask AWS for the state of the job, and for what it says of it."""
        raise NotImplementedError

    def defer(self, *, trigger: Any, **others: Any) -> NoReturn:
        ti = get_current_context()["ti"]
        _, told = trigger.serialize()
        ti.xcom_push(WAITED_FOR, {**told, "try_number": ti.try_number})
        super().defer(trigger=trigger, **others)

    def resume_execution(
        self, next_method: str, next_kwargs: dict[str, Any] | None, context: Any
    ) -> Any:
        ti = context["ti"]
        waited_for = ti.xcom_pull(self.task_id, key=WAITED_FOR)
        if waited_for["try_number"] != ti.try_number:
            # Airflow 3.0 begins a new try where the last one failed: https://github.com/apache/airflow/issues/56704
            return self.execute(context)
        try:
            return super().resume_execution(next_method, next_kwargs, context)
        except Exception as error:
            state, *said = self.ending(waited_for)
            if state is None or state.upper() not in BAD:
                raise
            words = dict.fromkeys(word for word in (state, *said) if word)
            raise RuntimeError(
                f"The job did not end well: {': '.join(words)}"
            ) from error
