"""The versions of a list: writing one, reading them, and the chain that ties each to the one before it.

Reach for this module to find which version holds for a day. Guarantees: a version's digest depends on its
parties alone; its chain on its metadata and on all versions imported into the list before it, so a changed
past shows. The time of import is left out of the chain: the same files imported in the same order give the
same chain on any machine. It is guarded by the row's seal instead.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pydantic import TypeAdapter

from ..errors import IntegrityError, UnknownListError
from ..history.evidence import Spans
from ..model import ListVersion, SourceFile, canonical_json, sha256_hex
from ._database import Database, Row
from ._schema import position_of

__all__ = [
    "ListRow",
    "chain_of",
    "effective",
    "find_list",
    "list_rows",
    "put_list",
    "put_version",
    "seal_of",
    "versions_of",
]

_FILES = TypeAdapter(tuple[SourceFile, ...])
_LIST_COLUMNS = (
    "list_no, list_id, title, publisher, selection, head_chain, notice_count, notices_digest, periods, "
    "file_periods"
)
_VERSION_COLUMNS = (
    "sequence, published_on, digest, party_count, files, format, parser_version, imported_at, "
    "previous_chain, chain"
)


@dataclass(frozen=True, slots=True)
class ListRow:
    """What the store keeps of a list as a whole."""

    list_no: int
    list_id: str
    title: str = ""
    publisher: str = ""
    selection: bool = False
    head_chain: str | None = None
    notice_count: int = 0
    notices_digest: str | None = None
    stated_periods: Spans = ()
    """Spans of days whose every change is among the notices, as whoever put these in said."""
    file_periods: Spans = ()
    """Such spans that the change files cover."""

    @property
    def periods(self) -> Spans:
        """All spans of days whose every change is among the notices."""
        return tuple(sorted({*self.stated_periods, *self.file_periods}))

    def columns(self) -> Row:
        """Return the row as stored, without its seal."""
        return (
            self.list_no, self.list_id, self.title, self.publisher, int(self.selection),
            self.head_chain, self.notice_count, self.notices_digest,
            *(
                canonical_json([[first.isoformat(), last.isoformat()] for first, last in spans])
                for spans in (self.stated_periods, self.file_periods)
            ),
        )  # fmt: skip

    @classmethod
    def from_columns(cls, row: Row) -> ListRow:
        """Return the row read from the store."""
        try:
            stated, covered = (
                tuple(
                    (date.fromisoformat(first), date.fromisoformat(last)) for first, last in json.loads(text)
                )
                for text in row[8:10]
            )
        except (ValueError, TypeError) as error:
            raise IntegrityError(f"list {row[1]}: its notice periods are damaged ({error})") from error
        return cls(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6], row[7], stated, covered)


def seal_of(columns: Sequence[object]) -> str:
    """Return the SHA-256 that guards a row."""
    return sha256_hex(canonical_json(list(columns)))


def list_rows(db: Database) -> list[ListRow]:
    """Return every list, sorted by id."""
    rows = db.rows(f"SELECT {_LIST_COLUMNS} FROM lists ORDER BY list_id")  # noqa: S608 - a constant
    return [ListRow.from_columns(row) for row in rows]


def find_list(db: Database, list_id: str) -> ListRow:
    """Return one list; UnknownListError, naming those there are, when the store does not hold it."""
    known = list_rows(db)
    for row in known:
        if row.list_id == list_id:
            return row
    names = ", ".join(row.list_id for row in known) or "none yet"
    raise UnknownListError(f"no list {list_id!r} in {db.where}; it holds: {names}")


def put_list(db: Database, row: ListRow) -> None:
    """Write a list's row with its seal, new or changed."""
    columns = row.columns()
    db.run(
        "INSERT INTO lists VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (list_no) DO UPDATE SET "
        "title = excluded.title, publisher = excluded.publisher, selection = excluded.selection, "
        "head_chain = excluded.head_chain, notice_count = excluded.notice_count, "
        "notices_digest = excluded.notices_digest, periods = excluded.periods, "
        "file_periods = excluded.file_periods, seal = excluded.seal",
        (*columns, seal_of(columns)),
    )


def versions_of(db: Database, row: ListRow) -> list[ListVersion]:
    """Return all versions of a list in order of (published_on, sequence), superseded ones too."""
    rows = db.rows(
        f"SELECT {_VERSION_COLUMNS} FROM versions WHERE list_no = ? ORDER BY position",  # noqa: S608
        (row.list_no,),
    )
    return [_version(row.list_id, columns) for columns in rows]


def _version(list_id: str, row: Row) -> ListVersion:
    try:
        return ListVersion(
            list_id=list_id,
            sequence=row[0],
            published_on=date.fromisoformat(row[1]),
            digest=row[2],
            party_count=row[3],
            files=_FILES.validate_json(row[4]),
            format=row[5],
            parser_version=row[6],
            imported_at=datetime.fromisoformat(row[7]),
            previous_chain=row[8],
            chain=row[9],
        )
    except ValueError as error:
        raise IntegrityError(f"list {list_id}, version {row[0]}: its row is damaged ({error})") from error


def effective(versions: Sequence[ListVersion]) -> list[ListVersion]:
    """Return the version that holds for each day: of several for one day, the one imported last."""
    by_day = {version.published_on: version for version in versions}  # sorted by sequence within a day
    return [by_day[day] for day in sorted(by_day)]


def chain_of(version: ListVersion) -> str:
    """Return the chain value that *version* should have, from its metadata and ``previous_chain``."""
    metadata = version.model_dump(mode="json", exclude={"chain", "imported_at"})
    return sha256_hex(canonical_json(metadata))


def version_columns(list_no: int, version: ListVersion) -> Row:
    """Return a version's row as stored, without its seal."""
    return (
        list_no,
        version.sequence,
        position_of(version.published_on, version.sequence),
        version.published_on.isoformat(),
        version.digest,
        version.party_count,
        canonical_json(_FILES.dump_python(version.files, mode="json")),
        version.format,
        version.parser_version,
        version.imported_at.astimezone(UTC).isoformat(),
        version.previous_chain,
        version.chain,
    )


def put_version(db: Database, list_no: int, version: ListVersion) -> None:
    """Write a version's row with its seal."""
    columns = version_columns(list_no, version)
    db.run(
        "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*columns, seal_of(columns))
    )
