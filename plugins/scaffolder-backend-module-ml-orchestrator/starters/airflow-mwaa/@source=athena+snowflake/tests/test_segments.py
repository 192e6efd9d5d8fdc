"""What config/segments.yaml may say where the data of all customers comes from one query."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import EXAMPLE, ID, Load, parse, write_dags


def test_there_is_one_segment_and_no_folder_of_data(load: Load) -> None:
    dags = load(segments=[{"name": "vip", "metricThreshold": 0.9}])
    assert list(dags) == [f"{ID}-vip"]
    assert dags[f"{ID}-vip"].params.dump() == {"metric_threshold": 0.9}


@pytest.mark.parametrize(
    ("segments", "problem"),
    [
        ([], "must list at least one"),
        ([{"name": "all"}, {"name": "vip"}], "the data comes from one query"),
        ([{"name": "all", "dataPrefix": "data/"}], "dataPrefix is not known"),
    ],
)
def test_what_cannot_be_is_shown_as_an_import_error(
    database: None, segments: list[Any], problem: str
) -> None:
    write_dags(EXAMPLE, segments)
    (error,) = parse().import_errors.values()
    assert "segments.yaml" in error
    assert problem in error
