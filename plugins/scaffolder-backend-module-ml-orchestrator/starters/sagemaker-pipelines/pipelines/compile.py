"""Compile the pipeline to its JSON definition and print it. Needs neither AWS nor a network.

python -m pipelines.compile --bucket BUCKET --role-arn ARN
"""

from __future__ import annotations

import argparse
import json
import warnings
from typing import Any

from pipelines.code import code_uploads, sample_data, step_code
from pipelines.config import PipelineConfig, load_config
from pipelines.offline import isolate


def input_data(config: PipelineConfig, bucket: str) -> str:
    key = sample_data().key
    prefix = config.inputPrefix or key.rpartition("/")[0]
    return f"s3://{bucket}/{prefix.strip('/')}/"


def compile_definition(
    config: PipelineConfig, bucket: str, role_arn: str
) -> dict[str, Any]:
    isolate(config.region)
    # Only now: the SDK reads the environment when it is imported.
    from pipelines.pipeline import Target, build_pipeline

    target = Target(
        bucket=bucket,
        role_arn=role_arn,
        code=step_code(bucket, code_uploads()),
        input_data=input_data(config, bucket),
    )
    with warnings.catch_warnings():
        # The SDK warns at each step that it starts no job; that is the point here.
        warnings.simplefilter("ignore", UserWarning)
        definition: dict[str, Any] = json.loads(
            build_pipeline(config, target).definition()
        )
    return definition


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bucket", required=True)
    parser.add_argument("--role-arn", required=True)
    args = parser.parse_args()
    definition = compile_definition(load_config(), args.bucket, args.role_arn)
    print(json.dumps(definition, indent=2))


if __name__ == "__main__":
    main()
