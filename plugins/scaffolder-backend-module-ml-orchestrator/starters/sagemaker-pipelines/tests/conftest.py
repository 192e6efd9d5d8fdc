"""What all tests share: no AWS, compiled definitions, one real run of the steps."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest
from examples import SWITCHES_OFF, SWITCHES_ON
from run_steps import sample_run

from pipelines.compile import compile_definition
from pipelines.config import PipelineConfig, load_config
from pipelines.offline import isolate

# Before any test module imports the SDK, which reads the environment while it is imported.
isolate(load_config().region)


@dataclass(frozen=True)
class Compiled:
    config: PipelineConfig
    definition: dict[str, Any]


def refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("A test reached for the network.")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield


@pytest.fixture(
    scope="session",
    params=[load_config(), SWITCHES_OFF, SWITCHES_ON],
    ids=["as configured", "switches off", "switches on"],
)
def compiled(request: pytest.FixtureRequest) -> Compiled:
    """Every test that asks for it sees the pipeline of this repository, and both ends of the switches."""
    return Compiled(request.param, compile_definition(request.param))


@pytest.fixture(scope="session")
def run_directory() -> Path:
    """What a real run of the three step scripts on the sample data wrote."""
    return sample_run()


@pytest.fixture(scope="session")
def evaluation(run_directory: Path) -> dict[str, Any]:
    text = (run_directory / "evaluation" / "evaluation.json").read_text("utf-8")
    report: dict[str, Any] = json.loads(text)
    return report
