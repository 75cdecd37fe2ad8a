"""What the tables hold of a list, or of one party, gathered as evidence to tell histories from.

Reach for this module to get from the tables to :mod:`sanctions_screen.history`. It is read within one
transaction and complete in itself: the store may change or close afterwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import ValidationError

from ..errors import IntegrityError
from ..history.bearers import Bearer, FiledAnew, notices_by_bearer, reference_of, told_apart
from ..history.evidence import HeldRecord, ListEvidence, ListHead, PartyEvidence, Segment, ToldNotice
from ..model import FileDigest, ListVersion, Notice, NoticeKind, Party, sha256_hex
from ..sources.completeness import lacking, read_without
from ._content import unpack, unpack_each
from ._contents import PackedParty, parties_in
from ._database import Database, Row
from ._filled import filled_of
from ._name_keys import marked_apart
from ._revisions import ListRow
from ._schema import OPEN_END, position_of
from ._versions import effective, versions_of, withdrawn_from

__all__ = ["load_list", "load_parties"]


@dataclass(frozen=True)
class StoredNotice:
    """A notice as stored; its text is read when somebody asks."""

    party_id: str
    kind: NoticeKind
    on: date
    previous_party_id: str | None
    party_digest: str | None
    """Digest of the party's record as the notice writes it; None when it gives none."""
    digest: bytes
    body: bytes

    @cached_property
    def notice(self) -> Notice:
        """The notice in full; IntegrityError when it is not the one that its digest and its row say."""
        return self.told_by(unpack(self.body))

    def told_by(self, text: str) -> Notice:
        """Return the notice that its body, unpacked, tells; IntegrityError as for :attr:`notice`."""
        if bytes.fromhex(sha256_hex(text)) != self.digest:
            raise IntegrityError(f"a notice of {self.on} about {self.party_id} differs from its digest")
        try:
            notice = Notice.model_validate_json(text)
        except ValidationError as error:
            raise IntegrityError(f"a stored notice is damaged: {error.errors()[0]['msg']}") from error
        told = (notice.party_id, notice.kind, notice.on, notice.previous_party_id)
        if told != (self.party_id, self.kind, self.on, self.previous_party_id):
            raise IntegrityError(f"a notice of {self.on} about {self.party_id} is filed wrongly")
        return notice


def load_list(db: Database, row: ListRow) -> ListEvidence:
    """Return the evidence of a whole list."""
    return _load(db, row, None)


def load_parties(db: Database, row: ListRow, party_ids: Sequence[str]) -> ListEvidence:
    """Return the evidence of some parties of a list; one the store does not know has no entry.

    With a party comes whoever else had its reference.
    """
    return _load(db, row, sorted({reference_of(party_id) for party_id in party_ids}))


def _load(db: Database, row: ListRow, wanted: Sequence[str] | None) -> ListEvidence:
    with db.reading():
        versions, filled = _effective_versions(db, row)
        only, values, of_list = _limit(wanted)
        held = db.rows(
            "SELECT c.party_id, h.first, h.last, c.content_no, c.digest, c.body, "  # noqa: S608
            "c.listed_on, c.delisted_on, c.amended_on "
            f"FROM contents c JOIN held h USING (content_no) WHERE {of_list} = ? {only} "
            "ORDER BY c.party_id, h.first",
            (row.list_no, *values),
        )
        bearers = _bearers(db, row, _segments(versions, held))
        only, values, of_list = _limit(wanted and sorted({*wanted, *bearers}))
        told = db.rows(
            "SELECT party_id, kind, on_day, previous_party_id, party_digest, digest, body FROM notices "  # noqa: S608
            f"WHERE {of_list} = ? AND known_from <= ? AND (known_until IS NULL OR known_until > ?) "
            f"AND party_id IS NOT NULL {only} ORDER BY party_id, on_day, digest",
            (row.list_no, row.revision, row.revision, *values),
        )
        head = _head(db, row)
    notices: dict[str, list[StoredNotice]] = {}
    for party_id, kind, on_day, previous, party_digest, digest, body in told:
        record = party_digest.hex() if party_digest else None
        stored = StoredNotice(party_id, kind, date.fromisoformat(on_day), previous, record, digest, body)
        notices.setdefault(party_id, []).append(stored)
    return ListEvidence(
        row.list_id,
        versions,
        _parties(bearers, notices, [version.published_on for version in versions]),
        periods=row.periods,
        notices_digest=row.notices_digest,
        head=head,
        read_without=tuple(read_without(v.format, [f.name for f in v.files]) for v in versions),
        lacking=tuple(lacking(v.format, [f.name for f in v.files]) for v in versions),
        filled=filled,
        read=_read,
    )


def _read(records: Sequence[HeldRecord], notices: Sequence[ToldNotice]) -> list[Party]:
    """Return records in full; read notices too, which remember what they tell."""
    filed = [record.stored if isinstance(record, FiledAnew) else record for record in records]
    packed = [record for record in filed if isinstance(record, PackedParty)]
    unread = [told for told in notices if isinstance(told, StoredNotice) and "notice" not in vars(told)]
    texts = iter(unpack_each([*(told.body for told in unread), *(each.body for each in packed)]))
    for told in unread:
        vars(told)["notice"] = told.told_by(next(texts))  # as its property would remember it
    parties = parties_in(packed, texts)
    return [
        record.of(party) if isinstance(record, FiledAnew) else party
        for record, party in zip(records, parties, strict=True)
    ]


def _limit(wanted: Sequence[str] | None) -> tuple[str, Sequence[str], str]:
    """Return how a query is kept to some parties: a condition, its values, and the column of the list."""
    if wanted is None:
        return "", (), "list_no"
    # The plus keeps SQLite from going through all notices of the list, by the index that begins with list_no,
    # to find those of a few parties.
    return f"AND party_id IN ({', '.join('?' * len(wanted))})", wanted, "+list_no"


def _bearers(db: Database, row: ListRow, segments: Mapping[str, list[Segment]]) -> dict[str, Bearer]:
    """Return the parties that versions hold, by id: of a reference that was given to another, each."""
    found = {party_id: Bearer(tuple(held)) for party_id, held in segments.items()}
    for party_id in sorted(marked_apart(db, row.list_no) & segments.keys()):
        found |= told_apart(party_id, segments[party_id])
    return found


def _parties(
    bearers: Mapping[str, Bearer], notices: Mapping[str, list[StoredNotice]], days: Sequence[date]
) -> dict[str, PartyEvidence]:
    """Return the evidence of each party, in order of id."""
    told: dict[str, list[ToldNotice]] = {party_id: [*each] for party_id, each in notices.items()}
    for party_id in {reference_of(each) for each, bearer in bearers.items() if bearer.before or bearer.since}:
        # Those of change files were tied to the very party; what others tell of is the reference.
        of_reference = [n for n in notices.get(party_id, ()) if n.notice.announced_as is None]
        told[party_id] = [n for n in told.get(party_id, ()) if n not in of_reference]
        among = {each: bearer for each, bearer in bearers.items() if reference_of(each) == party_id}
        for each, found in notices_by_bearer(of_reference, among, days).items():
            told[each] = sorted([*told.get(each, ()), *found], key=lambda notice: notice.on)
    none = Bearer(())
    return {
        party_id: PartyEvidence(
            party_id, bearer.segments, tuple(told.get(party_id, ())), bearer.before, bearer.since
        )
        for party_id in sorted(bearers.keys() | told.keys())
        for bearer in [bearers.get(party_id, none)]
    }


def _head(db: Database, row: ListRow) -> ListHead:
    files = db.rows(
        "SELECT name, sha256 FROM change_files WHERE list_no = ? AND known_from <= ? "
        "AND (known_until IS NULL OR known_until > ?) ORDER BY name",
        (row.list_no, row.revision, row.revision),
    )
    return ListHead(
        revision=row.revision,
        chain=row.head_chain or "",
        sequence=row.head_sequence,
        withdrawn=len(withdrawn_from(db, row)),
        change_files=tuple(FileDigest(name=name, sha256=sha256) for name, sha256 in files),
    )


_Versions = tuple[tuple[ListVersion, ...], tuple[Mapping[str, int], ...]]


def _effective_versions(db: Database, row: ListRow) -> _Versions:
    """Return the versions that hold, and what each fills.

    They are read once for each state of the list, which its revision tells apart.
    """
    key = (row.list_id, row.revision)
    found: _Versions | None = db.remembered.get(key)
    if found is None:
        db.remembered.clear()
        versions = tuple(effective(versions_of(db, row)))
        found = db.remembered[key] = versions, filled_of(db, row, versions)
    return found


def _segments(versions: Sequence[ListVersion], held: Sequence[Row]) -> dict[str, list[Segment]]:
    """Return each party's segments, in order; positions become indexes of the versions that hold."""
    positions = [position_of(version.published_on, version.sequence) for version in versions]
    # Tens of thousands of ranges begin and end at a few hundred positions.
    firsts = {at: bisect_left(positions, at) for at in {row[1] for row in held}}
    lasts = {at: bisect_right(positions, at) - 1 for at in {row[2] for row in held}}
    lasts[OPEN_END] = len(positions) - 1
    packed: dict[int, PackedParty] = {}
    found: dict[str, list[Segment]] = {}
    for party_id, first_at, last_at, number, digest, body, listed_on, delisted_on, amended_on in held:
        first, last = firsts[first_at], lasts[last_at]
        if last < first:
            continue  # only a superseded version held it
        content = packed.get(number)
        if content is None:
            content = packed[number] = PackedParty(
                party_id, digest.hex(), body, _day(listed_on), _day(delisted_on), _days(amended_on)
            )
        of_party = found.setdefault(party_id, [])
        if of_party and of_party[-1].content is content and of_party[-1].last + 1 == first:
            of_party[-1] = Segment(of_party[-1].first, last, content)
        else:
            of_party.append(Segment(first, last, content))
    return found


def _days(text: str | None) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in text.split()) if text else ()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
