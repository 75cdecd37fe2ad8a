"""Listing histories told from gathered evidence, with the party's listings under other references.

Reach for :class:`Histories` for many histories of one list without going back to the store each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..errors import UnknownPartyError
from ..model import LinkedListing, ListingHistory, Party, PartyId
from ._events import events_of
from .bearers import reference_of
from .evidence import ListEvidence, Wanted
from .linking import LinkJudgement, judge_link

__all__ = ["Histories"]

_JUDGED = ("names", "birth_dates", "nationalities", "citizenships", "addresses", "identifiers", "programmes")
"""The fields by which listings are linked."""


@dataclass(frozen=True)
class Histories:
    """Tells histories of a list's parties."""

    evidence: ListEvidence
    namesakes: Mapping[str, set[str]] = field(default_factory=dict)
    """Reference → references that have had one of its names: those among which another listing may be."""

    def history(self, party_id: str) -> ListingHistory:
        """Return one party's history; UnknownPartyError when nothing tells of it."""
        if party_id not in self.evidence.parties:
            raise UnknownPartyError(f"nothing is known of {party_id} on list {self.evidence.list_id}")
        return ListingHistory(
            party_id=PartyId(party_id),
            events=events_of(self.evidence, party_id),
            linked=tuple(self._linked(party_id)),
        )

    def rest_on(self, party_ids: Sequence[str]) -> Wanted:
        """Return all that some histories are told from, to be read."""
        others = (other for party_id in party_ids for other in self._others(party_id))
        return self.evidence.all_of(dict.fromkeys((*party_ids, *others)))

    def _others(self, party_id: str) -> set[str]:
        """Return the parties that may be earlier or later listings of one."""
        namesakes = self.namesakes.get(reference_of(party_id), set())
        shared = {each for other in namesakes for each in self._bearers.get(other, (other,))}
        return shared | self._announced_ties(party_id)

    def _linked(self, party_id: str) -> list[LinkedListing]:
        links = [link for other in sorted(self._others(party_id)) if (link := self._link(party_id, other))]
        return sorted(links, key=lambda link: (link.events[0].effective_by, link.party_id))

    def _announced_ties(self, party_id: str) -> set[str]:
        known = self.evidence.parties
        earlier = {n.previous_party_id for n in known[party_id].notices if n.previous_party_id}
        ties = earlier | self._later.get(party_id, set())
        return {other for other in ties if other in known and other != party_id}

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        """Reference → the parties it stood for, where these are several."""
        found: dict[str, list[str]] = {}
        for party_id, known in self.evidence.parties.items():
            if known.before or known.since:
                found.setdefault(reference_of(party_id), []).append(party_id)
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

    def _link(self, party_id: str, other: str) -> LinkedListing | None:
        for earlier, later in ((other, party_id), (party_id, other)):
            judgement = self._judge(earlier, later)
            if judgement is not None:
                events = events_of(self.evidence, other)
                return (events and LinkedListing(
                    party_id=PartyId(other),
                    relation="earlier" if other == earlier else "later",
                    reasons=judgement.reasons,
                    confidence=judgement.confidence,
                    events=events,
                )) or None  # fmt: skip
        return None

    def _judge(self, earlier: str, later: str) -> LinkJudgement | None:
        known = self.evidence.parties
        if earlier not in known or later not in known:
            return None
        for notice in known[later].notices:
            if notice.previous_party_id == earlier:
                return LinkJudgement(1.0, (f"the publisher ties the two: {notice.notice.citation}",))
        before, after = self._all_told(earlier), self._all_told(later)
        if before is None or after is None:
            return None
        return judge_link(before, self.evidence.turns(earlier), after, self.evidence.turns(later))

    def _all_told(self, party_id: str) -> Party | None:
        """Return one record of all that versions and notices ever said of a party.

        A version read from a file of names alone has no address to agree with; another, or a notice, has.
        """
        known = self.evidence.parties[party_id]
        contents = {segment.content.digest: segment.content for segment in known.segments}
        records = [self.evidence.record(content) for content in contents.values()]
        records += [party for told in known.notices if (party := told.notice.party) is not None]
        if not records:
            return None
        return records[-1 if not contents else len(contents) - 1].model_copy(
            update={
                field: tuple(dict.fromkeys(value for record in records for value in getattr(record, field)))
                for field in _JUDGED
            }
        )
