"""Measure the trained model on the test set and write `evaluation.json`.

The model is asked through the serving code that travels with it, so what is measured is
what will answer requests. The layout of the report is SageMaker's model quality layout
(contracts/evaluation.schema.json): the gate reads
`binary_classification_metrics.auc.value`, and the model registry shows it all.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tarfile
import tempfile
from pathlib import Path

import pandas as pd
from sklearn.metrics import accuracy_score, precision_score, recall_score, roc_auc_score

LABEL = "churned"
SERVING_CODE = Path("code", "inference.py")
ARCHIVE = "model.tar.gz"
# From this probability on, a customer counts as leaving.
LEAVING = 0.5


def unpack(model_dir: Path, scratch: Path) -> Path:
    """Return the directory of the model: the given one, or what its archive holds.

    A training job leaves an archive; its filter keeps every member below `scratch`.
    """
    if (model_dir / SERVING_CODE).is_file():
        return model_dir
    archive = model_dir / ARCHIVE
    if not archive.is_file():
        raise FileNotFoundError(
            f"Neither {SERVING_CODE.as_posix()} nor {ARCHIVE} is in {model_dir}"
        )
    with tarfile.open(archive) as tar:
        tar.extractall(scratch, filter="data")
    if not (scratch / SERVING_CODE).is_file():
        raise FileNotFoundError(f"{archive} does not hold {SERVING_CODE.as_posix()}")
    return scratch


def predict(model_dir: Path, rows: pd.DataFrame) -> list[float]:
    """Ask the model as an endpoint does."""
    # Before the directory of this script, which has files of the same names.
    sys.path.insert(0, str(model_dir / SERVING_CODE.parent))
    serving = importlib.import_module(SERVING_CODE.stem)
    scores: list[float] = serving.predict_fn(rows, serving.model_fn(str(model_dir)))
    return scores


def evaluate(scores: list[float], truth: pd.Series) -> dict[str, object]:
    leaving = [score >= LEAVING for score in scores]
    metrics = {
        "auc": roc_auc_score(truth, scores),
        "accuracy": accuracy_score(truth, leaving),
        "precision": precision_score(truth, leaving, zero_division=0),
        "recall": recall_score(truth, leaving, zero_division=0),
    }
    return {
        "binary_classification_metrics": {
            # One test set gives no spread; the layout says so with the text "NaN".
            name: {"value": float(value), "standard_deviation": "NaN"}
            for name, value in metrics.items()
        }
    }


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for option, default in (
        ("--model-dir", "/opt/ml/processing/input/model"),
        ("--test-dir", "/opt/ml/processing/input/test"),
        ("--output-dir", "/opt/ml/processing/output/evaluation"),
    ):
        parser.add_argument(option, type=Path, default=Path(default))
    return parser.parse_args()


def main() -> int:
    args = parse_arguments()
    test = pd.read_csv(args.test_dir / "test.csv")
    with tempfile.TemporaryDirectory() as scratch:
        model_dir = unpack(args.model_dir, Path(scratch))
        scores = predict(model_dir, test.drop(columns=LABEL))
    args.output_dir.mkdir(parents=True, exist_ok=True)
    text = json.dumps(evaluate(scores, test[LABEL]), indent=2)
    (args.output_dir / "evaluation.json").write_text(text + "\n", encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
