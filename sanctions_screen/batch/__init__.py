"""Screen a whole file of customers, or rows from anywhere.

:func:`screen_csv` takes a CSV file to a results file and survives being stopped. :func:`screen_rows` is the
core it shares with every other way of screening many rows.
"""

from __future__ import annotations

from .columns import FIELDS, ColumnPlan, plan_columns
from .journal import Totals
from .render import ERROR_COLUMNS, OutputFormat, is_neutralised, json_line
from .replaying import read_summary, replay_batch
from .rows import (
    OUTPUT_COLUMNS,
    InputRow,
    OutputRow,
    SubjectScreener,
    event_day,
    flat_rows,
    result_dict,
    screen_rows,
)
from .run import BatchProgress, BatchSummary, screen_csv

__all__ = [
    "ERROR_COLUMNS",
    "FIELDS",
    "OUTPUT_COLUMNS",
    "BatchProgress",
    "BatchSummary",
    "ColumnPlan",
    "InputRow",
    "OutputFormat",
    "OutputRow",
    "SubjectScreener",
    "Totals",
    "event_day",
    "flat_rows",
    "is_neutralised",
    "json_line",
    "plan_columns",
    "read_summary",
    "replay_batch",
    "result_dict",
    "screen_csv",
    "screen_rows",
]
