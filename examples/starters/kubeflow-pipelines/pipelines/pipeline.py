"""The pipeline: prepare, train, evaluate, then register the model or say why not.

Annotations must be objects here, not text: the SDK reads them.
"""

from kfp import dsl, kubernetes

from pipelines import components
from pipelines.config import PipelineConfig

# As in the Dockerfile. Kubernetes checks the number: a name could be root.
USER = 65532
HOUR = 3600


def build_pipeline(
    config: PipelineConfig, image: str
) -> dsl.base_component.BaseComponent:
    """Build the pipeline for a configuration; its steps run in `image`."""
    mail = {
        "relay": config.mailRelay,
        "sender": config.mailSender,
        "to": config.notificationEmail or "",
    }
    run = dsl.PIPELINE_JOB_ID_PLACEHOLDER

    def settle(
        task: dsl.PipelineTask, *, cache: bool, memory: str = "2G"
    ) -> dsl.PipelineTask:
        """Say of a task what every task needs said."""
        task.set_container_image(image)
        task.set_caching_options(cache)
        task.set_cpu_request("500m").set_cpu_limit("1")
        task.set_memory_request(memory).set_memory_limit(memory)
        # Nodes are drained and pods are evicted. A step may be run again at any time: it
        # writes to its own artifacts only, and registering looks first at what is there.
        task.set_retry(
            2, backoff_duration="30s", backoff_factor=2, backoff_max_duration="5m"
        )
        kubernetes.set_timeout(task, HOUR)
        kubernetes.set_security_context(task, run_as_user=USER, run_as_non_root=True)
        kubernetes.add_pod_label(task, "app.kubernetes.io/name", config.name)
        return task

    @dsl.pipeline(name=config.name, description=config.description)
    def pipeline(
        auc_threshold: float = config.metricThreshold,
        data_uri: str = config.dataUri or "",
    ) -> None:
        reported = settle(
            components.report(name=config.name, run=run, **mail), cache=False
        )
        reported.set_display_name("Report a failure")
        with dsl.ExitHandler(reported, name="run"):
            if config.dataUri:
                imported = dsl.importer(
                    artifact_uri=data_uri, artifact_class=dsl.Dataset, reimport=True
                )
                imported.set_display_name("Customers")
                prepared = components.prepare(customers=imported.output)
            else:
                prepared = components.prepare()
            settle(prepared, cache=config.cache).set_display_name("Prepare")

            trained = components.train(
                train=prepared.outputs["train"],
                validation=prepared.outputs["validation"],
            )
            settle(trained, cache=config.cache, memory="4G").set_display_name("Train")

            evaluated = components.evaluate(
                model=trained.outputs["model"], test=prepared.outputs["test"]
            )
            settle(evaluated, cache=config.cache).set_display_name("Evaluate")

            auc = evaluated.outputs["auc"]
            with dsl.If(auc >= auc_threshold, name="good-enough"):
                registered = components.register(
                    model=trained.outputs["model"],
                    evaluation=evaluated.outputs["evaluation"],
                    registry=config.modelRegistry,
                    name=config.name,
                    owner=config.owner,
                    namespace=config.namespace,
                    run=run,
                )
                settle(registered, cache=False).set_display_name("Register")
            with dsl.Else(name="not-good-enough"):
                notified = components.notify(
                    subject=f"{config.name}: nothing was registered",
                    text=f"Run {run}: an AUC of {auc} is below {auc_threshold}.",
                    **mail,
                )
                settle(notified, cache=False).set_display_name("Say why not")

    return pipeline
