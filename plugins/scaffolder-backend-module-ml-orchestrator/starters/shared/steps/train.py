"""Train the churn classifier and write it, with its serving code, to the model directory.

Logistic regression; its regularisation strength is chosen by AUC on the validation set.
The test set is never seen here.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

import joblib
import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

LABEL = "churned"
REGULARISATION = (0.01, 0.1, 1.0, 10.0)
SERVING_CODE = "inference.py"


def build_model(c: float, seed: int) -> Pipeline:
    """Preprocessing travels inside the model, so serving cannot prepare data differently."""
    numeric = Pipeline(
        [("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())]
    )
    # `unknown` categories that appear only after training must not break serving.
    categorical = OneHotEncoder(handle_unknown="ignore")
    features = ColumnTransformer(
        [
            ("numeric", numeric, make_column_selector(dtype_include="number")),
            ("categorical", categorical, make_column_selector(dtype_exclude="number")),
        ]
    )
    classifier = LogisticRegression(C=c, max_iter=1000, random_state=seed)
    return Pipeline([("features", features), ("classifier", classifier)])


def auc_of(model: Pipeline, data: pd.DataFrame) -> float:
    scores = model.predict_proba(data.drop(columns=LABEL))[:, 1]
    return float(roc_auc_score(data[LABEL], scores))


def choose_model(train: pd.DataFrame, validation: pd.DataFrame, seed: int) -> Pipeline:
    candidates: list[tuple[float, Pipeline]] = []
    for c in REGULARISATION:
        model = build_model(c, seed).fit(train.drop(columns=LABEL), train[LABEL])
        score = auc_of(model, validation)
        # One line per candidate, in the form that a SageMaker metric definition can read.
        print(f"c={c} validation_auc={score:.6f}")
        candidates.append((score, model))
    # `max` keeps the first of equals: the most strongly regularised model.
    best_score, best = max(candidates, key=lambda candidate: candidate[0])
    print(f"best_validation_auc={best_score:.6f}")
    return best


def save(model: Pipeline, model_dir: Path) -> None:
    """Write `model.joblib` and the code that serves it.

    SageMaker packs the directory as model.tar.gz; with `code/` inside, the registered
    model needs nothing else to be deployed.
    """
    code_dir = model_dir / "code"
    code_dir.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, model_dir / "model.joblib")
    shutil.copyfile(
        Path(__file__).resolve().with_name(SERVING_CODE), code_dir / SERVING_CODE
    )


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for option, variable, default in (
        ("--train-dir", "SM_CHANNEL_TRAIN", "/opt/ml/input/data/train"),
        ("--validation-dir", "SM_CHANNEL_VALIDATION", "/opt/ml/input/data/validation"),
        ("--model-dir", "SM_MODEL_DIR", "/opt/ml/model"),
    ):
        parser.add_argument(
            option, type=Path, default=Path(os.environ.get(variable, default))
        )
    parser.add_argument("--seed", type=int, default=42)
    return parser.parse_args()


def main() -> None:
    args = parse_arguments()
    model = choose_model(
        pd.read_csv(args.train_dir / "train.csv"),
        pd.read_csv(args.validation_dir / "validation.csv"),
        args.seed,
    )
    save(model, args.model_dir)


if __name__ == "__main__":
    main()
