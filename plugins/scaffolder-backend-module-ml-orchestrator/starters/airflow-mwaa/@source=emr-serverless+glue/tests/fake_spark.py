"""What Spark would do, without Spark: it reads the options with the script itself, and copies the rows as they are.

The script itself is run in real Spark by its own tests, in source/tests/.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from conftest import BUCKET, ROOT

SCRIPT = ROOT / "source" / "extract.py"


def parse(words: list[str]) -> Any:
    spec = importlib.util.spec_from_file_location("extract", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.parse_arguments(words)


def key_of(uri: str) -> str:
    prefix = f"s3://{BUCKET}/"
    assert uri.startswith(prefix)
    return uri.removeprefix(prefix)


def extract(s3: Any, words: list[str]) -> str:
    """Run the job; return why it failed, or nothing."""
    options = parse(words)
    source, target = key_of(options.input), key_of(options.output)
    assert target.endswith("/extracted/")
    found = s3.list_objects_v2(Bucket=BUCKET, Prefix=source).get("Contents", [])
    keys = [
        item["Key"]
        for item in found
        if item["Key"].endswith(".csv")
        # Only what is directly below the prefix.
        and "/" not in item["Key"].removeprefix(source)
    ]
    if not keys:
        return f"Path does not exist: {options.input}"
    for index, key in enumerate(keys):
        body = s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        name = f"part-{index:05}-{Path(key).stem}.csv"
        s3.put_object(Bucket=BUCKET, Key=f"{target}{name}", Body=body)
    s3.put_object(Bucket=BUCKET, Key=f"{target}_SUCCESS", Body=b"")
    return ""
