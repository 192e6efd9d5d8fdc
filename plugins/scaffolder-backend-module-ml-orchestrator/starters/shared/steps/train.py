"""Train the churn model and write it, with the code that serves it, to the model directory.

How the model learns is in churn_model.py. The test set is never seen here.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

import churn_model
import pandas as pd
from sklearn.metrics import roc_auc_score

LABEL = "churned"
SERVING_CODE = ("inference.py", "churn_model.py")


def save(model: churn_model.Model, model_dir: Path) -> None:
    """Write the model and the code that serves it.

    SageMaker packs the directory as model.tar.gz; with `code/` inside, the registered
    model needs nothing else to be evaluated and deployed.
    """
    code_dir = model_dir / "code"
    code_dir.mkdir(parents=True, exist_ok=True)
    churn_model.save(model, model_dir)
    for name in SERVING_CODE:
        shutil.copyfile(Path(__file__).resolve().with_name(name), code_dir / name)


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
    churn_model.add_options(parser)
    return parser.parse_args()


def main() -> None:
    args = parse_arguments()
    train = pd.read_csv(args.train_dir / "train.csv")
    validation = pd.read_csv(args.validation_dir / "validation.csv")
    model = churn_model.fit(train, validation, LABEL, args)
    scores = churn_model.scores(model, validation.drop(columns=LABEL))
    # In the form that a SageMaker metric definition can read; tuning compares it.
    print(f"best_validation_auc={roc_auc_score(validation[LABEL], scores):.6f}")
    save(model, args.model_dir)


if __name__ == "__main__":
    main()
