"""The versions of a list: writing one, reading them, and the chain that ties each to the one before it.

Reach for this module to find which version holds for a day. Guarantees: a version's digest depends on its
parties alone; its chain on its metadata and on all versions imported into the list before it, so a changed
past shows. The time of import is left out of the chain: the same files imported in the same order give the
same chain on any machine. It is guarded by the row's seal instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from pydantic import TypeAdapter

from ..errors import IntegrityError
from ..model import ListVersion, SourceFile, canonical_json, sha256_hex
from ._database import Database, Row
from ._revisions import ListRow, seal_of
from ._schema import position_of

__all__ = ["chain_of", "effective", "put_version", "version_columns", "versions_of", "withdrawn_from"]

_FILES = TypeAdapter(tuple[SourceFile, ...])
_VERSION_COLUMNS = (
    "sequence, published_on, precision, digest, party_count, files, format, parser_version, imported_at, "
    "previous_chain, chain"
)


def versions_of(db: Database, row: ListRow, *, withdrawn: bool = False) -> list[ListVersion]:
    """Return the versions of a list that were known on the row's revision, superseded ones too.

    They come in order of (published_on, sequence). Those withdrawn by then are left out unless *withdrawn*.
    """
    rows = db.rows(
        f"SELECT {_VERSION_COLUMNS} FROM versions WHERE list_no = ? AND sequence <= ? "  # noqa: S608
        "ORDER BY position",
        (row.list_no, row.head_sequence),
    )
    gone = set() if withdrawn else withdrawn_from(db, row).keys()
    return [_version(row.list_id, columns) for columns in rows if columns[0] not in gone]


def withdrawn_from(db: Database, row: ListRow) -> dict[int, int]:
    """Return the sequence of each version withdrawn by the row's revision, with the revision that did it."""
    rows = db.rows(
        "SELECT withdrawn, revision FROM revisions "
        "WHERE list_no = ? AND revision <= ? AND withdrawn IS NOT NULL",
        (row.list_no, row.revision),
    )
    return dict(rows)


def _version(list_id: str, row: Row) -> ListVersion:
    try:
        return ListVersion(
            list_id=list_id,
            sequence=row[0],
            published_on=date.fromisoformat(row[1]),
            precision=row[2],
            digest=row[3],
            party_count=row[4],
            files=_FILES.validate_json(row[5]),
            format=row[6],
            parser_version=row[7],
            imported_at=datetime.fromisoformat(row[8]),
            previous_chain=row[9],
            chain=row[10],
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
    if version.precision == "stated":  # left out, so that the chains of older stores are what they were
        del metadata["precision"]
    return sha256_hex(canonical_json(metadata))


def version_columns(list_no: int, version: ListVersion) -> Row:
    """Return a version's row as stored, without its seal."""
    return (
        list_no,
        version.sequence,
        position_of(version.published_on, version.sequence),
        version.published_on.isoformat(),
        version.precision,
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
        "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*columns, seal_of(columns))
    )
