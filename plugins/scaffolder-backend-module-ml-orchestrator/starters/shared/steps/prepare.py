"""Check the raw customers and split them into train, validation and test.

Bad data stops the run here, with every problem listed, before anything costly starts.
This file imports nothing from its neighbours, so it can be uploaded on its own.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd
from sklearn.model_selection import train_test_split

ID = "customer_id"
LABEL = "churned"
# Column → smallest and largest value that can be true.
NUMERIC = {
    "tenure_months": (0, 1200),
    "monthly_charge": (0, 10_000),
    "support_calls": (0, 1000),
    "late_payments": (0, 1000),
}
CATEGORIES = {
    "contract": ("month-to-month", "one-year", "two-year"),
    "payment_method": ("card", "bank-transfer", "invoice"),
}
FEATURES = (*NUMERIC, *CATEGORIES)
MIN_ROWS = 200
MIN_ROWS_PER_CLASS = 20
MAX_MISSING_SHARE = 0.05

# SageMaker shows what a processing job writes here as the reason why it failed.
EXIT_MESSAGE = Path("/opt/ml/output/message")


class DataQualityError(ValueError):
    """The raw data breaks the rules; the message lists every broken one."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(
            "The customer data cannot be used:\n"
            + "\n".join(f"- {problem}" for problem in problems)
        )


def read_raw(input_dir: Path) -> pd.DataFrame:
    """Read every CSV file of the directory as text, so that no value is guessed at."""
    files = sorted(input_dir.glob("*.csv"))
    if not files:
        raise DataQualityError([f"no .csv file in {input_dir}"])
    return pd.concat(
        [pd.read_csv(file, dtype=str) for file in files], ignore_index=True
    )


def check_columns(raw: pd.DataFrame) -> list[str]:
    expected = {ID, LABEL, *FEATURES}
    problems = [
        f"column {name!r} is missing" for name in sorted(expected - set(raw.columns))
    ]
    problems += [
        f"column {name!r} is unknown; add it to steps/prepare.py or leave it out"
        for name in sorted(set(raw.columns) - expected)
    ]
    return problems


def check_values(raw: pd.DataFrame) -> list[str]:
    problems: list[str] = []
    if len(raw) < MIN_ROWS:
        problems.append(f"{len(raw)} rows; at least {MIN_ROWS} are needed")

    if raw[ID].isna().any():
        problems.append(f"{ID!r} is empty in {int(raw[ID].isna().sum())} rows")
    repeated = sorted(set(raw[ID].dropna()[raw[ID].dropna().duplicated()]))
    if repeated:
        problems.append(f"{ID!r} is repeated, for example {repeated[:3]}")

    labels = raw[LABEL].value_counts()
    if not raw[LABEL].isin(["0", "1"]).all():
        problems.append(f"{LABEL!r} must be 0 or 1 in every row")
    elif any(labels.get(value, 0) < MIN_ROWS_PER_CLASS for value in ("0", "1")):
        problems.append(
            f"{LABEL!r} needs at least {MIN_ROWS_PER_CLASS} rows of each class"
        )

    for name in FEATURES:
        share = float(raw[name].isna().mean())
        if share > MAX_MISSING_SHARE:
            problems.append(
                f"{name!r} is empty in {share:.0%} of the rows; "
                f"at most {MAX_MISSING_SHARE:.0%} may be"
            )

    for name, (low, high) in NUMERIC.items():
        given = raw[name].dropna()
        numbers = pd.to_numeric(given, errors="coerce")
        not_numbers = sorted(set(given[numbers.isna()]))
        if not_numbers:
            problems.append(
                f"{name!r} holds text that is not a number: {not_numbers[:3]}"
            )
        outside = int(((numbers < low) | (numbers > high)).sum())
        if outside:
            problems.append(f"{name!r} is outside {low}–{high} in {outside} rows")

    for name, allowed in CATEGORIES.items():
        unknown = sorted(set(raw[name].dropna()) - set(allowed))
        if unknown:
            problems.append(f"{name!r} holds unknown values: {unknown[:3]}")
    return problems


def clean(raw: pd.DataFrame) -> pd.DataFrame:
    """Return typed features and label, or raise with everything that is wrong."""
    problems = check_columns(raw) or check_values(raw)
    if problems:
        raise DataQualityError(problems)
    # The identifier is left out: a model that sees it can learn the rows by heart.
    frame = raw[[*FEATURES]].copy()
    for name in NUMERIC:
        frame[name] = pd.to_numeric(frame[name])
    frame[LABEL] = raw[LABEL].astype(int)
    return frame


def split(frame: pd.DataFrame, seed: int) -> dict[str, pd.DataFrame]:
    """60 % train, 20 % validation, 20 % test, each with the same share of churn."""
    rest, test = train_test_split(
        frame, test_size=0.2, stratify=frame[LABEL], random_state=seed
    )
    train, validation = train_test_split(
        rest, test_size=0.25, stratify=rest[LABEL], random_state=seed
    )
    return {"train": train, "validation": validation, "test": test}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--input-dir", type=Path, default=Path("/opt/ml/processing/input/data")
    )
    parser.add_argument(
        "--output-dir", type=Path, default=Path("/opt/ml/processing/output")
    )
    parser.add_argument("--seed", type=int, default=42)
    return parser.parse_args()


def main() -> int:
    args = parse_arguments()
    try:
        parts = split(clean(read_raw(args.input_dir)), args.seed)
    except DataQualityError as error:
        print(error, file=sys.stderr)
        if EXIT_MESSAGE.parent.is_dir():
            # The service keeps at most one kilobyte.
            EXIT_MESSAGE.write_bytes(str(error).encode("utf-8")[:1024])
        return 1
    for name, part in parts.items():
        path = args.output_dir / name / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        part.to_csv(path, index=False)
        print(f"{name}: {len(part)} rows, {part[LABEL].mean():.1%} churned")
    return 0


if __name__ == "__main__":
    sys.exit(main())
