"""What SageMaker does around a script: its container's paths, moved below a directory of this machine."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

# Command and files → what the container looked like after it. The scripts are deterministic, so the
# same command on the same files runs once, however many tests need its results.
DONE: dict[str, Path] = {}
FAILED: dict[str, str] = {}
STORE = tempfile.TemporaryDirectory()


def state_of(container: Path, command: list[str]) -> str:
    digest = hashlib.sha256(repr(command).encode())
    for file in sorted(path for path in container.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(container)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def run(container: Path, command: list[str]) -> str:
    """Run the command; return why it failed, or nothing."""
    if command[0] != "python3":
        return f"{command[0]} is not in the container"
    state = state_of(container, command)
    if state in FAILED:
        return FAILED[state]
    if state not in DONE:
        failure = start(container, command[1:])
        if failure:
            FAILED[state] = failure
            return failure
        DONE[state] = Path(STORE.name) / state
        shutil.copytree(container, DONE[state])
    shutil.copytree(DONE[state], container, dirs_exist_ok=True)
    return ""


def start(container: Path, words: list[str]) -> str:
    moved = [re.sub(r"^/opt/ml/", f"{container}/opt/ml/", word) for word in words]
    channels = container / "opt/ml/input/data"
    places = {
        "SM_MODEL_DIR": str(container / "opt/ml/model"),
        "SM_CHANNEL_TRAIN": str(channels / "train"),
        "SM_CHANNEL_VALIDATION": str(channels / "validation"),
    }
    done = subprocess.run(
        [sys.executable, *moved],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **places},
    )
    return "" if done.returncode == 0 else f"AlgorithmError: {done.stderr[-500:]}"


def script_mode(hyperparameters: dict[str, str]) -> list[str]:
    """Return what the containers of AWS run in script mode: the program, with the other values as options."""
    values = dict(hyperparameters)
    folder, program = (
        values.pop(f"sagemaker_{key}") for key in ("submit_directory", "program")
    )
    options = [word for key in values for word in (f"--{key}", values[key])]
    return ["python3", f"{folder}/{program}", *options]


def pack_model(container: Path) -> Path:
    """Pack the model as a training job does, but without times: the same model gives the same bytes."""

    def without_time(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.mtime = 0
        return member

    archive = container / "model.tar.gz"
    with (
        archive.open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        tar.add(container / "opt/ml/model", arcname=".", filter=without_time)
    return archive
