"""A deployment, by the SDK's own client against Kubeflow's API on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import kfp_server_api
import pytest
from conftest import IMAGE
from fake_kubeflow import FakeKubeflow
from fake_server import serving

from pipelines import deploy as deployment
from pipelines.config import PipelineConfig

OTHER_IMAGE = IMAGE.replace("sha256:0", "sha256:1")
WEEKLY = "0 6 * * 1"
DAILY = "0 6 * * *"
Deploy = Callable[..., None]


@pytest.fixture
def kubeflow(config: PipelineConfig) -> FakeKubeflow:
    return FakeKubeflow(config.namespace, token="of-this-job")  # noqa: S106  (no secret)


@pytest.fixture
def address(kubeflow: FakeKubeflow) -> Iterator[str]:
    with serving(kubeflow.answer) as address:
        yield address


@pytest.fixture
def deploy(
    config: PipelineConfig, address: str, kubeflow: FakeKubeflow, tmp_path: Any
) -> Deploy:
    settings = replace(config, host=address, schedule=None)

    def deploy(image: str = IMAGE, token: str = kubeflow.token, **changes: Any) -> None:
        kubeflow.changes.clear()
        deployment.deploy(replace(settings, **changes), image, token)

    return deploy


def crons(kubeflow: FakeKubeflow) -> list[str]:
    return [run["trigger"]["cron_schedule"]["cron"] for run in kubeflow.recurring]


def test_the_first_deployment_makes_the_pipeline(
    deploy: Deploy, kubeflow: FakeKubeflow, config: PipelineConfig
) -> None:
    deploy()
    assert [p["display_name"] for p in kubeflow.pipelines] == [config.name]
    assert kubeflow.versions[-1]["display_name"].startswith(f"{config.name}-")
    assert not kubeflow.recurring


def test_a_second_deployment_changes_nothing(
    deploy: Deploy, kubeflow: FakeKubeflow
) -> None:
    deploy(schedule=WEEKLY)
    deploy(schedule=WEEKLY)
    assert kubeflow.changes == []


def test_other_code_is_another_version(deploy: Deploy, kubeflow: FakeKubeflow) -> None:
    deploy()
    before = len(kubeflow.versions)
    deploy(image=OTHER_IMAGE)
    assert kubeflow.changes == ["POST /pipelines/upload_version"]
    assert len(kubeflow.versions) == before + 1
    assert len({version["display_name"] for version in kubeflow.versions}) == before + 1


def test_a_scheduled_run_is_that_of_the_deployed_version(
    deploy: Deploy, kubeflow: FakeKubeflow, config: PipelineConfig
) -> None:
    deploy(schedule=WEEKLY)
    (run,) = kubeflow.recurring
    assert crons(kubeflow) == ["0 0 6 * * 1"]
    assert run["service_account"] == config.name
    assert run["mode"] == "ENABLE"
    assert run["no_catchup"] is True
    assert run["max_concurrency"] == 1
    assert run["experiment_id"] == kubeflow.experiments[0]["experiment_id"]
    assert run["pipeline_version_reference"] == {
        "pipeline_id": kubeflow.pipelines[0]["pipeline_id"],
        "pipeline_version_id": kubeflow.versions[-1]["pipeline_version_id"],
    }


def test_a_new_version_takes_over_the_schedule(
    deploy: Deploy, kubeflow: FakeKubeflow
) -> None:
    deploy(schedule=WEEKLY)
    deploy(image=OTHER_IMAGE, schedule=WEEKLY)
    (run,) = kubeflow.recurring
    reference = run["pipeline_version_reference"]["pipeline_version_id"]
    assert reference == kubeflow.versions[-1]["pipeline_version_id"]
    assert len(kubeflow.experiments) == 1
    # Never without: the new one is there before the old one goes.
    assert kubeflow.changes[-2:] == [
        "POST /recurringruns",
        "DELETE /recurringruns/{id}",
    ]


def test_the_schedule_follows_the_configuration(
    deploy: Deploy, kubeflow: FakeKubeflow
) -> None:
    deploy(schedule=WEEKLY)
    deploy(schedule=DAILY)
    assert crons(kubeflow) == ["0 0 6 * * *"]
    deploy()
    assert crons(kubeflow) == []


def test_what_failed_in_the_middle_is_finished_by_the_next(
    deploy: Deploy, kubeflow: FakeKubeflow
) -> None:
    deploy(schedule=WEEKLY)
    kubeflow.broken = "DELETE /recurringruns/{id}"
    with pytest.raises(kfp_server_api.ApiException):
        deploy(schedule=DAILY)
    assert len(kubeflow.recurring) == 2
    kubeflow.broken = ""
    deploy(schedule=DAILY)
    assert kubeflow.changes == ["DELETE /recurringruns/{id}"]
    assert crons(kubeflow) == ["0 0 6 * * *"]


def test_nothing_is_changed_without_a_valid_token(
    deploy: Deploy, kubeflow: FakeKubeflow
) -> None:
    with pytest.raises(kfp_server_api.ApiException, match="401"):
        deploy(token="stale")  # noqa: S106
    assert not kubeflow.pipelines


@pytest.mark.parametrize("absent", ["IMAGE", "KUBEFLOW_TOKEN"])
def test_what_is_missing_is_named(
    absent: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("IMAGE", IMAGE)
    monkeypatch.setenv("KUBEFLOW_TOKEN", "t")
    monkeypatch.delenv(absent)
    assert deployment.main() == 2
    assert absent in capsys.readouterr().err
