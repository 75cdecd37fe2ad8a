"""A list on one day: who was listed, who had been delisted, and the records to show for it.

Reach for :class:`ListState` to screen as of a day, for :class:`Snapshot` to read the list as it stood. Both
hold all they need: the store may be closed, or change, meanwhile. A record is read in full only when asked
for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from ..errors import NoVersionError, UnknownPartyError
from ..model import (
    ListingHistory,
    ListingStatus,
    ListProvenance,
    ListVersion,
    Party,
    PartyId,
    UnsettledSpan,
    canonical_json,
    sha256_hex,
)
from ._records import (
    OtherRecord,
    Source,
    compared_of,
    have_others,
    other_records,
    rebuilt_record,
    record_of,
    record_source,
    seen_at,
)
from ._remaking import REMADE_FIELDS
from ._timeline import Turn, standing_on
from .evidence import ListEvidence, PartyEvidence
from .histories import Histories
from .turns import turns_of

__all__ = [
    "ListState",
    "PartyState",
    "Snapshot",
    "Standing",
    "is_left_out",
    "oldest_day",
    "standings_of",
    "state_of",
]


class PartyState(NamedTuple):
    """One party's standing on the day."""

    party_id: PartyId
    status: Literal["listed", "delisted", "unsettled"]
    digest: str
    """Of the record the party is known by on that day."""
    seen_on: date
    """The day of the version, or notice, that record stands in."""
    unsettled: UnsettledSpan | None = None
    """For a party of which nobody can say whether it was listed: what happened between which days."""


class Standing(NamedTuple):
    """What is told of a party on the day: its standing, and where the rest is to be found."""

    member: PartyState
    source: Source
    """Of its record."""
    histories: Histories
    """Among which its own is."""


class ListState:
    """Every party of a list that is listed on the day, may be, or was and has been delisted since.

    Iterates :class:`PartyState`, sorted by party_id.
    """

    def __init__(
        self,
        evidence: ListEvidence,
        as_of: date,
        members: dict[str, PartyState],
        histories: Histories,
        rebuilt: Mapping[str, Party],
        unnamed: Sequence[str] = (),
    ) -> None:
        self.evidence, self._unnamed = evidence, unnamed
        self._members = members
        self._histories = histories
        self._rebuilt = rebuilt
        self.list_id = evidence.list_id
        self.as_of = as_of

    def __iter__(self) -> Iterator[PartyState]:
        return iter(self._members.values())

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, party_id: object) -> bool:
        return party_id in self._members

    @property
    def version(self) -> ListVersion | None:
        """The version nearest to the day: the newest on or before it, else the oldest after it."""
        return version_near(self.evidence, self.as_of)

    @property
    def known_on(self) -> int:
        """The newest revision that changed what is known of the list."""
        return self.evidence.head.revision

    @property
    def provenance(self) -> ListProvenance:
        """What the answer rests on."""
        evidence, version = self.evidence, self.version
        return ListProvenance(
            list_id=self.list_id,
            published_on=version.published_on if version else self.as_of,
            digest=version.digest if version else evidence.notices_digest or "",
            chain=version.chain if version else "",
            precision=version.precision if version else "stated",
            head_chain=evidence.head.chain,
            head_sequence=evidence.head.sequence,
            withdrawn=evidence.head.withdrawn,
            change_files=evidence.head.change_files,
            notices_digest=evidence.notices_digest,
            evidence_digest=self._evidence_digest,
            days_since_file=(self.as_of - version.published_on).days if version else None,
            days_to_next_file=self._days_to_next_file,
            read_without=evidence.read_without[evidence.versions.index(version)] if version else (),
            unnamed=tuple(map(PartyId, self._unnamed)),
        )

    @property
    def _days_to_next_file(self) -> int | None:
        days = self.evidence.days
        at = bisect_right(days, self.as_of)
        if at == len(days) or (at and days[at - 1] == self.as_of):
            return None
        return (days[at] - self.as_of).days

    @cached_property
    def _evidence_digest(self) -> str:
        """Return the digest of all that answers as of the day are told from.

        The nearest version alone does not decide them: an older file imported late moves windows.
        """
        versions = [[v.published_on.isoformat(), v.digest] for v in self.evidence.versions]
        known = bisect_right(self.evidence.days, self.as_of)
        periods = [[first.isoformat(), last.isoformat()] for first, last in self.evidence.periods]
        standing = [
            [m.party_id, m.status, m.digest, m.seen_on.isoformat()]
            + ([m.unsettled.to_json_dict()] if m.unsettled else [])
            + [[o.held.digest, o.seen_on.isoformat(), o.whole] for o in self._others(m.party_id)]
            for m in self
        ]
        between = known and self.evidence.floors[known - 1] < self.as_of  # the next version leaves less open
        shown = versions[: known + 1] if between else versions[:known]
        return sha256_hex(canonical_json([shown, self.evidence.notices_digest, periods, standing]))

    def is_announced_only(self, party_id: str) -> bool:
        """Return whether no version ever held the party, so that its record is a notice's."""
        return not self.evidence.parties[party_id].segments

    def member(self, party_id: str) -> PartyState:
        """Return one party's standing; UnknownPartyError when it had never been listed by that day."""
        try:
            return self._members[party_id]
        except KeyError:
            raise UnknownPartyError(f"{party_id} had not been listed by {self.as_of}") from None

    def party(self, party_id: str) -> Party:
        """Return the record a party is known by on that day; UnknownPartyError as for :meth:`member`."""
        member = self.member(party_id)
        if party_id in self._rebuilt:
            return self._rebuilt[party_id]
        return record_of(self.evidence.parties[party_id], member.digest)

    def compared(self, party_id: str) -> Party:
        """Return what a screening compares: the party's record with all that may be true of it that day.

        See :func:`~._records.other_records`; :meth:`name_seen_on` tells where a name of it stands.
        """
        return compared_of([self._standing(party_id).source])[0].whole

    def compared_key(self, party_id: str) -> str:
        """Return a text that is the same only while what :meth:`compared` returns is; no record is read."""
        digest, others = self.member(party_id).digest, self._others(party_id)
        if not others:
            return digest
        return sha256_hex(canonical_json([digest, *([each.held.digest, each.whole] for each in others)]))

    def name_seen_on(self, party_id: str, text: str) -> date | None:
        """Return the day of the version, or notice, in which a compared name stands; None of the record's."""
        if any(name.text == text for name in self.party(party_id).names):
            return None
        others = self._others(party_id)
        return next((o.seen_on for o in others if any(n.text == text for n in o.held.party().names)), None)

    def may_have_become(self, party_id: str) -> Party | None:
        """Return the record the party may have had already, where an amendment's window holds the day."""
        return next(
            (other.held.party() for other in self._others(party_id) if other.is_what_it_becomes), None
        )

    def record_in(self, party_id: str, *, latest: bool = False) -> tuple[Party, int | None]:
        """Return a party's record and the version, by index, it stands in; None of one that a notice gives.

        With *latest* the record it may have had already, where an amendment's window holds the day.
        """
        whole = [other for other in self._others(party_id) if other.is_what_it_becomes] if latest else []
        if whole:
            return whole[0].held.party(), self.evidence.days.index(whole[0].seen_on)
        at = bisect_right(self.evidence.days, self.as_of) - 1
        return self.party(party_id), seen_at(self.evidence.parties[party_id], at)

    def _standing(self, party_id: str) -> Standing:
        """Return what is told of a party on that day; UnknownPartyError as for :meth:`member`."""
        member = self.member(party_id)
        known, rebuilt = self.evidence.parties[party_id], self._rebuilt.get(party_id)
        left, others = member.status == "delisted", self._may_have_others
        source = Source(self.evidence, known, member.digest, rebuilt, self.as_of, others, left)
        return Standing(member, source, self._histories)

    def _others(self, party_id: str) -> list[OtherRecord]:
        has_left = self.member(party_id).status == "delisted"
        if not self._may_have_others:
            return []
        known = self.evidence.parties[party_id]
        return list(other_records(known, self.evidence, self.as_of, has_left=has_left))

    @cached_property
    def _may_have_others(self) -> bool:
        """Whether anything may be true of any party besides its record: seen once for thousands of them."""
        return have_others(self.evidence, self.as_of)

    def rebuilt_fields(self, party_id: str) -> tuple[str, ...]:
        """Return the fields that announced changes were taken back, or made, in since the record was seen."""
        self.member(party_id)
        known = self.evidence.parties[party_id]
        source = record_source(known, self.evidence, self.as_of)
        if party_id not in self._rebuilt or source is None:
            return ()
        seen, record = record_of(known, source[0]), self._rebuilt[party_id]
        return tuple(f for f in REMADE_FIELDS if getattr(seen, f) != getattr(record, f))

    def history(self, party_id: str) -> ListingHistory:
        """Return a party's history as it can be told on that day."""
        self.member(party_id)
        return self._histories.history(party_id).up_to(self.as_of)


class Snapshot:
    """The parties that were on a list on one day for certain. Iterates :class:`Party`, sorted by party_id.

    Those that may have been on it are told apart, in :attr:`unsettled`.
    """

    def __init__(self, state: ListState) -> None:
        self._state = state
        self._listed = {m.party_id: m for m in state if m.status == "listed"}
        self._unsettled = tuple(m.party_id for m in state if m.status == "unsettled")
        self.list_id = state.list_id
        self.as_of = state.as_of
        self.version = state.version

    def __iter__(self) -> Iterator[Party]:
        for party_id in self._listed:
            yield self._state.party(party_id)

    @property
    def unsettled(self) -> tuple[PartyId, ...]:
        """Parties left out though they may have been on the list: the day lies in a window of theirs."""
        return self._unsettled

    @property
    def rebuilt(self) -> tuple[PartyId, ...]:
        """Parties whose record on the day is not that of :attr:`version`: of a notice or another version."""
        seen_on = self.version.published_on if self.version else None
        return tuple(
            # A notice of the version's very day is not the version.
            m.party_id for m in self._listed.values()
            if m.seen_on != seen_on or self._state.is_announced_only(m.party_id)
        )  # fmt: skip

    def rebuilt_fields(self, party_id: str) -> tuple[str, ...]:
        """Return the fields of a party's record that announced changes were taken back, or made, in.

        The others are as the version, or the notice, has them in which the party was seen.
        """
        return self._state.rebuilt_fields(party_id)

    def __len__(self) -> int:
        return len(self._listed)

    def __contains__(self, party_id: object) -> bool:
        return party_id in self._listed

    def party(self, party_id: str) -> Party:
        """Return one party; UnknownPartyError when it was not on the list that day."""
        if party_id not in self._listed:
            raise UnknownPartyError(f"{party_id} was not on the list {self.list_id} on {self.as_of}")
        return self._state.party(party_id)

    def members(self) -> Iterator[PartyState]:
        """Yield each party's standing with the digest of its record and where it was seen."""
        yield from self._listed.values()


def standings_of(states: Mapping[str, ListState], party_ids: Iterable[PartyId]) -> dict[PartyId, Standing]:
    """Return what is told of some parties of several lists, which are given by their ids."""
    return {party_id: states[party_id.partition(":")[0]]._standing(party_id) for party_id in party_ids}


def state_of(evidence: ListEvidence, as_of: date, histories: Histories) -> ListState:
    """Return the list on one day; NoVersionError for a day before anything is known of it."""
    oldest = oldest_day(evidence)
    if oldest is None or as_of < oldest:
        since = f"nothing is known of it before {oldest}" if oldest else "it holds no version and no notice"
        raise NoVersionError(f"list {evidence.list_id}: no version on or before {as_of}; {since}")
    members: dict[str, PartyState] = {}
    rebuilt: dict[str, Party] = {}
    standings: dict[int, tuple[Sequence[Turn], ListingStatus, UnsettledSpan | None]] = {}
    like: dict[_Shown, PartyState | None] = {}
    unnamed: list[str] = []
    for party_id, known in evidence.parties.items():
        shown = _shown(known)
        if shown in like:
            if other := like[shown]:
                members[party_id] = PartyState(
                    PartyId(party_id),
                    other.status,
                    known.segments[0].content.digest,
                    other.seen_on,
                    other.unsettled,
                )
            continue
        turns = turns_of(evidence, known)
        if id(turns) not in standings:  # parties that no notice names share theirs
            standings[id(turns)] = turns, *standing_on(turns, as_of)
        _, status, span = standings[id(turns)]
        source = None if status == "never-listed" else record_source(known, evidence, as_of)
        if status != "never-listed" and not source:
            unnamed.append(party_id)
        if status != "never-listed" and source:
            record = rebuilt_record(known, *source, as_of)
            if record is not None:
                rebuilt[party_id] = record
                source = record.content_digest(), source[1]
            members[party_id] = PartyState(PartyId(party_id), status, *source, span)
        if shown:
            like[shown] = members.get(party_id)
    return ListState(evidence, as_of, members, histories, rebuilt, unnamed)


_Shown = tuple[object, ...]
"""What versions show of a party of one record: parties of which they show the same stand alike on any day."""


def _shown(known: PartyEvidence) -> _Shown:
    """Return what versions show of a party; nothing where a notice names it or it has several records."""
    if known.notices or len(known.segments) != 1:
        return ()
    first, last, held = known.segments[0]
    return first, last, held.listed_on, held.delisted_on, held.amended_on


def is_left_out(evidence: ListEvidence, known: PartyEvidence, turns: Sequence[Turn], day: date) -> bool:
    """Return whether a snapshot of *day* leaves out a party that has come and is not known to have left."""
    return record_source(known, evidence, day) is None or standing_on(turns, day)[0] == "unsettled"


def version_near(evidence: ListEvidence, day: date) -> ListVersion | None:
    """Return the newest version on or before the day, else the oldest after it, else None."""
    if not evidence.versions:
        return None
    return evidence.versions[max(bisect_right(evidence.days, day) - 1, 0)]


def oldest_day(evidence: ListEvidence) -> date | None:
    """Return the first day for which the list is known as a whole; None when nothing tells of it.

    That is the day of its first version, or the first of a period whose every change is among the notices. A
    single notice is no such day, nor a listing date that a record states: of the parties that had left by the
    first version nothing would be known, and a screen of that day would be clear of them by ignorance. Only
    of a list that has neither version nor period do its notices tell all there is.
    """
    days = [*evidence.days[:1], *(first for first, _ in evidence.periods)]
    notices = [known.notices[0].on for known in evidence.parties.values() if known.notices]
    return min(days or notices, default=None)
