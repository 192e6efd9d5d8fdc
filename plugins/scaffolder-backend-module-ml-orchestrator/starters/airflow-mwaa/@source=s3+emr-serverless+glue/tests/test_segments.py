"""What config/segments.yaml may say, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import EXAMPLE, ID, Load, parse, write_dags


def test_each_segment_has_a_dag_with_its_own_data_and_threshold(load: Load) -> None:
    dags = load(
        segments=[
            {"name": "all"},
            {"name": "vip", "metricThreshold": 0.9},
            {"name": "smallfirms", "dataPrefix": "data/companies/small/"},
        ]
    )
    assert {
        name: (dag.params["data_prefix"], dag.params["metric_threshold"])
        for name, dag in dags.items()
    } == {
        ID: ("data/", 0.75),
        f"{ID}-vip": ("data/vip/", 0.9),
        f"{ID}-smallfirms": ("data/companies/small/", 0.75),
    }


def test_each_segment_has_an_asset_of_its_own_for_its_models(load: Load) -> None:
    dags = load(segments=[{"name": "all"}, {"name": "vip"}])
    assert {
        name: [asset.name for asset in dag.get_task("register").outlets]
        for name, dag in dags.items()
    } == {ID: [f"{ID}-model"], f"{ID}-vip": [f"{ID}-vip-model"]}


@pytest.mark.parametrize(
    ("segments", "problem"),
    [
        ([], "must list at least one"),
        (["vip"], "'vip' is no segment"),
        ([{}], "name: None must be"),
        ([{"name": "Very Important"}], "name: 'Very Important' must be"),
        ([{"name": "a" * 13}], "2 to 12 lower-case letters"),
        ([{"name": "vip"}, {"name": "vip"}], "two segments have the same name"),
        ([{"name": "vip", "dataPrefix": "executions/"}], "must start with data/"),
        ([{"name": "vip", "dataPrefix": "data/../"}], None),
        ([{"name": "vip", "dataPrefix": "data/vip"}], "end with /"),
        ([{"name": "vip", "metricThreshold": "high"}], "'high' is no number"),
        ([{"name": "vip", "metricThreshold": 80}], "80 is not from 0 to 1"),
        ([{"name": "vip", "treshold": 0.8}], "treshold is not known"),
    ],
)
def test_what_cannot_be_is_shown_as_an_import_error(
    database: None, segments: list[Any], problem: str | None
) -> None:
    write_dags(EXAMPLE, segments)
    errors = list(parse().import_errors.values())
    if problem is None:
        # S3 knows no parent folders: the text is a name like any other.
        assert errors == []
    else:
        assert len(errors) == 1
        assert "segments.yaml" in errors[0]
        assert problem in errors[0]


@pytest.mark.parametrize(("serving", "count"), [("none", 0), ("endpoint", 1)])
def test_what_serves_one_model_is_not_given_those_of_several_segments(
    database: None, serving: str, count: int
) -> None:
    write_dags({**EXAMPLE, "serving": serving}, [{"name": "all"}, {"name": "vip"}])
    errors = list(parse().import_errors.values())
    assert len(errors) == count
    assert all("`serving` is endpoint" in error for error in errors)
