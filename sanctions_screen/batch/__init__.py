"""Screen a whole file of customers.

:func:`screen_csv` takes a file to a results file and survives being stopped. The rows it shares with every
other way of screening many are :mod:`sanctions_screen.screening.rows`.
"""

from __future__ import annotations

from ..screening.columns import FIELDS, ColumnPlan, plan_columns
from ..screening.rows import (
    OUTPUT_COLUMNS,
    InputRow,
    OutputRow,
    SubjectScreener,
    result_dict,
    screen_rows,
)
from .journal import Totals
from .render import ERROR_COLUMNS, OutputFormat, flat_rows, is_neutralised, json_line
from .replaying import read_summary, replay_batch
from .run import check_files, screen_csv
from .summary import BatchProgress, BatchSummary

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
    "check_files",
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
