"""The SageMaker pipeline: what it is (`pipeline`), and how it gets to AWS (`deploy`)."""
