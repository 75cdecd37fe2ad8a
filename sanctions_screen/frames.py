"""Screen a data frame: pandas, polars or Arrow in, the same kind out (extra ``frames``).

Reach for :func:`screen_frame`. Guarantees: those of :mod:`~sanctions_screen.screening.many`; missing values
(None, NaN, NaT, NA) are missing, never an error; no row depends on the number of workers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .errors import ArgumentError, BatchError, MissingExtraError
from .screening.columns import ColumnPlan
from .screening.dates import strptime_format
from .screening.many import arrow, batches_of, output_schema, plan_of, screen_record_batch
from .screening.rows import SubjectScreener
from .screening.workers import mapped, worker_count

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["screen_frame"]

Frame = TypeVar("Frame")

_ROWS: Final = 2000


def screen_frame(
    frame: Frame,
    *,
    screener: SubjectScreener,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    date_format: str | None = None,
    workers: int | None = 1,
) -> Frame:
    """Return the results of a frame's rows as a frame of the same kind.

    One row a hit, best first, or one for a row without; ``row`` is the input's row, from 1. The frame's own
    columns stand behind ours with their types; one whose title is one of ours has `` (input)`` behind it.

    Args:
        frame: A pandas or polars DataFrame, or an Arrow table.
        screener: What to screen with.
        columns: Field to column title, or titles to join, as for ``screen_csv``; None tells from the titles.
        date_format: How birth dates are written that are text and not ISO 8601; None takes the one format
            that fits every date of the column, where there is one.
        workers: Processes that screen; None means one for each processor.

    Raises ArgumentError for what is no frame, BatchError when no column is the name, MissingExtraError when
    the extra is not installed.
    """
    native = _narwhals().from_native(_checked(frame), eager_only=True)
    table = _table(native)
    told = strptime_format(date_format) if date_format else None
    plan = plan_of(table.column_names, columns, told)
    if told is None and plan.birth_date_column is not None:
        plan = plan_of(table.column_names, columns, None, table.column(plan.birth_date_column).to_pylist())
    answers = mapped(partial(_answered, plan), screener, batches_of(table, _ROWS), worker_count(workers))
    results = arrow().Table.from_batches(answers, schema=output_schema(table.schema))
    made: Frame = _like(native, results)
    return made


def _answered(
    plan: ColumnPlan, screener: SubjectScreener, batch: tuple[int, pa.RecordBatch]
) -> pa.RecordBatch:
    first, rows = batch
    return screen_record_batch(screener, plan, rows, first)


def _narwhals() -> Any:
    arrow()
    try:
        import narwhals
    except ImportError as error:
        raise MissingExtraError("screening a data frame", "frames") from error
    return narwhals


def _checked(frame: Any) -> Any:
    narwhals = _narwhals()
    try:
        narwhals.from_native(frame, eager_only=True)
    except narwhals.exceptions.DuplicateError:
        raise BatchError("two columns of the frame have one title") from None
    except TypeError:
        raise ArgumentError(
            f"a frame is a pandas or polars DataFrame or an Arrow table, not {type(frame).__name__}"
        ) from None
    return frame


def _table(native: Any) -> pa.Table:
    """Return a frame as an Arrow table; a column of mixed types, which pandas has, becomes text."""
    from .screening.values import cell_text

    try:
        return native.to_arrow()
    except (arrow().ArrowInvalid, arrow().ArrowTypeError):
        pass
    found: dict[str, Any] = {}
    for title in native.columns:
        values = native.get_column(title).to_list()
        try:
            found[str(title)] = arrow().array(values, from_pandas=True)
        except (arrow().ArrowInvalid, arrow().ArrowTypeError):
            found[str(title)] = arrow().array([cell_text(value) or None for value in values])
    if len(found) != len(native.columns):
        raise BatchError("two columns of the frame have one title")
    return arrow().table(found)


def _like(native: Any, results: pa.Table) -> Any:
    """Return a table as a frame of the kind that *native* is."""
    made = _narwhals().from_native(results, eager_only=True)
    if native.implementation.is_pandas():
        return made.to_pandas()
    return made.to_polars() if native.implementation.is_polars() else results
