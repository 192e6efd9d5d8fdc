"""Measure the trained model on the test set and write `evaluation.json`.

The layout is SageMaker's model quality layout (contracts/evaluation.schema.json): the
gate reads `binary_classification_metrics.auc.value`, and the model registry shows it all.
"""

from __future__ import annotations

import argparse
import json
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

import joblib
import pandas as pd
from sklearn.metrics import accuracy_score, precision_score, recall_score, roc_auc_score
from sklearn.pipeline import Pipeline

LABEL = "churned"
MODEL_FILE = "model.joblib"


def load_model(model_dir: Path) -> Pipeline:
    """Load the model from the directory, or from the archive a training job leaves there."""
    if (model_dir / MODEL_FILE).is_file():
        return joblib.load(model_dir / MODEL_FILE)
    archive = model_dir / "model.tar.gz"
    if not archive.is_file():
        raise FileNotFoundError(
            f"Neither {MODEL_FILE} nor model.tar.gz is in {model_dir}"
        )
    with tarfile.open(archive) as tar, tempfile.TemporaryDirectory() as unpacked:
        # Read the one member that is needed: nothing else in the archive is written out,
        # whatever path it claims.
        names = {str(PurePosixPath(name)): name for name in tar.getnames()}
        if MODEL_FILE not in names:
            raise FileNotFoundError(f"{archive} does not hold {MODEL_FILE}")
        member = tar.extractfile(names[MODEL_FILE])
        if member is None:
            raise FileNotFoundError(f"{MODEL_FILE} in {archive} is not a file")
        target = Path(unpacked) / MODEL_FILE
        target.write_bytes(member.read())
        return joblib.load(target)


def evaluate(model: Pipeline, test: pd.DataFrame) -> dict[str, object]:
    features, truth = test.drop(columns=LABEL), test[LABEL]
    scores = model.predict_proba(features)[:, 1]
    predicted = model.predict(features)
    metrics = {
        "auc": roc_auc_score(truth, scores),
        "accuracy": accuracy_score(truth, predicted),
        "precision": precision_score(truth, predicted, zero_division=0),
        "recall": recall_score(truth, predicted, zero_division=0),
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
    report = evaluate(
        load_model(args.model_dir), pd.read_csv(args.test_dir / "test.csv")
    )
    args.output_dir.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report, indent=2)
    (args.output_dir / "evaluation.json").write_text(text + "\n", encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
