"""The step scripts, run for real on the sample data."""

from __future__ import annotations

import ast
import io
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from run_steps import (
    DATA,
    ROOT,
    STEPS,
    load_step,
    must_run,
    run_all,
    run_step,
    sample,
    sample_run,
    train,
    write_csv,
)

# What the images of the jobs have. An orchestrator is not among them.
LIBRARIES = {"joblib", "pandas", "sklearn", "torch", "xgboost"}
# Options of train.py, each with some of the frameworks.
HYPERPARAMETERS = {
    "--hidden-units": "8",
    "--learning-rate": "0.05",
    "--max-depth": "3",
    "--regularisation": "2.5",
    "--weight-decay": "0.001",
}


@pytest.fixture(scope="module")
def outputs() -> Path:
    return sample_run()


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


def test_the_sample_data_can_be_made_again(tmp_path: Path) -> None:
    again = tmp_path / "customers.csv"
    script = ROOT / "data" / "make_dataset.py"
    subprocess.run([sys.executable, str(script), "--output", str(again)], check=True)
    assert again.read_bytes() == DATA.read_bytes()


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


def test_a_few_gaps_in_any_column_are_no_obstacle(tmp_path: Path) -> None:
    rows = sample()
    features = [name for name in rows[0] if name not in ("customer_id", "churned")]
    for offset, name in enumerate(features):
        for row in rows[offset::40]:
            row[name] = ""
    write_csv(rows, tmp_path / "raw" / "gaps.csv")
    said = train(tmp_path, tmp_path / "raw").splitlines()[-1]
    assert float(said.removeprefix("best_validation_auc=")) > 0.75


def test_train_takes_what_sagemaker_gives(
    outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = outputs / "prepared"
    monkeypatch.setenv("SM_CHANNEL_TRAIN", str(prepared / "train"))
    monkeypatch.setenv("SM_CHANNEL_VALIDATION", str(prepared / "validation"))
    monkeypatch.setenv("SM_MODEL_DIR", str(tmp_path))
    code = (STEPS / "churn_model.py").read_text(encoding="utf-8")
    given = [
        word
        for option, value in HYPERPARAMETERS.items()
        if f'"{option}"' in code
        for word in (option, value)
    ]
    assert given
    assert "best_validation_auc=0." in must_run("train", *given)
    assert names(tmp_path) == names(outputs / "model")


def names(directory: Path) -> set[str]:
    files = (path.relative_to(directory) for path in directory.rglob("*.*"))
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


def evaluate(model_dir: Path, outputs: Path) -> subprocess.CompletedProcess[str]:
    """Evaluate what is in `model_dir`, into a directory below it."""
    return run_step(
        "evaluate",
        *("--model-dir", model_dir),
        *("--test-dir", outputs / "prepared" / "test"),
        *("--output-dir", model_dir / "evaluation"),
    )


def test_evaluate_reads_the_archive_of_a_training_job(
    outputs: Path, tmp_path: Path, evaluation: dict[str, Any]
) -> None:
    with tarfile.open(tmp_path / "model.tar.gz", "w:gz") as archive:
        archive.add(outputs / "model", arcname=".")
    assert evaluate(tmp_path, outputs).returncode == 0
    text = (tmp_path / "evaluation" / "evaluation.json").read_text(encoding="utf-8")
    assert json.loads(text) == evaluation


def test_evaluate_measures_what_will_be_served(outputs: Path, tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(outputs / "model", model)
    with (model / "code" / "inference.py").open("a", encoding="utf-8") as code:
        code.write("\n\ndef predict_fn(rows, model):\n    return [0.5] * len(rows)\n")
    assert evaluate(model, outputs).returncode == 0
    text = (model / "evaluation" / "evaluation.json").read_text(encoding="utf-8")
    assert json.loads(text)["binary_classification_metrics"]["auc"]["value"] == 0.5


def test_evaluate_writes_no_report_without_a_model(
    outputs: Path, tmp_path: Path
) -> None:
    done = evaluate(tmp_path, outputs)
    assert done.returncode != 0
    assert "Neither code/inference.py nor model.tar.gz is in" in done.stderr
    assert not (tmp_path / "evaluation").exists()


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ("weights", "does not hold code/inference.py"),
        ("../escaped", "outside the destination"),
    ],
)
def test_evaluate_refuses_other_archives(
    member: str, message: str, tmp_path: Path
) -> None:
    with tarfile.open(tmp_path / "model.tar.gz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo(member), io.BytesIO())
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with pytest.raises((FileNotFoundError, tarfile.TarError), match=message):
        load_step("evaluate").unpack(tmp_path, scratch)
    assert not (tmp_path / "escaped").exists()


def imports(step: str) -> set[str]:
    code = ast.parse((STEPS / f"{step}.py").read_text(encoding="utf-8"))
    found = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(code)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    return {name.split(".")[0] for name in found}


def test_the_steps_need_only_what_the_images_have() -> None:
    steps = {"prepare", "train", "evaluate", "inference", "churn_model"}
    for step in steps:
        assert imports(step) <= LIBRARIES | set(sys.stdlib_module_names) | steps, step
    # These two stand alone; what they know of the model, its archive tells them.
    assert not (imports("prepare") | imports("evaluate")) & steps


def test_the_steps_agree_on_the_label() -> None:
    for step in ("prepare", "train", "evaluate"):
        assert 'LABEL = "churned"\n' in (STEPS / f"{step}.py").read_text("utf-8")
