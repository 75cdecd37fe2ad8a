"""A store of an older schema brought to this one's, in one transaction.

Reach for :func:`migrate` where a file is opened for writing. Guarantees: either all of it is of the new
schema afterwards or nothing was changed; what the store holds is copied, never read anew from files; every
digest and chain is what it was, and :func:`~._integrity.verify` passes where it did.

What changed from schema to schema is told here: 1 → 2, notices have their kind and the digest of the record
they write in columns; 2 → 3, change files are kept, and a list's row says which days they cover.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..errors import IntegrityError, StoreFormatError
from ..model import Notice
from ._content import unpack
from ._database import Database, Row
from ._schema import SCHEMA, SCHEMA_VERSION
from ._versions import seal_of

__all__ = ["migrate"]

_OLD = "old_"


def migrate(db: Database, version: int) -> None:
    """Bring a store of schema *version* to the present one. Raises StoreFormatError when that fails."""
    db.run("PRAGMA foreign_keys = OFF")  # the old tables go while the new ones refer to nothing yet
    try:
        with db.writing():
            _put_aside(db)
            for statement in SCHEMA.split(";\n"):
                db.run(statement)
            for table in _tables(db, _OLD):
                _copy(db, table)
            for table in _tables(db, _OLD):
                db.run(f"DROP TABLE {table}")
            if missing := db.rows("PRAGMA foreign_key_check"):
                raise StoreFormatError(
                    f"{db.where}: cannot be brought from schema {version} to {SCHEMA_VERSION}: the table "
                    f"{missing[0][0]} refers to a row that is not there; nothing was changed"
                )
            db.run(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        db.run("PRAGMA foreign_keys = ON")


def _tables(db: Database, prefix: str = "") -> list[str]:
    found = db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return sorted(name for (name,) in found if name.startswith(prefix))


def _put_aside(db: Database) -> None:
    """Rename the tables of the old schema, and drop its indexes, whose names the new ones need."""
    for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"):
        db.run(f"DROP INDEX {name}")
    for table in _tables(db):
        db.run(f"ALTER TABLE {table} RENAME TO {_OLD}{table}")


def _copy(db: Database, old: str) -> None:
    table = old.removeprefix(_OLD)
    columns = _columns(db, table)
    if not columns:
        raise StoreFormatError(f"{db.where}: holds a table {table} that no schema has; nothing was changed")
    known = [column for column in _columns(db, old) if column in columns]
    rows = db.rows(f"SELECT {', '.join(known)} FROM {old}")  # noqa: S608 - names of this module's tables
    places = ", ".join("?" * len(columns))
    db.run_many(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608
        (_filled(table, columns, dict(zip(known, row, strict=True))) for row in rows),
    )


def _columns(db: Database, table: str) -> list[str]:
    return [name for _, name, *_ in db.rows(f"PRAGMA table_info({table})")]


def _filled(table: str, columns: Sequence[str], row: dict[str, object]) -> Row:
    """Return a row of the new table: what the old one had, and what is told from it."""
    if table in _FILL:
        _FILL[table](row)
    return tuple(row.get(column) for column in columns)


def _fill_list(row: dict[str, object]) -> None:
    """Add the column, and seal the row anew where its old seal is right."""
    old = tuple(row[name] for name in _LIST_ORDER if name in row)
    if row["seal"] != seal_of(old):
        raise IntegrityError(f"list {row['list_id']}: its title, counts or notice periods were changed")
    row.setdefault("file_periods", "[]")
    row["seal"] = seal_of(tuple(row[name] for name in _LIST_ORDER))


def _fill_notice(row: dict[str, object]) -> None:
    body = row["body"]
    assert isinstance(body, bytes)  # the column is a BLOB of a STRICT table
    notice = Notice.model_validate_json(unpack(body))
    row.setdefault("kind", notice.kind)
    row.setdefault("party_digest", bytes.fromhex(notice.party.content_digest()) if notice.party else None)


_LIST_ORDER = ("list_no", "list_id", "title", "publisher", "selection", "head_chain", "notice_count",
               "notices_digest", "periods", "file_periods")  # fmt: skip
"""The columns a list's seal is of, in their order."""


_FILL: Mapping[str, Callable[[dict[str, object]], None]] = {"lists": _fill_list, "notices": _fill_notice}
