"""What `make deploy` does, with the AWS CLI replaced by a record of what it was asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import deploy
import pytest
from conftest import OUTPUTS, ROOT

ENVIRONMENT = {
    "Status": "AVAILABLE",
    "AirflowVersion": "3.2.1",
    "SourceBucketArn": "arn:aws:s3:::shared-environment",
    "DagS3Path": "team/dags/",
    "ExecutionRoleArn": "arn:aws:iam::123456789012:role/service-role/mwaa-role",
}
Deploy = Callable[..., list[str]]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Deploy:
    """Deploy into an environment and return the commands, one line each."""

    def start(**changes: str) -> list[str]:
        asked: list[str] = []

        def aws(*arguments: str) -> str:
            asked.append(" ".join(arguments))
            if arguments[0] == "mwaa":
                return json.dumps({"Environment": {**ENVIRONMENT, **changes}})
            if arguments[1] == "describe-stacks":
                outputs = [
                    {"OutputKey": k, "OutputValue": v} for k, v in OUTPUTS.items()
                ]
                return json.dumps({"Stacks": [{"Outputs": outputs}]})
            return ""

        monkeypatch.setattr(deploy, "aws", aws)
        deploy.deploy("my-environment")
        return asked

    return start


def test_the_dag_comes_last_and_into_a_folder_of_its_own(commands: Deploy) -> None:
    asked = commands()
    scripts = f"s3://test-bucket/code/{deploy.code_digest()}"
    assert asked[0] == "mwaa get-environment --name my-environment"
    assert asked[1].startswith(f"cloudformation deploy --stack-name {deploy.NAME} ")
    assert "MwaaExecutionRoleName=mwaa-role" in asked[1]
    assert (
        f"NotificationEmail={deploy.PIPELINE['notification_email'] or ''}" in asked[1]
    )
    assert asked[3] == f"s3 sync {ROOT / 'steps'} {scripts} --exclude * --include *.py"
    assert (
        asked[4]
        == f"s3 cp {ROOT / 'data/customers.csv'} s3://test-bucket/raw/customers.csv"
    )
    assert asked[5].endswith(f" s3://shared-environment/{deploy.NAME}/requirements.txt")
    assert asked[6].endswith(
        f" s3://shared-environment/team/dags/{deploy.NAME} --delete"
    )
    assert len(asked) == 7


@pytest.mark.parametrize(
    "changes", [{"Status": "UPDATING"}, {"AirflowVersion": "2.10.3"}], ids=str
)
def test_nothing_is_changed_if_the_environment_does_not_fit(
    commands: Deploy, changes: dict[str, str]
) -> None:
    with pytest.raises(SystemExit, match="my-environment"):
        commands(**changes)


def test_what_is_deployed_knows_the_stack(commands: Deploy) -> None:
    commands()
    dags = ROOT / "build" / "dags"
    deployment = json.loads((dags / "config" / "deployment.json").read_text("utf-8"))
    assert deployment == {
        "bucket": "test-bucket",
        "job_role_arn": OUTPUTS["JobRoleArn"],
        "topic_arn": OUTPUTS["TopicArn"],
        "model_package_group": deploy.NAME,
        "code_uri": f"s3://test-bucket/code/{deploy.code_digest()}",
        "data_prefix": "raw/",
    }
    assert {path.name for path in dags.iterdir()} == {
        "config",
        "constraints.txt",
        "pipeline.py",
    }


def test_other_scripts_get_another_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "steps").mkdir()
    monkeypatch.setattr(deploy, "ROOT", tmp_path)
    digests = set()
    for content in ("a", "b"):
        (tmp_path / "steps" / "train.py").write_text(content, "utf-8")
        digests.add(deploy.code_digest())
    assert len(digests) == 2


def test_the_requirements_of_the_environment_name_the_constraints_it_gets() -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    path = f"/usr/local/airflow/dags/{deploy.NAME}/constraints.txt"
    assert f'--constraint "{path}"' in lines
    constraints = (ROOT / "dags" / "constraints.txt").read_text("utf-8").splitlines()
    assert all(line in constraints for line in lines if re.match(r"[a-z]", line))


def test_the_tests_run_with_the_versions_of_the_environment() -> None:
    def pins(file: str) -> dict[str, str]:
        text = (ROOT / file).read_text("utf-8")
        found: dict[str, Any] = dict(
            re.findall(r"^([\w.-]+)(?:\[.*\])?==(\S+)", text, re.MULTILINE)
        )
        return {
            re.sub(r"[-_.]+", "-", name).lower(): pin for name, pin in found.items()
        }

    constraints, tests = pins("dags/constraints.txt"), pins("requirements-dev.txt")
    assert len(constraints) > 600
    shared = constraints.keys() & tests.keys()
    assert {name: tests[name] for name in shared} == {
        name: constraints[name] for name in shared
    }
    assert {
        "boto3",
        "pandas",
        "scikit-learn",
        "apache-airflow-providers-standard",
    } < shared
