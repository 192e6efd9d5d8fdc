"""Run the step scripts as the jobs do: each one a process of its own, joined by files only."""

from __future__ import annotations

import atexit
import csv
import functools
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
STEPS = ROOT / "steps"
DATA = ROOT / "data" / "customers.csv"

Rows = list[dict[str, str]]


def sample() -> Rows:
    """The sample customers, for a test that changes some of them."""
    with DATA.open(newline="", encoding="utf-8") as source:
        return list(csv.DictReader(source))


def write_csv(rows: Rows, path: Path) -> None:
    path.parent.mkdir(parents=True)
    with path.open("w", newline="", encoding="utf-8") as target:
        writer = csv.DictWriter(target, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def run_step(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `steps/<name>.py`; whoever calls decides what a failure means."""
    command = [sys.executable, str(STEPS / f"{name}.py"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False
    )


def must_run(name: str, *arguments: str | Path) -> str:
    done = run_step(name, *arguments)
    if done.returncode != 0:
        raise AssertionError(f"steps/{name}.py failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def load_step(name: str) -> ModuleType:
    """Load a step that stands alone into this process, for what needs no process of its own."""
    return load_module(STEPS / f"{name}.py")


def load_module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def train(output: Path, data: Path = DATA.parent) -> str:
    """Run prepare and train, into `output/prepared` and `output/model`; return what train says."""
    prepared = output / "prepared"
    must_run("prepare", "--input-dir", data, "--output-dir", prepared)
    return must_run(
        "train",
        *("--train-dir", prepared / "train"),
        *("--validation-dir", prepared / "validation"),
        *("--model-dir", output / "model"),
    )


def run_all(output: Path, data: Path = DATA.parent) -> Path:
    """Run prepare, train and evaluate into `output`; return the path of evaluation.json."""
    train(output, data)
    must_run(
        "evaluate",
        *("--model-dir", output / "model"),
        *("--test-dir", output / "prepared" / "test"),
        *("--output-dir", output / "evaluation"),
    )
    return output / "evaluation" / "evaluation.json"


@functools.cache
def sample_run() -> Path:
    """Return where a run on the sample data has left its files: one for all tests that only read them."""
    directory = Path(tempfile.mkdtemp(prefix="run-"))
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    run_all(directory)
    return directory
