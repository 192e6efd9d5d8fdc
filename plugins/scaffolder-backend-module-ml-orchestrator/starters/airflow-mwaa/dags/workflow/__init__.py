"""What the DAGs are made of, one subject a module."""
