"""A version that should not have been, taken out or put under its right day: as a later revision.

Reach for this module when a file was imported under a wrong day, or was no file of the list. Guarantee:
nothing is lost. The version, its records and what was answered from it stay known on the revisions before;
from the new one on it has no say.
"""

from __future__ import annotations

from datetime import date

from ..errors import NoVersionError, StoreError
from ..model import DayPrecision, ListVersion, Revision
from ._database import Database
from ._importing import SnapshotFacts, put_on_day
from ._retying import retie
from ._revisions import ListRow, as_revision, find_list, put_row, raised
from ._schema import position_of
from ._versions import effective, versions_of

__all__ = ["correct_day", "withdraw"]


def withdraw(db: Database, list_id: str, day: date, reason: str) -> Revision:
    """Take out the version that holds for a day; of several for one day the one before it holds again."""
    _check_reason(reason)
    with db.writing():
        row = find_list(db, list_id)
        version = _of_day(db, row, day)
        row = raised(db, row, "withdrawal", withdrawn=version.sequence, reason=reason)
        put_row(db, row)
        retie(db, list_id)
        return as_revision(find_list(db, list_id))


def correct_day(
    db: Database, list_id: str, day: date, right_day: date, reason: str, precision: DayPrecision
) -> ListVersion:
    """Put the version that holds for a day under another, or say how well its day is known."""
    _check_reason(reason)
    with db.writing():
        row = find_list(db, list_id)
        version = _of_day(db, row, day)
        if (right_day, precision) == (version.published_on, version.precision):
            raise StoreError(f"list {list_id}: its version of {day} is of that day already")
        row = raised(db, row, "correction", withdrawn=version.sequence, reason=reason)
        facts = SnapshotFacts(
            right_day, version.files, version.format, version.parser_version, version.imported_at, precision
        )
        put_row(db, row)
        corrected = put_on_day(db, row, facts, _held(db, row, version))
        retie(db, list_id)
    return corrected


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise StoreError("say why: whoever reads the history in ten years has only the reason given")


def _of_day(db: Database, row: ListRow, day: date) -> ListVersion:
    versions = effective(versions_of(db, row))
    for version in versions:
        if version.published_on == day:
            return version
    days = ", ".join(str(version.published_on) for version in versions[-3:]) or "none"
    raise NoVersionError(f"list {row.list_id}: no version is of {day}; the newest are of {days}")


def _held(db: Database, row: ListRow, version: ListVersion) -> dict[str, str]:
    """Return party id → digest of every record that a version holds."""
    position = position_of(version.published_on, version.sequence)
    rows = db.rows(
        "SELECT c.party_id, c.digest FROM contents c JOIN held h USING (content_no) "
        "WHERE c.list_no = ? AND h.first <= ? AND h.last >= ?",
        (row.list_no, position, position),
    )
    return {party_id: digest.hex() for party_id, digest in rows}
