"""The step scripts, run for real on the sample data."""

from __future__ import annotations

import ast
import csv
import importlib.util
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any, Callable

import jsonschema
import pandas as pd
import pytest
from run_steps import ROOT, must_run, run_all, run_step

DATA = ROOT / "data" / "customers.csv"
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("steps")
    run_all(directory)
    return directory


@pytest.fixture(scope="module")
def evaluation(outputs: Path) -> dict[str, Any]:
    text = (outputs / "evaluation" / "evaluation.json").read_text(encoding="utf-8")
    report: dict[str, Any] = json.loads(text)
    return report


def schema() -> dict[str, Any]:
    path = ROOT / "contracts" / "evaluation.schema.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    return content


def load_step(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "steps" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sample_data_can_be_made_again(tmp_path: Path) -> None:
    again = tmp_path / "customers.csv"
    script = ROOT / "data" / "make_dataset.py"
    subprocess.run([sys.executable, str(script), "--output", str(again)], check=True)
    assert again.read_bytes() == DATA.read_bytes()


def test_prepare_splits_without_loss_or_leak(outputs: Path) -> None:
    parts = {
        name: pd.read_csv(outputs / "prepared" / name / f"{name}.csv")
        for name in ("train", "validation", "test")
    }
    assert sum(len(part) for part in parts.values()) == len(pd.read_csv(DATA))
    for part in parts.values():
        assert "customer_id" not in part.columns
        assert set(part["churned"]) == {0, 1}
    shares = [part["churned"].mean() for part in parts.values()]
    assert max(shares) - min(shares) < 0.02


def test_evaluation_keeps_the_contract(evaluation: dict[str, Any]) -> None:
    jsonschema.validate(evaluation, schema())


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"binary_classification_metrics": {}},
        {"binary_classification_metrics": {"auc": 0.9}},
        {
            "binary_classification_metrics": {
                name: {"value": 1.2, "standard_deviation": "NaN"}
                for name in ("auc", "accuracy", "precision", "recall")
            }
        },
    ],
)
def test_the_contract_refuses_what_the_gate_cannot_read(broken: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


def test_the_model_is_good_but_has_not_seen_the_answers(
    evaluation: dict[str, Any],
) -> None:
    auc = evaluation["binary_classification_metrics"]["auc"]["value"]
    assert 0.8 < auc < 0.99


def test_the_same_input_gives_the_same_result(outputs: Path, tmp_path: Path) -> None:
    again = run_all(tmp_path)
    first = outputs / "evaluation" / "evaluation.json"
    assert again.read_bytes() == first.read_bytes()


def test_evaluate_reads_the_archive_of_a_training_job(
    outputs: Path, tmp_path: Path, evaluation: dict[str, Any]
) -> None:
    with tarfile.open(tmp_path / "model.tar.gz", "w:gz") as archive:
        archive.add(outputs / "model", arcname=".")
    must_run(
        "evaluate",
        *("--model-dir", tmp_path),
        *("--test-dir", outputs / "prepared" / "test"),
        *("--output-dir", tmp_path / "evaluation"),
    )
    text = (tmp_path / "evaluation" / "evaluation.json").read_text(encoding="utf-8")
    assert json.loads(text) == evaluation


def test_evaluate_says_when_there_is_no_model(outputs: Path, tmp_path: Path) -> None:
    done = run_step(
        "evaluate",
        *("--model-dir", tmp_path),
        *("--test-dir", outputs / "prepared" / "test"),
        *("--output-dir", tmp_path / "evaluation"),
    )
    assert done.returncode != 0
    assert "model.joblib" in done.stderr
    assert not (tmp_path / "evaluation" / "evaluation.json").exists()


def each(column: str, value: str, every: int = 1) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        for row in rows[::every]:
            row[column] = value

    return change


def without(column: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        for row in rows:
            del row[column]

    return change


def repeat_first(rows: Rows) -> None:
    rows.append(dict(rows[0]))


def keep_ten(rows: Rows) -> None:
    del rows[10:]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("support_calls"), "column 'support_calls' is missing"),
        (each("shoe_size", "42"), "column 'shoe_size' is unknown"),
        (each("churned", "yes", every=50), "'churned' must be 0 or 1"),
        (each("churned", "", every=50), "'churned' must be 0 or 1"),
        (each("churned", "0"), "rows of each class"),
        (each("monthly_charge", "", every=3), "'monthly_charge' is empty in 3"),
        (each("monthly_charge", "a lot", every=90), "not a number: ['a lot']"),
        (each("tenure_months", "-1", every=90), "'tenure_months' is outside"),
        (each("contract", "weekly", every=90), "unknown values: ['weekly']"),
        (repeat_first, "'customer_id' is repeated, for example ['C00001']"),
        (each("customer_id", "", every=90), "'customer_id' is empty in"),
        (keep_ten, "10 rows; at least 200 are needed"),
    ],
)
def test_prepare_refuses_bad_data_and_says_why(
    change: Callable[[Rows], None],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with DATA.open(newline="", encoding="utf-8") as source:
        rows = list(csv.DictReader(source))
    change(rows)
    raw = tmp_path / "raw"
    raw.mkdir()
    with (raw / "bad.csv").open("w", newline="", encoding="utf-8") as target:
        writer = csv.DictWriter(target, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

    output = tmp_path / "out"
    arguments = ["prepare.py", "--input-dir", str(raw), "--output-dir", str(output)]
    monkeypatch.setattr(sys, "argv", arguments)
    exit_code = load_step("prepare").main()

    assert exit_code == 1
    assert message in capsys.readouterr().err
    assert not output.exists()


def test_prepare_says_when_there_is_no_data(tmp_path: Path) -> None:
    done = run_step("prepare", "--input-dir", tmp_path, "--output-dir", tmp_path)
    assert done.returncode == 1
    assert "no .csv file" in done.stderr
    assert "Traceback" not in done.stderr


def test_train_reads_the_directories_that_sagemaker_names(
    outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SM_CHANNEL_TRAIN", str(outputs / "prepared" / "train"))
    monkeypatch.setenv(
        "SM_CHANNEL_VALIDATION", str(outputs / "prepared" / "validation")
    )
    monkeypatch.setenv("SM_MODEL_DIR", str(tmp_path))
    assert "best_validation_auc=0." in must_run("train")
    assert (tmp_path / "model.joblib").is_file()


def test_the_model_carries_the_code_that_serves_it(outputs: Path) -> None:
    served = outputs / "model" / "code" / "inference.py"
    assert served.read_bytes() == (ROOT / "steps" / "inference.py").read_bytes()


def test_serving_answers_requests(outputs: Path) -> None:
    inference = load_step("inference")
    model = inference.model_fn(str(outputs / "model"))
    customer = {
        "tenure_months": 2,
        "contract": "month-to-month",
        "payment_method": "invoice",
        "monthly_charge": 90.0,
        "support_calls": 6,
        "late_payments": 3,
    }
    loyal = customer | {"tenure_months": 70, "contract": "two-year"}
    loyal |= {"support_calls": 0, "late_payments": 0, "payment_method": "card"}

    rows = inference.input_fn(json.dumps([customer, loyal]), "application/json")
    leaving, staying = inference.predict_fn(rows, model)
    assert 0 <= staying < 0.5 < leaving <= 1

    text = ",".join(loyal) + "\n" + ",".join(map(str, loyal.values())) + "\n"
    table = inference.input_fn(text.encode(), "text/csv; charset=utf-8")
    assert inference.predict_fn(table, model) == pytest.approx([staying])

    body, content_type = inference.output_fn([staying], "application/json")
    assert content_type == "application/json"
    assert json.loads(body) == {"churn_probability": [staying]}
    assert inference.output_fn([0.25], "text/csv") == ("0.25\n", "text/csv")


def test_serving_refuses_what_it_cannot_read(outputs: Path) -> None:
    inference = load_step("inference")
    model = inference.model_fn(str(outputs / "model"))
    with pytest.raises(ValueError, match="Content type"):
        inference.input_fn("<customer/>", "application/xml")
    with pytest.raises(ValueError, match="Accept"):
        inference.output_fn([0.5], "application/xml")
    with pytest.raises(ValueError, match="lacks the columns"):
        inference.predict_fn(pd.DataFrame([{"tenure_months": 1}]), model)


def test_each_step_runs_alone() -> None:
    """A job may get one script only: no step may import its neighbour."""
    steps = ("prepare", "train", "evaluate")
    for step in steps:
        code = ast.parse((ROOT / "steps" / f"{step}.py").read_text(encoding="utf-8"))
        imported = {
            alias.name if isinstance(node, ast.Import) else node.module
            for node in ast.walk(code)
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for alias in node.names
        }
        assert not imported & {path.stem for path in (ROOT / "steps").glob("*.py")}
    assert {load_step(step).LABEL for step in steps} == {"churned"}
