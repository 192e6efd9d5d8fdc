"""The serving code, as it travels with a trained model."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from run_steps import STEPS, sample_run

LEAVING = {
    "tenure_months": 2,
    "contract": "month-to-month",
    "payment_method": "invoice",
    "monthly_charge": 90.0,
    "support_calls": 6,
    "late_payments": 3,
}
STAYING = {
    "tenure_months": 70,
    "contract": "two-year",
    "payment_method": "card",
    "monthly_charge": 90.0,
    "support_calls": 0,
    "late_payments": 0,
}


@pytest.fixture(scope="module")
def model_dir() -> Path:
    return sample_run() / "model"


@pytest.fixture(scope="module")
def serving(model_dir: Path) -> Iterator[ModuleType]:
    """The code out of the model's own directory, as a container imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(model_dir / "code"))
        yield importlib.import_module("inference")


@pytest.fixture(scope="module")
def model(serving: ModuleType, model_dir: Path) -> Any:
    return serving.model_fn(str(model_dir))


def as_csv(*customers: dict[str, object]) -> str:
    lines = [",".join(LEAVING)]
    lines += [",".join(map(str, customer.values())) for customer in customers]
    return "\n".join(lines) + "\n"


def test_the_code_is_the_repositorys(model_dir: Path, serving: ModuleType) -> None:
    code = model_dir / "code"
    assert Path(str(serving.__file__)) == code / "inference.py"
    for name in ("inference.py", "churn_model.py"):
        assert (code / name).read_bytes() == (STEPS / name).read_bytes()


def test_json_and_csv_get_the_same_answers(serving: ModuleType, model: Any) -> None:
    request = json.dumps([LEAVING, STAYING])
    rows = serving.input_fn(request, "application/json")
    leaving, staying = serving.predict_fn(rows, model)
    assert 0 <= staying < 0.5 < leaving <= 1

    table = serving.input_fn(
        as_csv(LEAVING, STAYING).encode(), "text/csv; charset=utf-8"
    )
    assert serving.predict_fn(table, model) == [leaving, staying]

    one = serving.input_fn(json.dumps(STAYING).encode(), "application/json")
    assert serving.predict_fn(one, model) == pytest.approx([staying])


def test_answers_are_json_or_csv(serving: ModuleType) -> None:
    for accept in ("application/json", "*/*", ""):
        body, content_type = serving.output_fn([0.25], accept)
        assert content_type == "application/json"
        assert json.loads(body) == {"churn_probability": [0.25]}
    assert serving.output_fn([0.25, 1.0], "text/csv") == ("0.25\n1.0\n", "text/csv")


def test_the_order_of_columns_is_free_and_more_are_ignored(
    serving: ModuleType, model: Any
) -> None:
    shuffled = {"nickname": "Bo", **dict(reversed(LEAVING.items()))}
    scores = [
        serving.predict_fn(serving.input_fn(json.dumps(row), "application/json"), model)
        for row in (LEAVING, shuffled)
    ]
    assert scores[0] == scores[1]


@pytest.mark.parametrize("column", list(LEAVING))
def test_a_gap_is_no_obstacle(column: str, serving: ModuleType, model: Any) -> None:
    missing = LEAVING | {column: None}
    from_json = serving.input_fn(json.dumps(missing), "application/json")
    from_csv = serving.input_fn(as_csv(LEAVING | {column: ""}), "text/csv")
    scores = serving.predict_fn(from_json, model)
    assert 0 <= scores[0] <= 1
    assert serving.predict_fn(from_csv, model) == scores


def test_an_unknown_category_is_no_obstacle(serving: ModuleType, model: Any) -> None:
    new = LEAVING | {"contract": "weekly", "payment_method": "barter"}
    rows = serving.input_fn(json.dumps([new, LEAVING]), "application/json")
    scores = serving.predict_fn(rows, model)
    assert 0 <= scores[0] <= 1
    assert scores[1] == pytest.approx(serving.predict_fn(rows[1:], model)[0])


def test_what_cannot_be_read_is_refused(serving: ModuleType, model: Any) -> None:
    with pytest.raises(ValueError, match="Content type"):
        serving.input_fn("<customer/>", "application/xml")
    with pytest.raises(ValueError, match="Accept"):
        serving.output_fn([0.5], "application/xml")
    with pytest.raises(ValueError, match="lacks the columns"):
        serving.predict_fn(pd.DataFrame([{"tenure_months": 1}]), model)
