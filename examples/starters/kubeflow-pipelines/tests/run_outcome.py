"""Run the scripts of `outcome/` as the pods do: each one a process of its own."""

from __future__ import annotations

import subprocess
import sys

from run_steps import ROOT


def run_outcome(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `outcome/<name>.py`; whoever calls decides what a failure means."""
    command = [sys.executable, str(ROOT / "outcome" / f"{name}.py"), *options]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False
    )


def must_run(name: str, *options: str) -> str:
    done = run_outcome(name, *options)
    if done.returncode != 0:
        raise AssertionError(f"outcome/{name}.py failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout
