"""The SageMaker pipeline: what it is (`pipeline`), and its compiled definition (`compile`)."""
