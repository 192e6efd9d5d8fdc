"""The steps of the pipeline as components: each runs a script of `steps/` or `outcome/`.

The code of a component travels inside the compiled pipeline and runs on its own, so each
function imports what it uses. The scripts and their libraries are in the image, below its
working directory. Annotations must be objects here, not text: the SDK reads them.
"""

from typing import NamedTuple, Optional

from kfp import dsl


def run_script(path: str, *options: str) -> None:
    """Run a script of the image; `dsl.component` copies this into each component."""
    import subprocess
    import sys

    command = [sys.executable, path, *options]
    subprocess.run(command, check=True)  # noqa: S603  (the options come from the pipeline)


component = dsl.component(
    # pipelines/pipeline.py sets the image that was built with the code.
    base_image="unset",
    # The image holds the SDK: nothing is downloaded when a step starts.
    install_kfp_package=False,
    additional_funcs=[run_script],
)


@component
def prepare(
    train: dsl.Output[dsl.Dataset],
    validation: dsl.Output[dsl.Dataset],
    test: dsl.Output[dsl.Dataset],
    customers: Optional[dsl.Input[dsl.Dataset]] = None,
) -> None:
    """Check the raw customers and split them; without any, take the sample in the image."""
    import shutil
    import tempfile

    source = customers.path if customers else "data"
    with tempfile.TemporaryDirectory() as parts:
        run_script("steps/prepare.py", "--input-dir", source, "--output-dir", parts)
        # An artifact each, so that training is never given the test set.
        for part in (train, validation, test):
            shutil.copytree(f"{parts}/{part.name}", part.path, dirs_exist_ok=True)


@component
def train(
    train: dsl.Input[dsl.Dataset],
    validation: dsl.Input[dsl.Dataset],
    model: dsl.Output[dsl.Model],
) -> None:
    """Fit the model, tuned on the validation set."""
    run_script(
        "steps/train.py",
        *("--train-dir", train.path),
        *("--validation-dir", validation.path),
        *("--model-dir", model.path),
    )
    model.metadata["framework"] = "scikit-learn"


@component
def evaluate(
    model: dsl.Input[dsl.Model],
    test: dsl.Input[dsl.Dataset],
    evaluation: dsl.Output[dsl.Artifact],
    metrics: dsl.Output[dsl.Metrics],
) -> NamedTuple("Evaluation", [("auc", float)]):  # type: ignore[valid-type]
    """Measure the model on the test set; the gate reads `auc`, the interface `metrics`."""
    import json
    from pathlib import Path

    run_script(
        "steps/evaluate.py",
        *("--model-dir", model.path),
        *("--test-dir", test.path),
        *("--output-dir", evaluation.path),
    )
    report = json.loads(Path(evaluation.path, "evaluation.json").read_text("utf-8"))
    measured = report["binary_classification_metrics"]
    for name, metric in measured.items():
        metrics.log_metric(name, metric["value"])
    return (measured["auc"]["value"],)


@component
def register(
    model: dsl.Input[dsl.Model],
    evaluation: dsl.Input[dsl.Artifact],
    registry: str,
    name: str,
    owner: str,
    namespace: str,
    run: str,
) -> None:
    """Enter the model into the registry, where it waits for approval."""
    run_script(
        "outcome/register.py",
        *("--registry", registry),
        *("--name", name),
        *("--owner", owner),
        *("--namespace", namespace),
        *("--run", run),
        *("--model-uri", model.uri),
        *("--evaluation-dir", evaluation.path),
    )


@component
def notify(relay: str, sender: str, to: str, subject: str, text: str) -> None:
    """Tell people; `to` is empty where nobody asked to be told."""
    run_script(
        "outcome/notify.py",
        *("--relay", relay),
        *("--from", sender),
        *("--to", to),
        *("--subject", subject),
        *("--text", text),
    )


@component
def report(
    status: dsl.PipelineTaskFinalStatus,
    relay: str,
    sender: str,
    to: str,
    name: str,
    run: str,
) -> None:
    """Tell people of a run that failed; after one that did not, there is nothing to do."""
    if status.state == "SUCCEEDED":
        return
    run_script(
        "outcome/notify.py",
        *("--relay", relay),
        *("--from", sender),
        *("--to", to),
        *("--subject", f"{name}: a run ended as {status.state}"),
        *("--text", f"Run {run}. {status.error_message or 'See the log of the step.'}"),
    )
