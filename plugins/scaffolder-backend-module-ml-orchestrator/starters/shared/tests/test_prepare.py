"""The data checks and the split, run for real on good and on bad data."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pandas as pd
import pytest
from run_steps import DATA, Rows, load_step, must_run, run_step, sample, write_csv


def each(column: str, value: str, every: int = 1) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        for row in rows[::every]:
            row[column] = value

    return change


def without(column: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        for row in rows:
            del row[column]

    return change


def repeat_first(rows: Rows) -> None:
    rows.append(dict(rows[0]))


def keep_ten(rows: Rows) -> None:
    del rows[10:]


def test_the_split_loses_and_leaks_nothing(tmp_path: Path) -> None:
    must_run("prepare", "--input-dir", DATA.parent, "--output-dir", tmp_path)
    parts = {
        name: pd.read_csv(tmp_path / name / f"{name}.csv")
        for name in ("train", "validation", "test")
    }
    assert sum(len(part) for part in parts.values()) == len(pd.read_csv(DATA))
    for part in parts.values():
        assert "customer_id" not in part.columns
        assert set(part["churned"]) == {0, 1}
    shares = [part["churned"].mean() for part in parts.values()]
    assert max(shares) - min(shares) < 0.02


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("support_calls"), "column 'support_calls' is missing"),
        (each("shoe_size", "42"), "column 'shoe_size' is unknown"),
        (each("churned", "yes", every=50), "'churned' must be 0 or 1"),
        (each("churned", "", every=50), "'churned' must be 0 or 1"),
        (each("churned", "0"), "rows of each class"),
        (each("monthly_charge", "", every=3), "'monthly_charge' is empty in 3"),
        (each("monthly_charge", "a lot", every=90), "not a number: ['a lot']"),
        (each("tenure_months", "-1", every=90), "'tenure_months' is outside"),
        (each("contract", "weekly", every=90), "unknown values: ['weekly']"),
        (repeat_first, "'customer_id' is repeated, for example ['C00001']"),
        (each("customer_id", "", every=90), "'customer_id' is empty in"),
        (keep_ten, "10 rows; at least 200 are needed"),
    ],
)
def test_bad_data_is_refused_with_the_reason(
    change: Callable[[Rows], None],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = sample()
    change(rows)
    raw, output = tmp_path / "raw", tmp_path / "out"
    write_csv(rows, raw / "bad.csv")

    # In this process: starting one for each case would take much longer than the checks.
    arguments = ["prepare.py", "--input-dir", str(raw), "--output-dir", str(output)]
    monkeypatch.setattr("sys.argv", arguments)
    exit_code = load_step("prepare").main()

    assert exit_code == 1
    assert message in capsys.readouterr().err
    assert not output.exists()


def test_a_directory_without_data_is_refused(tmp_path: Path) -> None:
    done = run_step("prepare", "--input-dir", tmp_path, "--output-dir", tmp_path)
    assert done.returncode == 1
    assert "no .csv file" in done.stderr
    assert "Traceback" not in done.stderr
