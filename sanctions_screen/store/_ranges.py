"""Which versions of a list hold a record: ranges of positions, kept maximal whatever the order of import.

Reach for this module when a version is put in or read out. A range ``(content, first, last)`` says that every
version of the list from position ``first`` to ``last`` holds that content. The last range of what the newest
version holds has an open end, so importing the next day touches only what changed.

Guarantee: after any order of imports, the contents whose ranges cover a version's position are exactly those
the version was imported with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ._database import Database
from ._schema import OPEN_END

__all__ = ["Range", "RangeChanges", "insert_version", "range_changes"]


@dataclass(frozen=True, slots=True)
class Range:
    """One stretch of versions that hold one content."""

    content: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RangeChanges:
    """What putting a version in does to the ranges."""

    deleted: tuple[Range, ...]
    added: tuple[Range, ...]


def range_changes(
    ranges: Iterable[Range],
    contents: set[int],
    position: int,
    before: int | None,
    after: int | None,
) -> RangeChanges:
    """Return what changes when a version at *position* that holds *contents* is put in.

    *before* and *after* are the positions of its neighbours, None at an end. *ranges* are those that hold
    either neighbour (others may be among them).
    """
    place = _Place(position, before, after)
    deleted: list[Range] = []
    added: list[Range] = []
    beside: set[int] = set()
    for old in ranges:
        if not (place.holds_before(old) or place.holds_after(old)):
            continue
        beside.add(old.content)
        new = place.grown(old) if old.content in contents else place.cut(old)
        if new != (old,):
            deleted.append(old)
            added.extend(new)
    end = OPEN_END if after is None else position
    added.extend(Range(content, position, end) for content in sorted(contents - beside))
    return RangeChanges(tuple(deleted), tuple(added))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a version is put in: its position and its neighbours'."""

    position: int
    before: int | None
    after: int | None

    def holds_before(self, old: Range) -> bool:
        return self.before is not None and old.first <= self.before <= old.last

    def holds_after(self, old: Range) -> bool:
        if self.after is None:  # behind the newest version an open end reaches over what is put in
            return old.last == OPEN_END
        return old.first <= self.after <= old.last

    def grown(self, old: Range) -> tuple[Range, ...]:
        """Return the range with the new version in it."""
        return (Range(old.content, min(old.first, self.position), max(old.last, self.position)),)

    def cut(self, old: Range) -> tuple[Range, ...]:
        """Return the range without the new version: in two where it went across."""
        if not (self.holds_before(old) and self.holds_after(old)):
            return (old,)
        assert self.before is not None
        left = Range(old.content, old.first, self.before)
        return (left,) if self.after is None else (left, Range(old.content, self.after, old.last))


def insert_version(db: Database, list_no: int, position: int, contents: set[int]) -> None:
    """Record that the version at *position*, already in ``versions``, holds exactly *contents*."""
    before = _neighbour(db, "max(position)", "<", list_no, position)
    after = _neighbour(db, "min(position)", ">", list_no, position)
    touching = [
        Range(*row)
        for row in db.rows(
            "SELECT h.content_no, h.first, h.last FROM held h JOIN contents c USING (content_no) "
            "WHERE c.list_no = ? AND ((h.first <= ? AND h.last >= ?) OR (h.first <= ? AND h.last >= ?))",
            (list_no, before or -1, before or 0, after or -1, after or 0),
        )
    ]
    changes = range_changes(touching, contents, position, before, after)
    db.run_many(
        "DELETE FROM held WHERE content_no = ? AND first = ?", ((r.content, r.first) for r in changes.deleted)
    )
    db.run_many("INSERT INTO held VALUES (?, ?, ?)", ((r.content, r.first, r.last) for r in changes.added))


def _neighbour(db: Database, which: str, side: str, list_no: int, position: int) -> int | None:
    row = db.row(
        f"SELECT {which} FROM versions WHERE list_no = ? AND position {side} ?",  # noqa: S608 - two constants
        (list_no, position),
    )
    return row[0] if row else None
