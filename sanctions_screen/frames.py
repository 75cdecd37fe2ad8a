"""Screen a data frame: pandas, polars or Arrow in, the same kind out (extra ``frames``).

Reach for :func:`screen_frame`. Guarantees: those of :mod:`~sanctions_screen.screening.many`; missing values
(None, NaN, NaT, NA) are missing, never an error; no row depends on the number of workers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .errors import ArgumentError, BatchError, MissingExtraError
from .model.arguments import TEXT, WORDS, checked
from .screening.columns import ColumnPlan
from .screening.dates import strptime_format
from .screening.many import arrow, batches_of, output_schema, plan_of, screen_record_batch
from .screening.rows import SCREENER, SubjectScreener
from .screening.workers import mapped, worker_count

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["screen_frame"]

Frame = TypeVar("Frame")

_ROWS: Final = 2000


@checked(screener=SCREENER, columns=WORDS, date_format=TEXT)
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
    columns stand behind ours with their types, as far as Arrow has these and can take single rows of them;
    one whose title is one of ours has `` (input)`` behind it.

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
    if plan.birth_date_column is not None:
        table = _with_days(table, native, plan.birth_date_column)
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
    titles = [str(title) for title in native.columns]
    if len({*titles}) != len(titles):
        raise BatchError("two columns of the frame have one title")
    try:
        table = native.to_arrow()
    except (arrow().ArrowException, TypeError, UnicodeError):  # sparse columns, half of a pair of surrogates
        columns = [native.get_column(title).to_list() for title in native.columns]
        table = arrow().table([_array(values) for values in columns], names=titles)
    for at, column in enumerate(table.columns):
        usual = _usual(column)
        if usual is not column:
            table = table.set_column(at, table.column_names[at], usual)
    return table


def _array(values: Sequence[Any]) -> Any:
    """Return values as an Arrow array: of their type, or of their texts where they have none in common."""
    from .screening.values import cell_text

    try:
        return arrow().array(values, from_pandas=True)
    except (arrow().ArrowException, UnicodeError):
        texts = [
            cell_text(value).encode("utf-8", "surrogatepass").decode("utf-8", "replace") for value in values
        ]
        return arrow().array([text or None for text in texts], arrow().string())


def _usual(column: Any) -> Any:
    """Return a column of a type of which single rows can be taken, which Arrow cannot do of all it has."""
    pa = arrow()
    try:
        column.slice(0, 0).take(pa.array([], pa.int64()))
    except pa.ArrowNotImplementedError:
        is_text = pa.types.is_string_view(column.type)
        return column.cast(pa.large_string()) if is_text else pa.chunked_array([_array(column.to_pylist())])
    return column


def _with_days(table: pa.Table, native: Any, at: int) -> pa.Table:
    """Return a table whose birth dates are no pandas periods, which Arrow has as numbers."""
    title = table.column_names[at]
    if getattr(table.schema.field(at).type, "extension_name", "") != "pandas.period":
        return table
    periods = native.get_column(title).to_list()
    texts = [None if str(period) == "NaT" else str(period) for period in periods]
    return table.set_column(at, title, arrow().array(texts, arrow().string()))


def _like(native: Any, results: pa.Table) -> Any:
    """Return a table as a frame of the kind that *native* is."""
    made = _narwhals().from_native(results, eager_only=True)
    if native.implementation.is_pandas():
        return made.to_pandas()
    return made.to_polars() if native.implementation.is_polars() else results
