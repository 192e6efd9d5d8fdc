"""The image holds what the compiled components look for in it, and what was tested."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

from definition_reader import executor, step_tasks

from pipelines.config import ROOT

Pins = dict[str, str]


def pins(file: str) -> Pins:
    """Package and marker → version."""
    lines = (ROOT / file).read_text("utf-8").splitlines()
    found = (re.fullmatch(r"([^=\s]+)==(\S+)(.*)", line) for line in lines)
    return {match[1] + match[3]: match[2] for match in found if match}


def copied() -> set[str]:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    return {
        source.rstrip("/")
        for line in lines
        if line.startswith("COPY ")
        for source in line.split()[1:-1]
    }


def test_the_tests_use_the_versions_of_the_image() -> None:
    image = pins("requirements.txt")
    assert image
    assert image.items() <= pins("requirements-dev.txt").items()


def test_everything_that_is_copied_is_let_through() -> None:
    allowed = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    }
    assert copied() == allowed
    assert all((ROOT / path).exists() for path in copied())


def test_every_script_that_a_component_runs_is_there(
    definition: tuple[dict[str, object], dict[str, object]],
) -> None:
    pipeline, _ = definition
    for task in step_tasks(pipeline):
        container = executor(pipeline, task)
        assert container is not None
        code = container["command"][-1]
        (script,) = re.findall(r'run_script\(\s*"([^"]+)"', code)
        assert (ROOT / script).is_file()
        assert script.split("/")[0] in copied()
        assert "install kfp" not in " ".join(container["command"])


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.split(".")[0] for name in names}


def test_every_library_that_a_script_imports_is_in_the_image() -> None:
    distributions = {"sklearn": "scikit-learn", "model_registry": "model-registry"}
    scripts = [*(ROOT / "steps").glob("*.py"), *(ROOT / "outcome").glob("*.py")]
    own = {script.stem for script in scripts}
    image = pins("requirements.txt")
    for script in scripts:
        for name in imported(script) - own - set(sys.stdlib_module_names):
            assert any(
                pin.split()[0] == distributions.get(name, name) for pin in image
            ), f"{script.name} imports {name}"
