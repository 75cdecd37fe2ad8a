"""What was loaded for an answer, held against the digests that the answer names.

Reach for :func:`check_state` before a list's state is told. Guarantee: the list's own row, the rows of its
versions, the parties of the versions around the day and the set of its notices are those the digests are of;
each record and notice is held against its own digest when it is read. That every older version too still has
its parties is what :func:`~._integrity.verify` finds.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from ..errors import IntegrityError
from ..history.bearers import FiledAnew, reference_of
from ..history.evidence import HeldRecord, ListEvidence
from ..model import ListVersion
from ._database import Database
from ._importing import standing_notices
from ._jsonlines import digest_of_digests, digest_of_pairs
from ._revisions import ListRow, seal_of
from ._versions import version_columns

__all__ = ["check_list_row", "check_state"]


def check_state(db: Database, row: ListRow, evidence: ListEvidence, day: date) -> None:
    """Raise IntegrityError when what answers for *day* is not what its digests are of."""
    check_list_row(db, row)
    _check_versions(db, row, evidence)
    after = bisect_right(evidence.days, day)
    for index in {max(after - 1, 0), after} & set(range(len(evidence.versions))):
        _check_parties(evidence, index)
    _check_notices(db, row)


def check_list_row(db: Database, row: ListRow) -> None:
    """Raise IntegrityError when a list's own row was changed."""
    stored = db.row("SELECT seal FROM revisions WHERE revision = ?", (row.revision,))
    if not stored or stored[0] != row.seal():
        raise IntegrityError(f"list {row.list_id}: its title, counts or notice periods were changed")


def _check_versions(db: Database, row: ListRow, evidence: ListEvidence) -> None:
    rows = db.rows("SELECT sequence, seal FROM versions WHERE list_no = ?", (row.list_no,))
    seals: dict[int, str] = dict(rows)
    for version in evidence.versions:
        if seals.get(version.sequence) != seal_of(version_columns(row.list_no, version)):
            raise IntegrityError(f"{_named(version)}: its row was changed")


def _check_parties(evidence: ListEvidence, index: int) -> None:
    version = evidence.versions[index]
    held = ((party_id, known.segment_at(index)) for party_id, known in evidence.parties.items())
    pairs = [_as_stored(party_id, segment.content) for party_id, segment in held if segment is not None]
    if len(pairs) != version.party_count or digest_of_pairs(pairs) != version.digest:
        raise IntegrityError(
            f"{_named(version)}: its parties ({len(pairs)}) are not those imported ({version.party_count}, "
            f"digest {version.digest[:12]}); run 'lists verify'"
        )


def _as_stored(party_id: str, content: HeldRecord) -> tuple[str, str]:
    stored = content.stored if isinstance(content, FiledAnew) else content
    return reference_of(party_id), stored.digest


def _check_notices(db: Database, row: ListRow) -> None:
    rows = standing_notices(db, row)
    digest = digest_of_digests(stored.hex() for stored, _, _ in rows) if rows else None
    if (len(rows), digest) != (row.notice_count, row.notices_digest):
        raise IntegrityError(
            f"list {row.list_id}: its notices ({len(rows)}) are not those imported ({row.notice_count})"
        )


def _named(version: ListVersion) -> str:
    return f"list {version.list_id}, version {version.sequence} of {version.published_on}"
