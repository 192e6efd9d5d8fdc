"""Run the step scripts as the jobs do: each one a process of its own, joined by files only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run_step(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `steps/<name>.py`; whoever calls decides what a failure means."""
    command = [sys.executable, str(ROOT / "steps" / f"{name}.py"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False
    )


def must_run(name: str, *arguments: str | Path) -> str:
    done = run_step(name, *arguments)
    if done.returncode != 0:
        raise AssertionError(f"steps/{name}.py failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def run_all(output: Path, data: Path = ROOT / "data") -> Path:
    """Run prepare, train and evaluate into `output`; return the path of evaluation.json."""
    must_run("prepare", "--input-dir", data, "--output-dir", output / "prepared")
    prepared = output / "prepared"
    must_run(
        "train",
        *("--train-dir", prepared / "train"),
        *("--validation-dir", prepared / "validation"),
        *("--model-dir", output / "model"),
    )
    must_run(
        "evaluate",
        *("--model-dir", output / "model"),
        *("--test-dir", prepared / "test"),
        *("--output-dir", output / "evaluation"),
    )
    return output / "evaluation" / "evaluation.json"
