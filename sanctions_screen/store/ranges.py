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

from .database import Database
from .schema import OPEN_END

__all__ = ["RangeChanges", "insert_version", "range_changes"]


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

    *before* and *after* are the positions of its neighbours, None at an end. *ranges* are those that touch
    either neighbour (others may be among them).
    """
    deleted: list[Range] = []
    added: list[Range] = []
    seen: set[int] = set()
    for old in ranges:
        held_before = before is not None and old.first <= before <= old.last
        held_after = after is not None and old.first <= after <= old.last
        # An open end at the newest version reaches over a version put in behind it.
        spans = held_before and (held_after if after is not None else old.last == OPEN_END)
        new = _with_version(old, old.content in contents, position, before, after, spans, held_before)
        if held_before or held_after:
            seen.add(old.content)
        if new != (old,):
            deleted.append(old)
            added.extend(new)
    end = OPEN_END if after is None else position
    added.extend(Range(content, position, end) for content in sorted(contents - seen))
    return RangeChanges(tuple(deleted), tuple(added))


def _with_version(
    old: Range, held: bool, position: int, before: int | None, after: int | None, spans: bool, ends: bool
) -> tuple[Range, ...]:
    """Return what becomes of one range beside or across the new version."""
    if spans:
        if held:
            return (old,)
        assert before is not None
        left = Range(old.content, old.first, before)
        return (left,) if after is None else (left, Range(old.content, after, old.last))
    if not held:
        return (old,)
    if ends:  # it ends at the version before
        return (Range(old.content, old.first, position),)
    if after is not None and old.first == after:
        return (Range(old.content, position, old.last),)
    return (old,)


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
