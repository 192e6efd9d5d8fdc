"""The step scripts as they are uploaded: named after their content.

A changed script gets a new address. So the pipeline definition says exactly which code it
runs, a deployment cannot change the code of a run that has begun, uploading twice does
nothing, and the step cache notices new code but keeps the results of unchanged steps.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from dataclasses import dataclass
from pathlib import Path

from pipelines.config import ROOT

STEPS = ROOT / "steps"
# SageMaker's training toolkit unpacks this archive and runs train.py in it. The serving
# code is in it because train.py puts it beside the model.
TRAINING_FILES = ("train.py", "inference.py")


@dataclass(frozen=True)
class Upload:
    """One file for the pipeline's bucket."""

    key: str
    body: bytes


@dataclass(frozen=True)
class StepCode:
    """S3 addresses of the code, one per step."""

    prepare: str
    train: str
    evaluate: str


def _address(step: str, name: str, body: bytes) -> str:
    return f"code/{step}/{hashlib.sha256(body).hexdigest()[:16]}/{name}"


def _script(step: str, steps: Path) -> Upload:
    body = (steps / f"{step}.py").read_bytes()
    return Upload(_address(step, f"{step}.py", body), body)


def _archive(names: tuple[str, ...], steps: Path) -> bytes:
    """Pack the files so that equal content gives equal bytes: no times, owners or modes."""
    packed = io.BytesIO()
    # Level 0: compressed bytes may differ between versions of zlib, stored ones do not.
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", mtime=0, compresslevel=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for name in sorted(names):
            body = (steps / name).read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(body), 0o644
            archive.addfile(entry, io.BytesIO(body))
    return packed.getvalue()


def code_uploads(steps: Path = STEPS) -> dict[str, Upload]:
    archive = _archive(TRAINING_FILES, steps)
    return {
        "prepare": _script("prepare", steps),
        "train": Upload(_address("train", "sourcedir.tar.gz", archive), archive),
        "evaluate": _script("evaluate", steps),
    }


def step_code(bucket: str, uploads: dict[str, Upload]) -> StepCode:
    return StepCode(
        **{step: f"s3://{bucket}/{upload.key}" for step, upload in uploads.items()}
    )


def sample_data(data: Path = ROOT / "data") -> Upload:
    """The shipped customers, under a prefix of their own that is never written again."""
    body = (data / "customers.csv").read_bytes()
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Upload(f"data/{digest}/customers.csv", body)
