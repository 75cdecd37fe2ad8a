"""Screen a Spark data frame on all executors of a cluster (extra ``spark``: PySpark 4, Java 17).

Reach for :func:`screen_dataframe`. Guarantees: the same rows and scores as on one machine; the lists and
their index are shipped once to each executor, as files that its processes map; an executor whose library
would give other answers is an error.
"""

from __future__ import annotations

import atexit
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from .errors import ArgumentError, BatchError, MissingExtraError
from .model.arguments import TEXT, WORDS, checked
from .screening.columns import ColumnPlan
from .screening.dates import strptime_format
from .screening.many import arrow, output_schema, plan_of, screen_record_batch
from .screening.recipe import Recipe, recipe_of
from .screening.rows import SCREENER
from .screening.screener import Screener
from .store import ListStore

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["screen_dataframe"]

_LOCK: Final = threading.Lock()
_FILES: Final = ExitStack()
atexit.register(_FILES.close)
_NOT_HANDED_OVER: Final = frozenset({"CalendarIntervalType", "YearMonthIntervalType"})
_SENT: Final[dict[str, list[Path]]] = {}
"""The files of each screener that were sent, by the store's name there."""
_MADE: Final[dict[Recipe, Screener]] = {}
"""Of this process: Spark uses a Python process for many tasks. One screener is kept, the last."""


@checked(screener=SCREENER, columns=WORDS, date_format=TEXT)
def screen_dataframe(
    frame: Any,
    *,
    screener: Screener,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    date_format: str | None = None,
) -> Any:
    """Return the results of a Spark data frame's rows as a Spark data frame; nothing runs until it is asked.

    One row a hit, best first, or one for a row without; the frame's own columns stand behind ours, one whose
    title is one of ours with `` (input)`` behind it. A cluster's rows have no numbers: there is no ``row``.

    Args:
        frame: A ``pyspark.sql.DataFrame``.
        screener: What to screen with. Its store is shipped as it is now.
        columns: Field to column title, or titles to join, as for ``screen_csv``; None tells from the titles.
        date_format: How birth dates are written that are text and not ISO 8601. It is not told from the
            column, which no executor sees as a whole.

    Raises ArgumentError for what is no Spark data frame, BatchError when no column is the name or two have
    one title, MissingExtraError when the extra is not installed.
    """
    _pyspark()
    if not hasattr(frame, "mapInArrow"):
        raise ArgumentError(f"a frame is a pyspark.sql.DataFrame, not {type(frame).__name__}")
    if len({_one(title, frame) for title in frame.columns}) != len(frame.columns):
        raise BatchError("two columns of the frame have one title")
    plan = plan_of(frame.columns, columns, strptime_format(date_format) if date_format else None)
    schema = _schema_of(frame)
    shipped = _shipped(frame.sparkSession, screener)
    return frame.mapInArrow(_Answering(plan, shipped), schema)


def _one(title: str, frame: Any) -> str:
    """Return a title as Spark tells it from another."""
    exact = frame.sparkSession.conf.get("spark.sql.caseSensitive", "false") == "true"
    return title if exact else title.lower()


def _pyspark() -> Any:
    arrow()
    try:
        import pyspark.sql.pandas.types
    except ImportError as error:
        raise MissingExtraError("screening on Spark", "spark") from error
    return pyspark


def _schema_of(frame: Any) -> Any:
    """Return the results' Spark schema for a frame: its own columns have the types they have there.

    They are not taken through Arrow's types: a moment's would need the session's time zone.
    """
    types, pa = _pyspark().sql.types, arrow()
    own = list(frame.schema)
    for field in own:
        if type(field.dataType).__name__ in _NOT_HANDED_OVER:
            told = f"Spark hands no {field.dataType.simpleString()} to Python"
            raise BatchError(f"the column {field.name!r}: {told}; cast it or leave it out")
    found = output_schema(pa.schema([(field.name, pa.null()) for field in own]))
    names = found.remove(found.get_field_index("row")).names
    ours = [found.field(name) for name in names[: len(names) - len(own)]]
    return types.StructType([
        *_pyspark().sql.pandas.types.from_arrow_schema(pa.schema(ours)),
        *(
            types.StructField(name, field.dataType, field.nullable, field.metadata)
            for name, field in zip(names[len(ours) :], own, strict=True)
        ),
    ])  # fmt: skip


def _shipped(session: Any, screener: Screener) -> Recipe:
    """Send the store and the image beside it to every executor, once; return the recipe that finds them."""
    with _LOCK, recipe_of(screener) as recipe:
        name = f"screening-{recipe.provenance.content_digest()[:16]}.db"
        if name not in _SENT:
            # Executors fetch the files when a task begins, so they stay till this process ends.
            folder = Path(_FILES.enter_context(TemporaryDirectory(prefix="sanctions-screen-spark-")))
            store = Path(recipe.store)
            with ListStore.open(store, read_only=True) as held:  # with what SQLite keeps beside the file
                held.copy_to(folder / name)
            for image in store.parent.glob(f"{store.name}.*.image"):
                shutil.copyfile(image, folder / f"{name}{image.name.removeprefix(store.name)}")
            _SENT[name] = sorted(folder.iterdir())
        for copy in _SENT[name]:
            session.sparkContext.addFile(str(copy))
        return recipe.at(name)


class _Answering:
    """What a task does: the results of its batches."""

    def __init__(self, plan: ColumnPlan, recipe: Recipe) -> None:
        self._plan, self._recipe = plan, recipe

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        screener = _screener(self._recipe)
        for batch in batches:
            found = screen_record_batch(screener, self._plan, batch)
            yield found.select([name for name in found.schema.names if name != "row"])


def _screener(recipe: Recipe) -> Screener:
    from pyspark import SparkFiles

    with _LOCK:
        if recipe not in _MADE:
            _MADE.clear()
            _MADE[recipe] = recipe.at(SparkFiles.get(recipe.store)).screener()
        return _MADE[recipe]
