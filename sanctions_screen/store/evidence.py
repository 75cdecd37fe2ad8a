"""All that a store knows of a list, or of one party, gathered to tell histories from.

Reach for this module to get from the tables to the turns of a listing. It is read within one transaction and
complete in itself: the store may change or close afterwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import ValidationError

from ..errors import IntegrityError
from ..model import ListVersion, Notice, NoticeKind, Party
from .content import unpack
from .contents import PackedParty
from .database import Database, Row
from .schema import OPEN_END, position_of
from .timeline import Claim, Run, Turn, turns_of
from .versions import ListRow, effective, versions_of

__all__ = ["ListEvidence", "PartyEvidence", "Segment", "load_list", "load_parties"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a list's versions, by index from ``first`` to ``last``, that hold one content."""

    first: int
    last: int
    content: PackedParty


@dataclass(frozen=True)
class StoredNotice:
    """A notice as stored; its text is read when somebody asks."""

    kind: NoticeKind
    on: date
    previous_party_id: str | None
    party_digest: str | None
    """Digest of the party's record as the notice writes it; None when it gives none."""
    body: bytes

    @cached_property
    def notice(self) -> Notice:
        """The notice in full."""
        try:
            return Notice.model_validate_json(unpack(self.body))
        except ValidationError as error:
            raise IntegrityError(f"a stored notice is damaged: {error.errors()[0]['msg']}") from error

    @property
    def party(self) -> Party | None:
        """The party as the notice writes it."""
        return self.notice.party


@dataclass(frozen=True)
class PartyEvidence:
    """What is known of one party: the versions that hold it and the notices that name it."""

    party_id: str
    segments: tuple[Segment, ...]
    notices: tuple[StoredNotice, ...]

    def runs(self, days: Sequence[date]) -> list[Run]:
        """Return the stretches of versions that show the party as listed."""
        runs: list[Run] = []
        for segment in self.segments:
            for first, last in _listed_part(segment, days):
                if runs and runs[-1].last + 1 == first:
                    runs[-1] = Run(runs[-1].first, last, runs[-1].stated_listing)
                else:
                    runs.append(Run(first, last, _day(segment.content.listed_on)))
        return runs

    def claims(self) -> list[Claim]:
        """Return what notices announce, and what records state, about coming and going."""
        announced = [
            Claim("listed" if notice.kind == "listed" else "delisted", notice.on, number)
            for number, notice in enumerate(self.notices)
            if notice.kind != "amended"
        ]
        stated = {
            Claim("delisted", gone, stated_listing=_day(segment.content.listed_on)): None
            for segment in self.segments
            if (gone := _gone_on(segment.content)) is not None
        }
        return [*announced, *stated]


@dataclass(frozen=True)
class ListEvidence:
    """What is known of one list: its versions, and of each party what :class:`PartyEvidence` says."""

    row: ListRow
    versions: tuple[ListVersion, ...]
    """Those that hold for their day, oldest first; superseded ones are left out."""
    parties: Mapping[str, PartyEvidence]
    """By party id, in sorted order."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The day of each version."""
        return tuple(version.published_on for version in self.versions)

    def turns(self, party_id: str) -> list[Turn]:
        """Return when the party came onto the list and when it left it."""
        known = self.parties[party_id]
        return turns_of(self.days, known.runs(self.days), known.claims(), self.row.periods)


def load_list(db: Database, row: ListRow) -> ListEvidence:
    """Return the evidence of a whole list."""
    return _load(db, row, "", ())


def load_parties(db: Database, row: ListRow, party_ids: Sequence[str]) -> ListEvidence:
    """Return the evidence of some parties of a list; one the store does not know has no entry."""
    marks = ", ".join("?" * len(party_ids))
    return _load(db, row, f"AND party_id IN ({marks})", party_ids)


def _load(db: Database, row: ListRow, only: str, values: Sequence[str]) -> ListEvidence:
    # The plus keeps SQLite from going through all notices of the list, by the index that begins with list_no,
    # to find those of a few parties.
    of_list = "+list_no" if only else "list_no"
    with db.reading():
        versions = _effective_versions(db, row)
        held = db.rows(
            "SELECT c.party_id, h.first, h.last, c.content_no, c.digest, c.body, c.listed_on, c.delisted_on "  # noqa: S608
            f"FROM contents c JOIN held h USING (content_no) WHERE {of_list} = ? {only} "
            "ORDER BY c.party_id, h.first",
            (row.list_no, *values),
        )
        told = db.rows(
            "SELECT party_id, kind, on_day, previous_party_id, party_digest, body FROM notices "  # noqa: S608
            f"WHERE {of_list} = ? AND party_id IS NOT NULL {only} ORDER BY party_id, on_day, digest",
            (row.list_no, *values),
        )
    segments = _segments(versions, held)
    notices: dict[str, list[StoredNotice]] = {}
    for party_id, kind, on_day, previous, party_digest, body in told:
        record = party_digest.hex() if party_digest else None
        stored = StoredNotice(kind, date.fromisoformat(on_day), previous, record, body)
        notices.setdefault(party_id, []).append(stored)
    return ListEvidence(
        row,
        versions,
        {
            party_id: PartyEvidence(
                party_id, tuple(segments.get(party_id, ())), tuple(notices.get(party_id, ()))
            )
            for party_id in sorted(segments.keys() | notices.keys())
        },
    )


def _effective_versions(db: Database, row: ListRow) -> tuple[ListVersion, ...]:
    """Return the versions that hold; read once for each state of the list, which its chain tells apart."""
    key = (row.list_id, row.head_chain)
    found = db.remembered.get(key)
    if found is None:
        db.remembered.clear()
        found = db.remembered[key] = tuple(effective(versions_of(db, row)))
    return found


def _segments(versions: Sequence[ListVersion], held: Sequence[Row]) -> dict[str, list[Segment]]:
    """Return each party's segments, in order; positions become indexes of the versions that hold."""
    positions = [position_of(version.published_on, version.sequence) for version in versions]
    packed: dict[int, PackedParty] = {}
    found: dict[str, list[Segment]] = {}
    for party_id, first_at, last_at, number, digest, body, listed_on, delisted_on in held:
        first = bisect_left(positions, first_at)
        last = len(positions) - 1 if last_at == OPEN_END else bisect_right(positions, last_at) - 1
        if last < first:
            continue  # only a superseded version held it
        content = packed.get(number)
        if content is None:
            content = packed[number] = PackedParty(number, digest.hex(), body, listed_on, delisted_on)
        of_party = found.setdefault(party_id, [])
        if of_party and of_party[-1].content is content and of_party[-1].last + 1 == first:
            of_party[-1] = Segment(of_party[-1].first, last, content)
        else:
            of_party.append(Segment(first, last, content))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _gone_on(content: PackedParty) -> date | None:
    """Return the delisting day the record states, unless it states a later listing too."""
    listed_on, delisted_on = _day(content.listed_on), _day(content.delisted_on)
    if delisted_on is None or (listed_on is not None and listed_on > delisted_on):
        return None
    return delisted_on


def _listed_part(segment: Segment, days: Sequence[date]) -> Iterator[tuple[int, int]]:
    """Yield the part of a segment before the day from which the record calls the party delisted."""
    gone = _gone_on(segment.content)
    last = segment.last if gone is None else min(segment.last, bisect_left(days, gone) - 1)
    if last >= segment.first:
        yield segment.first, last
