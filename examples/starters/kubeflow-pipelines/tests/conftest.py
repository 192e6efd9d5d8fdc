"""What all tests share: no cluster, nothing beyond this computer, one compiled pipeline."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from fake_mail import Inbox, receiving
from fake_registry import FakeRegistry
from fake_server import serving

from pipelines.compile import compile_pipeline
from pipelines.config import ROOT, PipelineConfig, load_config

IMAGE = f"registry.example.com/ml/example-python@sha256:{'0' * 64}"
Json = dict[str, Any]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """The fakes listen on this computer; nothing else may be reached."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1"):
            raise AssertionError(f"A test reached for the network: {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", local_only)
        yield


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Components find the step scripts below the working directory, as in the image."""
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def config() -> PipelineConfig:
    return load_config()


@pytest.fixture(scope="session")
def own_data(config: PipelineConfig) -> PipelineConfig:
    """The other way to use the pipeline: data of one's own, and the cache as it was not."""
    return replace(
        config, dataUri="s3://customers/exports/", cache=not config.cache, schedule=None
    )


def compiled(config: PipelineConfig, directory: Path) -> tuple[Json, Json]:
    """Compile; return the pipeline and what it says for Kubernetes."""
    file = compile_pipeline(config, IMAGE, directory / "pipeline.yaml")
    pipeline, platforms = yaml.safe_load_all(file.read_text("utf-8"))
    kubernetes: Json = platforms["platforms"]["kubernetes"]
    return pipeline, kubernetes


@pytest.fixture(scope="session")
def definition(
    config: PipelineConfig, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Json, Json]:
    return compiled(config, tmp_path_factory.mktemp("compiled"))


@pytest.fixture(scope="session")
def own_data_definition(
    own_data: PipelineConfig, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Json, Json]:
    return compiled(own_data, tmp_path_factory.mktemp("compiled"))


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def relay(inbox: Inbox) -> Iterator[str]:
    with receiving(inbox) as address:
        yield address


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry()


@pytest.fixture
def registry_address(registry: FakeRegistry) -> Iterator[str]:
    with serving(registry.answer) as address:
        yield address
