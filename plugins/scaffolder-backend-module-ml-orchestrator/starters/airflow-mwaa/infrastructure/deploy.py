"""Deploy the pipeline into an MWAA environment that exists: stack, scripts and data, then the DAG.

Needs the AWS CLI and Python 3.9+, nothing else. Safe to repeat: everything it does ends in the same state.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PIPELINE: dict[str, Any] = json.loads(
    (ROOT / "dags" / "config" / "pipeline.json").read_text("utf-8")
)
NAME: str = PIPELINE["name"]
DATA_PREFIX = "raw/"
TESTED_AIRFLOW = "3.2.1"


def aws(*arguments: str) -> str:
    """Run the AWS CLI in the pipeline's region; return what it prints."""
    command = ["aws", "--region", PIPELINE["region"], "--output", "json", *arguments]
    print("+", " ".join(command), flush=True)
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    except FileNotFoundError:
        sys.exit("The AWS CLI is not installed, or not on PATH.")
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"The command above failed with exit code {error.returncode}; see its message."
        )
    return done.stdout


def find_environment(name: str) -> dict[str, Any]:
    """Describe the environment, or stop before anything is changed if the pipeline cannot run in it."""
    environment: dict[str, Any] = json.loads(
        aws("mwaa", "get-environment", "--name", name)
    )["Environment"]
    if environment["Status"] != "AVAILABLE":
        sys.exit(
            f"The environment {name} is {environment['Status']}, not AVAILABLE: try again later."
        )
    version = environment["AirflowVersion"]
    if not version.startswith("3."):
        sys.exit(
            f"The environment {name} runs Airflow {version}; this pipeline needs Airflow 3."
        )
    if version != TESTED_AIRFLOW:
        print(
            f"Note: {name} runs Airflow {version}; the tests ran with {TESTED_AIRFLOW}."
        )
    return environment


def deploy_stack(execution_role_arn: str) -> dict[str, str]:
    parameters = {
        "PipelineName": NAME,
        # The role's name is the last part of its ARN, whatever path is before it.
        "MwaaExecutionRoleName": execution_role_arn.rsplit("/", 1)[-1],
        "NotificationEmail": PIPELINE["notification_email"] or "",
    }
    aws(
        *("cloudformation", "deploy", "--stack-name", NAME),
        *("--template-file", str(ROOT / "infrastructure" / "template.yaml")),
        *("--capabilities", "CAPABILITY_IAM", "--no-fail-on-empty-changeset"),
        *("--tags", f"ml-pipeline={NAME}"),
        *(
            "--parameter-overrides",
            *(f"{key}={value}" for key, value in parameters.items()),
        ),
    )
    stacks = json.loads(aws("cloudformation", "describe-stacks", "--stack-name", NAME))[
        "Stacks"
    ]
    return {
        output["OutputKey"]: output["OutputValue"] for output in stacks[0]["Outputs"]
    }


def code_digest() -> str:
    """Name the state of the step scripts, so that a run keeps the scripts it started with."""
    digest = hashlib.sha256()
    for script in sorted((ROOT / "steps").glob("*.py")):
        content = script.read_bytes()
        digest.update(f"{script.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def assemble(outputs: dict[str, str], target: Path) -> None:
    """Put into `target` what the environment gets: the dags folder and where the stack's resources are."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "dags", target, ignore=shutil.ignore_patterns("__pycache__"))
    deployment = {
        "bucket": outputs["BucketName"],
        "job_role_arn": outputs["JobRoleArn"],
        "topic_arn": outputs["TopicArn"],
        "model_package_group": outputs["ModelPackageGroupName"],
        "code_uri": f"s3://{outputs['BucketName']}/code/{code_digest()}",
        "data_prefix": DATA_PREFIX,
    }
    text = json.dumps(deployment, indent=2) + "\n"
    (target / "config" / "deployment.json").write_text(text, "utf-8")


def deploy(environment_name: str) -> None:
    environment = find_environment(environment_name)
    outputs = deploy_stack(environment["ExecutionRoleArn"])

    bucket = outputs["BucketName"]
    scripts = f"s3://{bucket}/code/{code_digest()}"
    aws(
        "s3",
        "sync",
        str(ROOT / "steps"),
        scripts,
        "--exclude",
        "*",
        "--include",
        "*.py",
    )
    aws(
        *("s3", "cp", str(ROOT / "data" / "customers.csv")),
        f"s3://{bucket}/{DATA_PREFIX}customers.csv",
    )

    # The DAG last: nothing it needs is missing when Airflow first reads it.
    shared = "s3://" + environment["SourceBucketArn"].rsplit(":", 1)[-1]
    dags = ROOT / "build" / "dags"
    assemble(outputs, dags)
    aws("s3", "cp", str(ROOT / "requirements.txt"), f"{shared}/{NAME}/requirements.txt")
    # A folder of its own: `--delete` must never reach the DAGs of other people.
    aws(
        "s3",
        "sync",
        str(dags),
        f"{shared}/{environment['DagS3Path'].strip('/')}/{NAME}",
        "--delete",
    )
    print(f"\nDeployed. Airflow shows the DAG {NAME} within a minute or so.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--environment", required=True, help="name of the MWAA environment"
    )
    deploy(parser.parse_args().environment)
    return 0


if __name__ == "__main__":
    sys.exit(main())
