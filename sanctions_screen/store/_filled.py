"""How many parties of a version fill each column of its publisher, counted as it is put in.

Reach for :func:`put_filled` with a version, :func:`filled_of` for those of a list. The table is derived: by
it a new column is told from a change of every party without reading every record again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..history.columns import columns_of
from ..model import ListVersion
from ._content import unpack
from ._database import Database
from ._revisions import ListRow

__all__ = ["columns_in", "counted", "filled_in", "filled_of", "put_filled", "tell_filled_anew"]

_KEPT = 1 << 18
"""Records whose columns stay in memory: neighbouring versions share nearly all."""
_columns_by_digest: dict[bytes, frozenset[str]] = {}
_interned: dict[frozenset[str], frozenset[str]] = {}


def filled_in(db: Database, list_no: int, digests: Iterable[str]) -> Counter[str]:
    """Return the counts of a version that holds the records of these digests, all in the store."""
    wanted = [bytes.fromhex(digest) for digest in digests]
    fresh = [digest for digest in wanted if digest not in _columns_by_digest]
    if len(_columns_by_digest) + len(fresh) > _KEPT:
        _columns_by_digest.clear()
        fresh = wanted
    if fresh:
        missing = set(fresh)
        for number, digest in db.rows(
            "SELECT content_no, digest FROM contents WHERE list_no = ?", (list_no,)
        ):
            if digest in missing:
                ((body,),) = db.rows("SELECT body FROM contents WHERE content_no = ?", (number,))
                _columns_by_digest[digest] = columns_in(body)
    return counted(_columns_by_digest[digest] for digest in wanted)


def columns_in(body: bytes) -> frozenset[str]:
    """Return the columns that a stored record fills."""
    columns = columns_of(json.loads(unpack(body)))
    return _interned.setdefault(columns, columns)


def counted(records: Iterable[frozenset[str]]) -> Counter[str]:
    """Return by column how many of the records fill it; many fill the very same."""
    counts: Counter[str] = Counter()
    for columns, count in Counter(records).items():
        for column in columns:
            counts[column] += count
    return counts


def put_filled(db: Database, list_no: int, sequence: int, counts: Mapping[str, int]) -> None:
    """Write the counts of a version."""
    db.run_many(
        "INSERT INTO filled VALUES (?, ?, ?, ?)",
        ((list_no, sequence, column, count) for column, count in sorted(counts.items())),
    )


def filled_of(db: Database, row: ListRow, versions: Sequence[ListVersion]) -> tuple[Mapping[str, int], ...]:
    """Return the counts of versions of a list, in their order."""
    by_version: dict[int, dict[str, int]] = {}
    stored = db.rows("SELECT sequence, field, parties FROM filled WHERE list_no = ?", (row.list_no,))
    for sequence, column, count in stored:
        by_version.setdefault(sequence, {})[column] = count
    return tuple(by_version.get(version.sequence, {}) for version in versions)


def tell_filled_anew(db: Database) -> None:
    """Put the table's rows anew from every record in the store."""
    db.run("DELETE FROM filled")
    for (list_no,) in db.rows("SELECT list_no FROM lists"):
        held: list[tuple[int, int, frozenset[str]]] = []
        bodies = db.rows(
            "SELECT h.first, h.last, c.body FROM held h JOIN contents c USING (content_no) WHERE list_no = ?",
            (list_no,),
        )
        held = [(first, last, columns_in(body)) for first, last, body in bodies]
        for sequence, position in db.rows(
            "SELECT sequence, position FROM versions WHERE list_no = ?", (list_no,)
        ):
            put_filled(
                db, list_no, sequence, counted(c for first, last, c in held if first <= position <= last)
            )
