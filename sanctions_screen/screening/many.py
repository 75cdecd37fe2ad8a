"""Many subjects at once: columns in, columns out. One function behind files' rows, data frames and clusters.

Reach for :func:`screen_columns` with columns of Python values, and for :func:`screen_record_batch` with an
Arrow record batch (extra ``frames``), which is a thin conversion of the same. Guarantees: a row's answer is
the one the screener gives for its subject alone, whatever stands beside it; rows come in the input's order;
one row a hit, best first, or one for a row without; equal subjects are judged once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import BatchError, MissingExtraError
from .columns import ColumnPlan, plan_columns
from .dates import DateColumn
from .rows import OUTPUT_TYPES, SubjectScreener, input_row, own_titles, records_of, screen_rows
from .values import TooLongError, cell_text

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["arrow", "output_schema", "plan_of", "screen_columns", "screen_record_batch"]

_ONLY_OF_FILES = frozenset({"line"})
RESULT_TITLES = tuple(title for title in OUTPUT_TYPES if title not in _ONLY_OF_FILES)
"""The columns of results; ``line`` is of files alone."""


def plan_of(
    titles: Sequence[str],
    columns: Mapping[str, str | Sequence[str]] | None = None,
    date_format: str | None = None,
    birth_dates: Sequence[Any] | None = None,
) -> ColumnPlan:
    """Return which columns hold what; BatchError as for :func:`~.columns.plan_columns`.

    *birth_dates*: gives the values of the column, from all of which its format is told where none is.
    """
    plan = plan_columns(titles, columns, date_format)
    if date_format is None and birth_dates is not None:
        column = DateColumn()
        for value in birth_dates:
            try:
                column.show(cell_text(value))
            except TooLongError:
                continue
        plan = plan.with_date_format(column.format)
    return plan


def screen_columns(
    screener: SubjectScreener, plan: ColumnPlan, columns: Sequence[Sequence[Any]], first_row: int = 1
) -> dict[str, list[Any]]:
    """Return the results as columns by title; behind them, under ``input``, each row's place in the input.

    Args:
        screener: What to screen with.
        plan: Of :func:`plan_of`, for the titles of *columns*.
        columns: The columns' values, all of one length; None, NaN and NaT are missing.
        first_row: The number of the first row; results count from there.
    """
    lengths = {len(column) for column in columns}
    if len(lengths) > 1:
        raise BatchError(f"columns are of one length, not of {', '.join(map(str, sorted(lengths)))}")
    rows = (
        input_row(plan, row, row, cells) for row, cells in enumerate(zip(*columns, strict=True), first_row)
    )
    records: list[tuple[Any, ...]] = []
    places: list[int] = []
    for output in screen_rows(screener, rows):
        of_row = records_of(output)
        records += of_row
        places += [output.input.row - first_row] * len(of_row)
    columns_out = list(zip(*records, strict=True)) or [()] * len(OUTPUT_TYPES)
    found = dict(zip(OUTPUT_TYPES, map(list, columns_out), strict=True))
    return {title: found[title] for title in RESULT_TITLES} | {"input": places}


def arrow() -> Any:
    """Return pyarrow; MissingExtraError where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("screening Arrow tables and data frames", "frames") from error
    return pyarrow


def output_schema(schema: pa.Schema) -> pa.Schema:
    """Return the schema of results for an input's: our own columns, then the user's with their types."""
    found = arrow()
    types = {int: found.int64(), float: found.float64(), str: found.string()}
    ours = [found.field(title, types[OUTPUT_TYPES[title]]) for title in RESULT_TITLES]
    own = zip(own_titles(schema.names), schema, strict=True)
    return found.schema([*ours, *(found.field(title, field.type) for title, field in own)])


def screen_record_batch(
    screener: SubjectScreener, plan: ColumnPlan, batch: pa.RecordBatch, first_row: int = 1
) -> pa.RecordBatch:
    """Return the results of an Arrow record batch as one, of :func:`output_schema`."""
    found = arrow()
    answer = screen_columns(screener, plan, [column.to_pylist() for column in batch.columns], first_row)
    places = found.array(answer.pop("input"), type=found.int64())
    schema = output_schema(batch.schema)
    ours = [found.array(values, type=schema.field(title).type) for title, values in answer.items()]
    own = [column.take(places) for column in batch.columns]
    return found.record_batch([*ours, *own], schema=schema)


def batches_of(table: pa.Table, rows: int) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Yield a table's rows in batches of at most so many, each with the number of its first."""
    first = 1
    for batch in table.to_batches(max_chunksize=rows):
        yield first, batch
        first += batch.num_rows
