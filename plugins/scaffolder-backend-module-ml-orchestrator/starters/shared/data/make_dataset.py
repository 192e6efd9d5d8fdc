"""Write the sample customers: synthetic, seeded, the same bytes every time.

Nobody in this data set exists. The rows are drawn from the rules below, so there is no
source to credit and nothing to anonymise; `data/customers.csv` and this script's output
are dedicated to the public domain (CC0 1.0).

    python data/make_dataset.py --output data/customers.csv
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import random
from pathlib import Path

SEED = 20240501
ROWS = 600
COLUMNS = (
    "customer_id",
    "tenure_months",
    "contract",
    "payment_method",
    "monthly_charge",
    "support_calls",
    "late_payments",
    "churned",
)

# What each property adds to the log-odds of leaving. The size of these numbers decides how
# well any model can do: they were chosen for an AUC near 0.9, good but not perfect.
CONTRACT_WEIGHT = {"month-to-month": 1.9, "one-year": -0.6, "two-year": -2.6}
PAYMENT_WEIGHT = {"card": -0.3, "bank-transfer": -0.5, "invoice": 0.9}
BASE_LOG_ODDS = -2.7


def pick(rng: random.Random, weighted: tuple[tuple[str, float], ...]) -> str:
    """Choose one value by weight. Uses only `random()`, whose sequence Python guarantees."""
    point = rng.random() * sum(weight for _, weight in weighted)
    for value, weight in weighted:
        point -= weight
        if point < 0:
            return value
    return weighted[-1][0]


def count(rng: random.Random, mean: float, limit: int) -> int:
    """A Poisson-distributed count, cut off at `limit`."""
    product, threshold, events = rng.random(), math.exp(-mean), 0
    while product > threshold and events < limit:
        product *= rng.random()
        events += 1
    return events


def customer(rng: random.Random, number: int) -> list[str]:
    contract = pick(
        rng, (("month-to-month", 0.5), ("one-year", 0.28), ("two-year", 0.22))
    )
    payment = pick(rng, (("card", 0.5), ("bank-transfer", 0.3), ("invoice", 0.2)))
    tenure = 1 + int(72 * rng.random() ** 1.5)
    charge = 18 + 82 * rng.random()
    calls = count(rng, mean=1.4, limit=12)
    late = count(rng, mean=0.8, limit=10)

    log_odds = (
        BASE_LOG_ODDS
        + CONTRACT_WEIGHT[contract]
        + PAYMENT_WEIGHT[payment]
        - 0.05 * (tenure - 24)
        + 0.03 * (charge - 55)
        + 0.75 * calls
        + 0.7 * late
    )
    churned = rng.random() < 1 / (1 + math.exp(-log_odds))
    # Billing systems lose values; the pipeline must cope with a few of them.
    charge_text = "" if rng.random() < 0.01 else f"{charge:.2f}"
    return [
        f"C{number:05d}",
        str(tenure),
        contract,
        payment,
        charge_text,
        str(calls),
        str(late),
        str(int(churned)),
    ]


def make_csv(rows: int = ROWS, seed: int = SEED) -> str:
    rng = random.Random(seed)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(customer(rng, number) for number in range(1, rows + 1))
    return text.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--output", type=Path, default=Path(__file__).with_name("customers.csv")
    )
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    # Bytes, not text mode: line endings must not depend on the operating system.
    args.output.write_bytes(make_csv(args.rows, args.seed).encode("utf-8"))


if __name__ == "__main__":
    main()
