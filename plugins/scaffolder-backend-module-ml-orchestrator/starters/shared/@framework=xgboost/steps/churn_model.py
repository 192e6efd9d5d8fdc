"""The churn model: gradient-boosted trees, as many as the validation set finds useful.

XGBoost takes numbers, gaps and categories as they are. Which categories there are is
kept in the model file itself: serving cannot prepare data differently. The file is in
XGBoost's own format, which later versions read as well; a pickle promises no such thing.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TypeAlias

import pandas as pd
from xgboost import XGBClassifier

Model: TypeAlias = XGBClassifier
Categories: TypeAlias = dict[str, list[str]]

MODEL_FILE = "model.ubj"
# An attribute of the model: column → the categories that it was trained with.
CATEGORIES = "categories"
MAX_TREES = 500
# Training ends when this many trees in a row did not help.
PATIENCE = 30


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the hyperparameters to the options of train.py."""
    parser.add_argument("--max-depth", type=int, default=2)
    parser.add_argument("--learning-rate", type=float, default=0.1)


def typed(rows: pd.DataFrame, categories: Categories) -> pd.DataFrame:
    """Number the categories as in training; an unknown one becomes a gap."""
    frame = rows.copy()
    for name in rows:
        if name in categories:
            known = rows[name].where(rows[name].isin(categories[name]))
            frame[name] = pd.Categorical(known, categories=categories[name])
        else:
            frame[name] = rows[name].astype(float)
    return frame


def fit(
    train: pd.DataFrame,
    validation: pd.DataFrame,
    label: str,
    options: argparse.Namespace,
) -> Model:
    """Add trees while the AUC on the validation set grows."""
    features = train.drop(columns=label)
    texts = features.select_dtypes(exclude="number")
    categories = {name: sorted(texts[name].dropna().unique()) for name in texts}
    model = XGBClassifier(
        n_estimators=MAX_TREES,
        max_depth=options.max_depth,
        learning_rate=options.learning_rate,
        eval_metric="auc",
        early_stopping_rounds=PATIENCE,
        enable_categorical=True,
        random_state=options.seed,
    )
    unseen = typed(validation.drop(columns=label), categories)
    model.fit(
        typed(features, categories),
        train[label],
        eval_set=[(unseen, validation[label])],
        verbose=False,
    )
    print(f"trees={model.best_iteration + 1}")
    model.get_booster().set_attr(**{CATEGORIES: json.dumps(categories)})
    return model


def columns(model: Model) -> list[str]:
    """The columns that the model wants to see."""
    return list(model.feature_names_in_)


def scores(model: Model, rows: pd.DataFrame) -> list[float]:
    """Each row's probability that the customer leaves."""
    categories = json.loads(model.get_booster().attr(CATEGORIES) or "{}")
    predicted = model.predict_proba(typed(rows, categories))[:, 1]
    return [float(score) for score in predicted]


def save(model: Model, model_dir: Path) -> None:
    model.save_model(model_dir / MODEL_FILE)


def load(model_dir: Path) -> Model:
    model = XGBClassifier(enable_categorical=True)
    model.load_model(model_dir / MODEL_FILE)
    return model
