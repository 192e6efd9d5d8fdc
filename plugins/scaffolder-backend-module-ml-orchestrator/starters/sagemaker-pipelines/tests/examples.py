"""Configurations that do not depend on the one in `config/`, for tests about every switch."""

from __future__ import annotations

from dataclasses import replace

from pipelines.config import PipelineConfig, Tuning

IMAGE = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/example:1"

SWITCHES_OFF = PipelineConfig(
    region="eu-west-1",
    trainingImage=f"{IMAGE}-training",
    inferenceImage=f"{IMAGE}-inference",
    instanceType="ml.m5.large",
    metricThreshold=0.75,
    autoApproveThreshold=None,
    schedule=None,
    stepCache=None,
    tuning=Tuning(
        enabled=False,
        maxJobs=6,
        maxParallelJobs=2,
        integer={"trees": [10, 200]},
        continuous={"learning-rate": [0.01, 0.3]},
    ),
)
SWITCHES_ON = replace(
    SWITCHES_OFF,
    autoApproveThreshold=0.9,
    stepCache="P7D",
    tuning=replace(SWITCHES_OFF.tuning, enabled=True),
)
