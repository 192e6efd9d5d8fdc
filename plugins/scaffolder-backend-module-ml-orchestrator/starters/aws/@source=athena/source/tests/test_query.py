"""The query, on the sample data: DuckDB runs it, translated from the dialect of Athena."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import sqlglot

ROOT = Path(__file__).resolve().parents[2]
QUERY = (ROOT / "source" / "customers.sql").read_text("utf-8")
SAMPLE = ROOT / "data" / "customers.csv"


def sample() -> list[tuple[str, ...]]:
    with SAMPLE.open(newline="", encoding="utf-8") as file:
        return [tuple(row) for row in csv.reader(file)]


def answer(*files: Path) -> tuple[list[str], list[tuple[str, ...]]]:
    """What the query gives, with a table of texts over the files as in infra/source.ts."""
    (sql,) = sqlglot.transpile(QUERY, read="athena", write="duckdb")
    with duckdb.connect() as database:
        database.from_csv_auto(
            [str(file) for file in files], header=True, all_varchar=True
        ).create_view("customers")
        result = database.execute(sql)
        assert result.description is not None
        header = [column[0] for column in result.description]
        # Empty fields are empty texts in Athena.
        rows = [tuple(value or "" for value in row) for row in result.fetchall()]
    return header, rows


def test_it_is_one_statement_that_only_reads() -> None:
    (statement,) = sqlglot.parse(QUERY, read="athena")
    assert isinstance(statement, sqlglot.exp.Select)


def test_the_result_on_the_sample_is_what_prepare_takes() -> None:
    header, rows = answer(SAMPLE)
    # prepare.py takes the sample, so it takes this.
    assert header == list(sample()[0])
    assert sorted(rows) == sorted(sample()[1:])


def test_a_customer_in_two_files_counts_once(tmp_path: Path) -> None:
    copy = tmp_path / "copy.csv"
    copy.write_bytes(SAMPLE.read_bytes())
    _, rows = answer(SAMPLE, copy)
    assert len(rows) == len(sample()) - 1
