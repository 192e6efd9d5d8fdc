"""Make one row for each customer of the raw CSV files, with Spark, and write them as CSV with a header.

A customer may be in several files, and the newest file is right. What is the same twice in one file
counts once; what differs within one file stays, for prepare to refuse.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ID = "customer_id"


def read_raw(spark: SparkSession, address: str) -> DataFrame:
    """Read a file, or the files directly below a prefix, as text, so that no value is guessed at."""
    return (
        spark.read.option("header", True)
        # A file with other columns, or in another order, stops the run.
        .option("enforceSchema", False)
        .option("mode", "FAILFAST")
        # Quotes within a value are doubled, as CSV has them and Spark by itself does not.
        .option("escape", '"')
        .option("pathGlobFilter", "*.csv")
        .csv(address)
    )


def newest(raw: DataFrame) -> DataFrame:
    """Each customer's rows of the newest file that has some, without repetitions."""
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    age = Window.partitionBy(ID).orderBy(
        sql.col("_metadata.file_modification_time").desc(),
        # Files of the same moment: the same choice in every run.
        sql.col("_metadata.file_path").desc(),
    )
    return (
        raw.select(*raw.columns, sql.rank().over(age).alias("_age"))
        .where("_age = 1")
        .drop("_age")
        .distinct()
    )


def write(rows: DataFrame, address: str) -> None:
    """Replaces what an earlier try has left."""
    rows.write.mode("overwrite").option("header", True).option("escape", '"').csv(
        address
    )


def parse_arguments(given: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", required=True, help="a prefix, or one file")
    parser.add_argument("--output", required=True, help="a prefix")
    # Glue adds arguments of its own.
    args, _ = parser.parse_known_args(given)
    return args


def main() -> int:
    # Only here: tests of the pipeline read the options without Spark.
    from pyspark.sql import SparkSession

    args = parse_arguments()
    spark = SparkSession.builder.appName("extract").getOrCreate()
    write(newest(read_raw(spark, args.input)), args.output)
    return 0


if __name__ == "__main__":
    code = main()
    # Glue takes any call of exit for a failure.
    if code != 0:
        sys.exit(code)
