"""The pipeline, compiled with the Kubeflow Pipelines SDK, and its deployment."""
