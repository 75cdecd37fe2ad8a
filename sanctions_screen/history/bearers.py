"""A reference that was given to another: each of those who had it is a party of its own.

Reach for :func:`told_apart` where a list's records are gathered. The one who has the reference in the newest
version is the party of that id; whoever had it before is another, whose id says so, and leaves the list as
the reference goes to the next. Guarantees: records that are alike (:func:`.one_bearer.one_bearer`), be it by
way of a third, are of one party, and so are those of two versions that follow one another when nothing says
that they are two; a reference that always stood for one stays as it is; what is told depends
on the records alone, not on the order in which they came.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from ..model import Party, PartyId, sha256_hex
from ..names.keys import name_key
from .evidence import HeldRecord, PartyEvidence, Segment, ToldNotice
from .one_bearer import one_bearer

__all__ = [
    "Bearer",
    "FiledAnew",
    "are_apart",
    "known_as",
    "notices_by_bearer",
    "reference_of",
    "references_of",
    "told_apart",
]

_FORMER = re.compile(r"(.+)~was-([0-9a-f]{8})")


def reference_of(party_id: str) -> str:
    """Return the id under which a party's records are filed: its own, or that of a reference it had."""
    former = _FORMER.fullmatch(party_id) if "~" in party_id else None
    return former[1] if former else party_id


def references_of(party_ids: Iterable[str]) -> dict[str, str]:
    """Return by id what :func:`reference_of` does."""
    return {party_id: reference_of(party_id) for party_id in party_ids}


@dataclass(frozen=True)
class FiledAnew:
    """A record of one who had a reference before, under the id that tells so."""

    stored: HeldRecord
    party_id: str

    @property
    def listed_on(self) -> date | None:
        """The listing day the record states."""
        return self.stored.listed_on

    @property
    def delisted_on(self) -> date | None:
        """The delisting day the record states."""
        return self.stored.delisted_on

    @property
    def amended_on(self) -> tuple[date, ...]:
        """The days of amendment the record states."""
        return self.stored.amended_on

    @cached_property
    def digest(self) -> str:
        """Of the record, as it is told."""
        return self.party().content_digest()

    def party(self) -> Party:
        """Return the record."""
        return self.of(self.stored.party())

    def of(self, stored: Party) -> Party:
        """Return the record that was filed under the reference, under its own id."""
        return stored.model_copy(update={"party_id": PartyId(self.party_id)})


class Bearer(NamedTuple):
    """One whom a reference stood for."""

    segments: tuple[Segment, ...]
    before: tuple[tuple[str, str], ...] = ()
    """Those whom it stood for earlier: id and name of each."""
    since: tuple[tuple[str, str], ...] = ()
    """Those whom it stood for later."""


@dataclass
class _Group:
    """Records of one bearer."""

    records: dict[HeldRecord, Party]
    segments: list[Segment] = field(default_factory=list)


def are_apart(parties: Sequence[Party]) -> bool:
    """Return whether records of one reference hold two that are not alike: then they may be of two."""
    return any(one_bearer(one, other) is not True for one, other in combinations(parties, 2))


def told_apart(party_id: str, segments: Sequence[Segment]) -> dict[str, Bearer]:
    """Return those whom a reference stood for, by id: who has it in the newest version under *party_id*."""
    groups = _groups(segments)
    if len(groups) == 1:
        return {party_id: Bearer(tuple(segments))}
    groups.sort(key=lambda group: group.segments[-1].last)
    ids = [_former_id(party_id, group.segments[0]) for group in groups[:-1]] + [party_id]
    names = {
        each: (group.segments[0].first, group.segments[-1].content.party().primary_name.text)
        for each, group in zip(ids, groups, strict=True)
    }
    found: dict[str, Bearer] = {}
    for each, group in zip(ids, groups, strict=True):
        first = group.segments[0].first
        told = group.segments if each == party_id else [_anew(segment, each) for segment in group.segments]
        others = sorted((at, other, name) for other, (at, name) in names.items() if other != each)
        found[each] = Bearer(
            tuple(told),
            tuple((other, name) for at, other, name in others if at < first),
            tuple((other, name) for at, other, name in others if at > first),
        )
    return found


def _groups(segments: Sequence[Segment]) -> list[_Group]:
    """Return the segments by bearer; records are joined by whatever is alike to both."""
    groups: list[_Group] = []
    following = {
        frozenset((before.content, after.content))
        for before, after in pairwise(segments)
        if before.last + 1 == after.first
    }
    for content in dict.fromkeys(segment.content for segment in segments):
        joined = _Group({content: content.party()})
        for group in [g for g in groups if _are_one(joined, g, following)]:
            groups.remove(group)
            joined.records |= group.records
        groups.append(joined)
    for group in groups:
        group.segments = [segment for segment in segments if segment.content in group.records]
    return groups


def _are_one(one: _Group, other: _Group, following: Collection[frozenset[HeldRecord]]) -> bool:
    """Return whether a record of the one and one of the other are of one bearer, by what is certain of both.

    Where nothing is, they are when the one follows on the other: a list without dates corrects names, too.
    """
    for content, party in one.records.items():
        for beside, neighbour in other.records.items():
            judged = one_bearer(party, neighbour)
            if judged or (judged is None and frozenset((content, beside)) in following):
                return True
    return False


def _former_id(party_id: str, first: Segment) -> str:
    return f"{party_id}~was-{_mark(first.content.party())}"


def _mark(party: Party) -> str:
    return sha256_hex(name_key(party.primary_name.text))[:8]


def _anew(segment: Segment, party_id: str) -> Segment:
    return Segment(segment.first, segment.last, FiledAnew(segment.content, party_id))


def known_as(former_id: str, bearers: Mapping[str, Bearer | PartyEvidence]) -> str | None:
    """Return the id of the bearer that *former_id* stood for, when it first had another name, or no other."""
    former = _FORMER.fullmatch(former_id)
    if former is None:
        return None
    for party_id, bearer in bearers.items():
        if any(_mark(segment.content.party()) == former[2] for segment in bearer.segments):
            return party_id
    return None


def notices_by_bearer(
    notices: Iterable[ToldNotice], bearers: Mapping[str, Bearer], days: Sequence[date]
) -> dict[str, list[ToldNotice]]:
    """Return, by id, what notices that name the reference tell: of whoever had it on their day.

    Of two versions between which the reference changed hands, a listing announced is that of the second, and
    a delisting that of the first.
    """
    spans = sorted(
        (days[bearer.segments[0].first], days[bearer.segments[-1].last], party_id)
        for party_id, bearer in bearers.items()
    )
    found: dict[str, list[ToldNotice]] = {}
    for notice in notices:
        if notice.kind == "listed":
            whose = next((each for _, last, each in spans if notice.on <= last), spans[-1][2])
        else:
            whose = ([each for first, _, each in spans if first < notice.on] or [spans[0][2]])[-1]
        found.setdefault(whose, []).append(notice)
    return found
