"""The churn model: logistic regression on scaled numbers and one-hot categories.

How strongly it is regularised is chosen by AUC on the validation set. Preprocessing is
part of the pipeline and so of the model file: serving cannot prepare data differently.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

import joblib
import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

Model: TypeAlias = Pipeline

MODEL_FILE = "model.joblib"
STRENGTHS = (100.0, 10.0, 1.0, 0.1)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the hyperparameters to the options of train.py."""
    parser.add_argument(
        "--regularisation",
        type=float,
        nargs="+",
        default=STRENGTHS,
        help="strengths to try",
    )


def build(strength: float, seed: int) -> Model:
    numeric = Pipeline(
        [("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())]
    )
    categorical = Pipeline(
        [
            # An absent category is a category: it may well mean something.
            ("impute", SimpleImputer(strategy="constant", fill_value="unknown")),
            # Categories that appear only after training must not break serving.
            ("encode", OneHotEncoder(handle_unknown="ignore")),
        ]
    )
    features = ColumnTransformer(
        [
            ("numeric", numeric, make_column_selector(dtype_include="number")),
            ("categorical", categorical, make_column_selector(dtype_exclude="number")),
        ]
    )
    classifier = LogisticRegression(C=1 / strength, max_iter=1000, random_state=seed)
    return Pipeline([("features", features), ("classifier", classifier)])


def fit(
    train: pd.DataFrame,
    validation: pd.DataFrame,
    label: str,
    options: argparse.Namespace,
) -> Model:
    """Try every strength; the validation set says which is best."""
    candidates: list[tuple[float, Model]] = []
    for strength in options.regularisation:
        model = build(strength, options.seed)
        model.fit(train.drop(columns=label), train[label])
        predicted = scores(model, validation.drop(columns=label))
        auc = float(roc_auc_score(validation[label], predicted))
        print(f"regularisation={strength} validation_auc={auc:.6f}")
        candidates.append((auc, model))
    # `max` keeps the first of equals, which by default is the most strongly regularised.
    return max(candidates, key=lambda candidate: candidate[0])[1]


def columns(model: Model) -> list[str]:
    """The columns that the model wants to see."""
    return list(model.feature_names_in_)


def scores(model: Model, rows: pd.DataFrame) -> list[float]:
    """Each row's probability that the customer leaves."""
    return [float(score) for score in model.predict_proba(rows)[:, 1]]


def save(model: Model, model_dir: Path) -> None:
    joblib.dump(model, model_dir / MODEL_FILE)


def load(model_dir: Path) -> Model:
    return joblib.load(model_dir / MODEL_FILE)
