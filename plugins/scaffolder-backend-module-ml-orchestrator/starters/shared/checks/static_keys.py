"""Refuse long-lived AWS keys in the CI configuration: CI signs in through OpenID Connect.

python checks/static_keys.py PATH...    files, or directories with YAML files in them

Two kinds are found: a key written down, and a key that CI is told to take from its own
secret store. The second leaks as well, and nobody rotates it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from detect_secrets.plugins.aws import AWSKeyDetector
from detect_secrets.plugins.private_key import PrivateKeyDetector

WRITTEN_DOWN = (AWSKeyDetector(), PrivateKeyDetector())
# What AWS tools and actions call them, as a variable or as an input.
STORED = re.compile(r"aws[_-](access[_-]key[_-]id|secret[_-]access[_-]key)", re.I)


def files(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]


def problems(path: Path) -> Iterator[str]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        code = line.split(" #")[0]
        if not code.lstrip().startswith("#") and STORED.search(code):
            yield f"{path}:{number}: static AWS key: sign in through OpenID Connect"
        if any(d.analyze_line(str(path), line, number) for d in WRITTEN_DOWN):
            yield f"{path}:{number}: a key is written down here: revoke it, then remove it"


def main(paths: list[str]) -> int:
    found = [problem for path in files(paths) for problem in problems(path)]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
