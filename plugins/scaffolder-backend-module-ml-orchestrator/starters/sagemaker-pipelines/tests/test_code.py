"""Uploaded code is named after its content."""

from __future__ import annotations

import io
import shutil
import tarfile
from pathlib import Path

import pytest
from run_steps import ROOT

from pipelines.code import STEPS, code_uploads, sample_data, step_code


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    copy = tmp_path / "steps"
    shutil.copytree(STEPS, copy)
    return copy


def test_equal_content_has_equal_bytes_and_addresses(steps: Path) -> None:
    # The copies are younger: time stamps must not matter.
    for file in steps.iterdir():
        file.touch()
    assert code_uploads(steps) == code_uploads()


@pytest.mark.parametrize(
    ("file", "step"),
    [
        ("prepare.py", "prepare"),
        ("train.py", "train"),
        ("inference.py", "train"),
        ("evaluate.py", "evaluate"),
    ],
)
def test_a_change_moves_only_the_step_that_it_changes(
    steps: Path, file: str, step: str
) -> None:
    with (steps / file).open("a", encoding="utf-8") as script:
        script.write("# changed\n")
    before = step_code("bucket", code_uploads())
    after = step_code("bucket", code_uploads(steps))
    changed = {
        name
        for name in ("prepare", "train", "evaluate")
        if getattr(before, name) != getattr(after, name)
    }
    assert changed == {step}


def test_the_training_archive_holds_the_scripts_as_they_are() -> None:
    with tarfile.open(fileobj=io.BytesIO(code_uploads()["train"].body)) as archive:
        assert archive.getnames() == ["inference.py", "train.py"]
        for name in archive.getnames():
            packed = archive.extractfile(name)
            assert packed is not None
            assert packed.read() == (ROOT / "steps" / name).read_bytes()


def test_the_sample_data_has_a_prefix_of_its_own(tmp_path: Path) -> None:
    sample = sample_data()
    assert sample.body == (ROOT / "data" / "customers.csv").read_bytes()
    (tmp_path / "customers.csv").write_bytes(sample.body + b"\n")
    assert sample_data(tmp_path).key != sample.key
