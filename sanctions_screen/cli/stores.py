"""Opening the store a command works on.

Reach for :func:`opened` in every command that reads lists, :func:`screener` in those that screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from .app import fail
from .output import console, note

if TYPE_CHECKING:
    from ..model import KnownOn, Provenance
    from ..report.ages import ListAge
    from ..screening import Screener
    from ..store import ListStore

__all__ = ["EMBEDDED_NOTE", "opened", "screener", "tell_ages"]

EMBEDDED_NOTE = (
    "these are the lists that ship with the package: a selection for demonstration, not the full lists. "
    "Import a publisher's files with 'sanctions-screen lists import' and give --db."
)


@contextmanager
def opened(db: Path | None, *, create: bool = False) -> Iterator[ListStore]:
    """Give the store at *db*, or the embedded one; a store is created only where that is the point."""
    from ..store import ListStore

    if db is not None and not create and not db.exists():
        fail(f"there is no store {db}; make one with: sanctions-screen lists import FILE --db {db}")
    fresh = db is not None and not db.exists()
    store = ListStore.embedded() if db is None else ListStore.open(db, read_only=not create, create=create)
    try:
        yield store
    finally:
        empty = fresh and not store.lists()
        store.close()
        if empty and db is not None:  # a failed first import leaves no store behind, and a link as it was
            for ending in (
                "",
                "-wal",
                "-shm",
            ):  # where the disk is full SQLite leaves what it keeps beside it
                Path(f"{db.resolve()}{ending}").unlink(missing_ok=True)


def screener(
    store: ListStore,
    *,
    list_ids: tuple[str, ...],
    as_of: date | None,
    known_on: KnownOn | None,
    threshold: float | None,
    no_delisted: bool,
    no_weak_aliases: bool,
    leave_out_later_lists: bool,
    max_hits: int | None,
    one_word_threshold: float | None = None,
) -> Screener:
    """Return the screener that the screening options ask for."""
    from ..model import DEFAULT_THRESHOLD, ScreeningSettings
    from ..screening import Screener

    settings = ScreeningSettings(
        threshold=DEFAULT_THRESHOLD if threshold is None else threshold,
        include_delisted=not no_delisted,
        include_weak_aliases=not no_weak_aliases,
        leave_out_later_lists=leave_out_later_lists,
        max_hits=max_hits,
        one_word_threshold=one_word_threshold,
    )
    with console(stderr=True).status("reading the lists"):  # shows on a terminal only
        return Screener(store, lists=list_ids or None, as_of=as_of, settings=settings, known_on=known_on)


def tell_ages(
    provenance: Provenance, db: Path | None, as_of: date | None, known_on: KnownOn | None, limit: timedelta
) -> None:
    """Say on standard error how old the lists are today that an answer rests on; shout past *limit*.

    Where a revision was asked for nothing is said: the answer is what was known then. Where a day was, the
    answer says itself how old its lists were; shouted is of those alone that are too old for that day, or for
    today where it has not come, and of which nothing newer is known. A list that was looked up within the
    limit and had not changed is not too old.
    """
    from ..report.ages import ages_of

    if known_on is not None:
        return
    now = datetime.now(UTC)
    on = min(as_of or now.date(), now.date())
    ages = ages_of(provenance, on, limit)
    if as_of is None:
        note(f"on {on} " + ", ".join(_in_days(age) for age in ages))
    newest = {each.list_id for each in provenance.lists if each.days_to_next_file is None}
    for age in filter(attrgetter("loud"), ages):
        if as_of is not None and age.list_id not in newest:
            continue  # the next file tells who came: see "unsettled"
        seen = _last_success(db, age.list_id) if db is not None else None
        if seen is None or now - seen > limit or on < now.date():
            note(str(age))


def _in_days(age: ListAge) -> str:
    from ..report.text import plural

    return str(age) if age.days < 0 else f"{age.list_id} is {plural(age.days, 'day')} old"


def _last_success(db: Path, list_id: str) -> datetime | None:
    from ..refresh import Ledger

    return Ledger(db).entry(list_id).last_success
