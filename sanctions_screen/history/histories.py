"""Listing histories told from gathered evidence, with the parties' listings under other references.

Reach for :func:`told_of` with many parties: all that they rest on is read in one request, and each stage of
the telling is gone through once for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..errors import UnknownPartyError
from ..model import LinkedListing, ListingEvent, ListingHistory, Party, PartyId
from ._events import events_of_each
from .bearers import references_of
from .evidence import ListEvidence, PartyEvidence, Records, read_parties
from .linking import LinkJudgement, Listing, judge_links
from .turns import Gathered, gathered

__all__ = ["Histories", "ToldHistories", "told_of"]

_JUDGED = ("names", "birth_dates", "nationalities", "citizenships", "addresses", "identifiers", "programmes")
"""The fields by which listings are linked."""


@dataclass(frozen=True)
class Histories:
    """What histories of a list's parties are told from."""

    evidence: ListEvidence
    namesakes: Mapping[str, set[str]] = field(default_factory=dict)
    """Reference → references that have had one of its names: those among which another listing may be."""

    def history(self, party_id: str) -> ListingHistory:
        """Return one party's history; UnknownPartyError when nothing tells of it."""
        if party_id not in self.evidence.parties:
            raise UnknownPartyError(f"nothing is known of {party_id} on list {self.evidence.list_id}")
        return told_of([(self, party_id)]).histories[party_id]

    def known(self, party_id: str) -> tuple[ListEvidence, PartyEvidence]:
        """Return what is known of one party."""
        return self.evidence, self.evidence.parties[party_id]

    def others(self, party_id: str, reference: str) -> list[str]:
        """Return the parties that may be earlier or later listings of one, in order of id."""
        namesakes = self.namesakes.get(reference, set())
        shared = {each for other in namesakes for each in self._bearers.get(other, (other,))}
        return sorted((shared | self._announced_ties(party_id)) & self.evidence.parties.keys())

    def _announced_ties(self, party_id: str) -> set[str]:
        known = self.evidence.parties
        earlier = {n.previous_party_id for n in known[party_id].notices if n.previous_party_id}
        return (earlier | self._later.get(party_id, set())) - {party_id}

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        """Reference → the parties it stood for, where these are several."""
        several = [each for each, known in self.evidence.parties.items() if known.before or known.since]
        found: dict[str, list[str]] = {}
        for party_id, reference in references_of(several).items():
            found.setdefault(reference, []).append(party_id)
        return found

    @cached_property
    def _later(self) -> dict[str, set[str]]:
        """Party → parties whose notices name it as their earlier listing; gone through once for all."""
        found: dict[str, set[str]] = {}
        for party_id, of in self.evidence.parties.items():
            for notice in of.notices:
                if notice.previous_party_id:
                    found.setdefault(notice.previous_party_id, set()).add(party_id)
        return found


class ToldHistories(NamedTuple):
    """The histories of some parties, and what they were told from."""

    histories: Mapping[str, ListingHistory]
    """By party id."""
    records: Records
    """All of these parties, by digest; maybe others too."""


def told_of(parties: Sequence[tuple[Histories, str]]) -> ToldHistories:
    """Return the histories of some parties, each of which its list knows."""
    references = references_of(party_id for _, party_id in parties)
    pairs = [(party_id, other, histories) for histories, party_id in parties
             for other in histories.others(party_id, references[party_id])]  # fmt: skip
    known = {party_id: histories.known(party_id) for histories, party_id in parties}
    known |= {other: histories.known(other) for _, other, histories in pairs}
    records = read_parties(known.values())
    told = gathered(known.values(), records)
    links = _linked([(party_id, other) for party_id, other, _ in pairs], told)
    shown = dict.fromkeys((*(party_id for _, party_id in parties), *(link.other for link in links)))
    events = events_of_each([told[each] for each in shown])
    listings: dict[str, list[LinkedListing]] = {party_id: [] for _, party_id in parties}
    for link in links:
        if events[link.other]:
            listings[link.party_id].append(link.listing(events[link.other]))
    return ToldHistories(
        {
            party_id: ListingHistory(
                party_id=PartyId(party_id),
                events=events[party_id],
                linked=tuple(sorted(listings[party_id], key=_since)),
            )
            for _, party_id in parties
        },
        records,
    )


def _since(listing: LinkedListing) -> tuple[date, str]:
    return listing.events[0].effective_by, listing.party_id


class _Link(NamedTuple):
    """Another listing of a party."""

    party_id: str
    other: str
    is_earlier: bool
    judgement: LinkJudgement

    def listing(self, events: tuple[ListingEvent, ...]) -> LinkedListing:
        return LinkedListing(
            party_id=PartyId(self.other),
            relation="earlier" if self.is_earlier else "later",
            reasons=self.judgement.reasons,
            confidence=self.judgement.confidence,
            events=events,
        )


def _linked(pairs: Sequence[tuple[str, str]], told: Mapping[str, Gathered]) -> list[_Link]:
    """Return which of pairs of parties are listings of one; of each pair the first says whose link it is."""
    listings = {each: _listing(told[each]) for each in dict.fromkeys(each for pair in pairs for each in pair)}
    both_ways = [way for party_id, other in pairs for way in ((other, party_id), (party_id, other))]
    judged = iter(judge_links([(listings[earlier], listings[later]) for earlier, later in both_ways]))
    found: list[_Link] = []
    for party_id, other in pairs:
        as_earlier, as_later = next(judged), next(judged)
        if judgement := as_earlier or as_later:
            found.append(_Link(party_id, other, as_earlier is not None, judgement))
    return found


def _listing(party: Gathered) -> Listing:
    """Return all that versions and notices ever said of a party, as one record.

    A version read from a file of names alone has no address to agree with; another, or a notice, has.
    """
    notices = [told.notice for told in party.known.notices]
    held = [party.records[each] for each in dict.fromkeys(s.content.digest for s in party.known.segments)]
    records = [*held, *(notice.party for notice in notices if notice.party is not None)]
    whole: Party | None = None
    if records:
        whole = records[-1 if not held else len(held) - 1].model_copy(
            update={
                field: tuple(dict.fromkeys(value for record in records for value in getattr(record, field)))
                for field in _JUDGED
            }
        )
    ties = {each.previous_party_id: each.citation for each in reversed(notices) if each.previous_party_id}
    return Listing(PartyId(party.known.party_id), whole, party.turns, ties)
