"""Check that versions.yaml tells the truth: each version that it names is the one in use.

python checks/versions.py [FILE...]    versions.yaml, or others of the same form

Renovate changes the pins; this makes sure that the reasons and dates are looked at with them.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FIELDS = {"name", "version", "checked", "source", "why", "pins"}


def problems(entry: dict[str, Any]) -> Iterator[str]:
    if set(entry) != FIELDS:
        yield f"must have exactly the fields {', '.join(sorted(FIELDS))}"
        return
    if not isinstance(entry["checked"], datetime.date):
        yield f"checked: {entry['checked']!r} is no date"
    if not str(entry["source"]).startswith("https://"):
        yield f"source: {entry['source']!r} is no https address"
    for file, text in entry["pins"].items():
        path = ROOT / file
        if not path.is_file():
            yield f"pins: there is no file {file}"
        elif entry["version"] not in text:
            yield f"pins: {text!r} does not hold the version {entry['version']}"
        elif text not in path.read_text("utf-8"):
            yield f"{file} does not pin {text!r}: bring versions.yaml up to date"


def main(files: list[str]) -> int:
    found = [
        f"{file}, {entry.get('name', 'an entry')}: {problem}"
        for file in files or ["versions.yaml"]
        for entry in yaml.safe_load((ROOT / file).read_text("utf-8"))["versions"]
        for problem in problems(entry)
    ]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
