"""How a run gets at its data: files that prepare reads as they are."""

from __future__ import annotations

import pytest
from conftest import Compiled
from definition_reader import all_steps, inputs, parameters, text_of

from pipelines.placeholders import BUCKET


@pytest.mark.parametrize("prefix", ["data/2026-11/", "data/incoming/new.csv"])
def test_a_run_may_be_given_a_prefix_or_the_key_of_a_file(
    compiled: Compiled, prefix: str
) -> None:
    """An event rule can hand over the key of what arrived, and no address put together from it."""
    definition = compiled.definition
    uri = inputs(all_steps(definition)["Prepare"])["data"]["S3Uri"]
    address = text_of(uri, definition, {"InputPrefix": prefix})
    assert address == f"s3://{BUCKET}/{prefix}"
    assert parameters(definition)["InputPrefix"] == "data/"
