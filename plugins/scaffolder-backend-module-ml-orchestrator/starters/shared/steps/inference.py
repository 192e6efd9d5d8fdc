"""Serve the model in SageMaker's container: load, read, predict, answer.

The container calls the four functions below. Requests and answers are JSON or CSV; a CSV
request starts with a header line, because the model finds its columns by name.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import churn_model
import pandas as pd

JSON_TYPE = "application/json"
CSV_TYPE = "text/csv"


def model_fn(model_dir: str) -> churn_model.Model:
    return churn_model.load(Path(model_dir))


def input_fn(request_body: str | bytes, content_type: str) -> pd.DataFrame:
    """Turn a request into rows: a JSON object, a JSON list of objects, or CSV."""
    text = (
        request_body.decode("utf-8")
        if isinstance(request_body, bytes)
        else request_body
    )
    media_type = content_type.split(";")[0].strip().lower()
    if media_type == CSV_TYPE:
        return pd.read_csv(io.StringIO(text))
    if media_type == JSON_TYPE:
        rows = json.loads(text)
        table = pd.DataFrame(rows if isinstance(rows, list) else [rows])
        # `null` means what an empty field means in CSV.
        return table.where(table.notna())
    raise ValueError(
        f"Content type {content_type!r} is neither {JSON_TYPE} nor {CSV_TYPE}"
    )


def predict_fn(rows: pd.DataFrame, model: churn_model.Model) -> list[float]:
    """Return each customer's probability of leaving."""
    columns = churn_model.columns(model)
    missing = sorted(set(columns) - set(rows.columns))
    if missing:
        raise ValueError(f"The request lacks the columns {missing}")
    return churn_model.scores(model, rows[columns])


def output_fn(scores: list[float], accept: str) -> tuple[str, str]:
    media_type = accept.split(";")[0].strip().lower()
    if media_type == CSV_TYPE:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([score] for score in scores)
        return text.getvalue(), CSV_TYPE
    if media_type in (JSON_TYPE, "*/*", ""):
        return json.dumps({"churn_probability": scores}), JSON_TYPE
    raise ValueError(f"Accept {accept!r} is neither {JSON_TYPE} nor {CSV_TYPE}")
