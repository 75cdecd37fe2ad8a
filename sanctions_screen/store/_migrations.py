"""A store of an older schema brought to this one's, in one transaction.

Reach for :func:`migrate` where a file is opened for writing. Guarantees: either all of it is of the new
schema afterwards or nothing was changed; what the store holds is copied, never read anew from files; every
digest and chain is what it was, and :func:`~._integrity.verify` passes where it did.

What changed from schema to schema is told here: 1 → 2, notices have their kind and the digest of the record
they write in columns; 2 → 3, change files are kept, and a list's row says which days they cover; 3 → 4, a
list's row is that of a revision, and notices and change files say from which to which they stood. 4 → 5,
the table of name keys also holds what other lists know a party by, told anew from the records. 5 → 6,
records have the days on which they say they were amended in a column, and references that may have been
given to another are marked among the name keys; 6 → 7, firms are found there without a plural's s, too;
7 → 8, how many parties of a version fill a column is counted. An older store does not say what it knew when:
all it holds is known from one revision a list, that of the migration.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from ..errors import IntegrityError, StoreFormatError
from ..model import Notice
from ._content import unpack
from ._contents import party_from, stated_dates
from ._database import Database, Row
from ._filled import tell_filled_anew
from ._name_keys import tell_keys_anew
from ._retying import changes_digest
from ._revisions import ListRow, put_row, seal_of
from ._schema import SCHEMA, SCHEMA_VERSION

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
            first_known = _put_revisions(db)
            for table in _tables(db, _OLD):
                _copy(db, table, first_known)
            for table in _tables(db, _OLD):
                db.run(f"DROP TABLE {table}")
            tell_keys_anew(db)
            tell_filled_anew(db)
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


def _put_revisions(db: Database) -> dict[object, int]:
    """Give each list its first revision, which knows all that the old store holds; return list → revision.

    A store that has revisions keeps them as they are.
    """
    if f"{_OLD}revisions" in _tables(db, _OLD):
        db.run(f"INSERT INTO lists SELECT list_no, list_id FROM {_OLD}lists")  # noqa: S608
        return {}
    at = datetime.now(UTC).isoformat()
    found: dict[object, int] = {}
    columns = _columns(db, f"{_OLD}lists")
    for row in db.rows(f"SELECT {', '.join(columns)} FROM {_OLD}lists ORDER BY list_no"):  # noqa: S608
        old = dict(zip(columns, row, strict=True))
        if old["seal"] != seal_of(tuple(old[name] for name in _OLD_LIST if name in old)):
            raise IntegrityError(f"list {old['list_id']}: its title, counts or notice periods were changed")
        found[old["list_no"]] = len(found) + 1
        count = db.row(f"SELECT max(sequence) FROM {_OLD}versions WHERE list_no = ?", (old["list_no"],))  # noqa: S608
        known = ListRow.from_columns(
            (
                found[old["list_no"]], old["list_no"], old["list_id"], at, "migration", None, "",
                old["title"], old["publisher"], old["selection"], old["head_chain"],
                (count and count[0]) or 0, old["notice_count"], old["notices_digest"], old["periods"],
                old.get("file_periods", "[]"), _changes_digest(db, old["list_no"]), None,
            )
        )  # fmt: skip
        db.run("INSERT INTO lists VALUES (?, ?)", (known.list_no, known.list_id))
        put_row(db, known)
    return found


def _changes_digest(db: Database, list_no: object) -> str | None:
    """Return the digest of a list's change files, each of whose rows is as its old seal says."""
    if f"{_OLD}change_files" not in _tables(db, _OLD):
        return None
    rows = db.rows(
        f"SELECT name, until, sha256, seal FROM {_OLD}change_files WHERE list_no = ?",  # noqa: S608
        (list_no,),
    )
    for name, until, sha256, seal in rows:
        if seal != seal_of((list_no, name, until, sha256)):
            raise IntegrityError(f"{db.where}: the change file {name} was changed")
    return changes_digest((name, until, sha256) for name, until, sha256, _ in rows)


def _copy(db: Database, old: str, first_known: Mapping[object, int]) -> None:
    """Copy a table, with what the new schema has beside: what stands does from its list's first revision."""
    table = old.removeprefix(_OLD)
    columns = _columns(db, table)
    if not columns:
        raise StoreFormatError(f"{db.where}: holds a table {table} that no schema has; nothing was changed")
    if table == "lists":
        return
    known = [column for column in _columns(db, old) if column in columns]
    rows = db.rows(f"SELECT {', '.join(known)} FROM {old}")  # noqa: S608 - names of this module's tables
    places = ", ".join("?" * len(columns))
    db.run_many(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608
        (_filled(table, columns, dict(zip(known, row, strict=True)), first_known) for row in rows),
    )


def _columns(db: Database, table: str) -> list[str]:
    return [name for _, name, *_ in db.rows(f"PRAGMA table_info({table})")]


def _filled(
    table: str, columns: Sequence[str], row: dict[str, object], first_known: Mapping[object, int]
) -> Row:
    """Return a row of the new table: what the old one had, and what is told from it."""
    if "known_from" in columns and "known_from" not in row:
        row["known_from"] = first_known[row["list_no"]]
    if table in _FILL:
        _FILL[table](row)
    return tuple(row.get(column) for column in columns)


def _fill_version(row: dict[str, object]) -> None:
    """Add the column, and seal the row anew where its old seal is right."""
    if "precision" in row:
        return
    if row["seal"] != seal_of([row[name] for name in _OLD_VERSION]):
        raise IntegrityError(f"version {row['sequence']} of {row['published_on']}: its row was changed")
    row["precision"] = "stated"
    row["seal"] = seal_of([row[name] for name in (*_OLD_VERSION[:4], "precision", *_OLD_VERSION[4:])])


def _fill_notice(row: dict[str, object]) -> None:
    body = row["body"]
    assert isinstance(body, bytes)  # the column is a BLOB of a STRICT table
    notice = Notice.model_validate_json(unpack(body))
    row.setdefault("kind", notice.kind)
    row.setdefault("party_digest", bytes.fromhex(notice.party.content_digest()) if notice.party else None)


def _fill_content(row: dict[str, object]) -> None:
    body = row["body"]
    assert isinstance(body, bytes)
    row["amended_on"] = stated_dates(party_from(body))[2]


_OLD_LIST = ("list_no", "list_id", "title", "publisher", "selection", "head_chain", "notice_count",
             "notices_digest", "periods", "file_periods")  # fmt: skip
_OLD_VERSION = ("list_no", "sequence", "position", "published_on", "digest", "party_count", "files", "format",
                "parser_version", "imported_at", "previous_chain", "chain")  # fmt: skip
"""The columns that seals of older schemas are of, in their order."""


_FILL: Mapping[str, Callable[[dict[str, object]], None]] = {
    "versions": _fill_version, "notices": _fill_notice, "contents": _fill_content,
}  # fmt: skip
