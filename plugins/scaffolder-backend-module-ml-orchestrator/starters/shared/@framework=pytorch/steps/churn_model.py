"""The churn model: a small neural network on scaled numbers and one-hot categories.

Training stops when the AUC on the validation set no longer grows. How to fill, scale and
encode is saved with the weights: serving cannot prepare data differently. The file holds
tensors, texts and lists only, so it can be loaded without running code from it.
"""

from __future__ import annotations

import argparse
import copy
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

MODEL_FILE = "model.pt"
BATCH_SIZE = 32
MAX_EPOCHS = 200
# Training ends when this many epochs in a row did not help.
PATIENCE = 20

Categories: TypeAlias = dict[str, list[str]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the hyperparameters to the options of train.py."""
    parser.add_argument("--hidden-units", type=int, default=16)
    parser.add_argument("--learning-rate", type=float, default=0.01)
    parser.add_argument("--weight-decay", type=float, default=0.01)


class ChurnNetwork(nn.Module):
    """From a row to the log-odds that the customer leaves."""

    median: Tensor
    mean: Tensor
    deviation: Tensor

    def __init__(
        self, numeric: list[str], categories: Categories, hidden_units: int
    ) -> None:
        super().__init__()
        self.numeric = numeric
        self.categories = categories
        self.hidden_units = hidden_units
        # Buffers are saved with the weights, but not trained.
        for name in ("median", "mean", "deviation"):
            self.register_buffer(name, torch.zeros(len(numeric)))
        inputs = len(numeric) + sum(len(known) for known in categories.values())
        self.layers = nn.Sequential(
            nn.Linear(inputs, hidden_units), nn.ReLU(), nn.Linear(hidden_units, 1)
        )

    def numbers(self, rows: pd.DataFrame) -> Tensor:
        return torch.tensor(rows[self.numeric].to_numpy(dtype="float32"))

    def learn_scale(self, rows: pd.DataFrame) -> None:
        numbers = self.numbers(rows)
        self.median = numbers.nanmedian(dim=0).values
        filled = torch.where(numbers.isnan(), self.median, numbers)
        self.mean = filled.mean(dim=0)
        # A column that never changes must not divide by zero.
        self.deviation = filled.std(dim=0).clamp(min=1e-6)

    def encode(self, rows: pd.DataFrame) -> Tensor:
        numbers = self.numbers(rows)
        filled = torch.where(numbers.isnan(), self.median, numbers)
        parts = [(filled - self.mean) / self.deviation]
        for name, known in self.categories.items():
            # An absent or unknown category leaves all its columns 0.
            for value in known:
                column = torch.tensor(rows[name].eq(value).to_numpy(dtype=bool))
                parts.append(column.unsqueeze(1))
        return torch.cat(parts, dim=1)

    def forward(self, inputs: Tensor) -> Tensor:
        log_odds: Tensor = self.layers(inputs)
        return log_odds.squeeze(1)


Model: TypeAlias = ChurnNetwork


def fit(
    train: pd.DataFrame,
    validation: pd.DataFrame,
    label: str,
    options: argparse.Namespace,
) -> Model:
    """Train until the AUC on the validation set stops growing; keep the best epoch."""
    torch.manual_seed(options.seed)
    torch.use_deterministic_algorithms(True)
    # One thread adds in one order. A network this small would gain nothing from more.
    torch.set_num_threads(1)

    features = train.drop(columns=label)
    texts = features.select_dtypes(exclude="number")
    model = ChurnNetwork(
        list(features.select_dtypes("number")),
        {name: sorted(texts[name].dropna().unique()) for name in texts},
        options.hidden_units,
    )
    model.learn_scale(features)
    truth = torch.tensor(train[label].to_numpy(dtype="float32"))
    batches = DataLoader(
        TensorDataset(model.encode(features), truth), BATCH_SIZE, shuffle=True
    )
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=options.learning_rate, weight_decay=options.weight_decay
    )
    loss = nn.BCEWithLogitsLoss()

    best_auc, best_epoch, best_weights = 0.0, 0, model.state_dict()
    for epoch in range(1, MAX_EPOCHS + 1):
        for inputs, left in batches:
            optimizer.zero_grad()
            loss(model(inputs), left).backward()
            optimizer.step()
        predicted = scores(model, validation.drop(columns=label))
        auc = float(roc_auc_score(validation[label], predicted))
        print(f"epoch={epoch} validation_auc={auc:.6f}")
        if auc > best_auc:
            best_auc, best_epoch = auc, epoch
            best_weights = copy.deepcopy(model.state_dict())
        elif epoch - best_epoch >= PATIENCE:
            break
    model.load_state_dict(best_weights)
    return model


def columns(model: Model) -> list[str]:
    """The columns that the model wants to see."""
    return [*model.numeric, *model.categories]


def scores(model: Model, rows: pd.DataFrame) -> list[float]:
    """Each row's probability that the customer leaves."""
    with torch.inference_mode():
        probabilities: list[float] = torch.sigmoid(model(model.encode(rows))).tolist()
    return probabilities


def save(model: Model, model_dir: Path) -> None:
    content = {
        "numeric": model.numeric,
        "categories": model.categories,
        "hidden_units": model.hidden_units,
        "weights": model.state_dict(),
    }
    torch.save(content, model_dir / MODEL_FILE)


def load(model_dir: Path) -> Model:
    content = torch.load(model_dir / MODEL_FILE, map_location="cpu", weights_only=True)
    weights = content.pop("weights")
    model = ChurnNetwork(**content)
    model.load_state_dict(weights)
    return model.eval()
