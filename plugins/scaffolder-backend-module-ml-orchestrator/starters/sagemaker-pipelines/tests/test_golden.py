"""The whole definition, against those in `golden/`, so that each change of it is seen.

They are about how the pipeline is built, with every switch off and with every switch on, and
stay the same when a name, a threshold or a script changes. tests/permissions.test.ts reads them.

After a change that is meant:  make golden
Then read the difference as part of the review.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from examples import SWITCHES_OFF, SWITCHES_ON

from pipelines.compile import compile_definition
from pipelines.config import PipelineConfig

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.parametrize(
    ("name", "config"), [("switches-off", SWITCHES_OFF), ("switches-on", SWITCHES_ON)]
)
def test_the_definition_is_the_reviewed_one(name: str, config: PipelineConfig) -> None:
    compiled = compile_definition(config)
    file = GOLDEN / f"{name}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(json.dumps(compiled, indent=2) + "\n", encoding="utf-8")
    reviewed = json.loads(file.read_text(encoding="utf-8"))
    assert compiled == reviewed, "If this is meant: make golden"
