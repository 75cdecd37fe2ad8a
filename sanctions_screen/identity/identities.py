"""The bearers behind hits: parties of all the lists screened that links tie together, as of the day.

Reach for :class:`Identities`. Guarantees: whoever is found is found from any of the parties alike; nothing is
merged, and every link says whether it is certain; what is told of a party depends on the lists' states alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from ..history.states import ListState
from ..model import (
    Identity,
    IdentityLink,
    IdentityMember,
    ListingEvent,
    ListingHistory,
    Party,
    PartyId,
)
from ..sources.references import stated_references
from ..store import KeyLookup, number_key, other_list_keys
from .linking import inferred_links, links_between
from .parting import parted

__all__ = ["Identities"]

_MOST: Final = 64
"""Parties of one identity: far beyond any real one, so that one wrong link cannot pull in whole lists."""
_KEPT: Final = 4096


class Identities:
    """Tells which parties of some lists are one bearer.

    Args:
        states: The lists as of the day, by id.
        lookup: Finds parties by what other lists know them by.
        among: The parties that may be told of; None for all in the states.
        kept: Parties whose links stay in memory.
    """

    def __init__(
        self,
        states: Mapping[str, ListState],
        lookup: KeyLookup,
        among: Container[str] | None = None,
        kept: int = _KEPT,
    ) -> None:
        self._states, self._lookup, self._among = states, lookup, among
        self._party = lru_cache(maxsize=kept)(self._read)
        self.links = lru_cache(maxsize=kept)(self._links_of)
        self._histories = lru_cache(maxsize=kept)(self._history)

    def of(self, hits: Sequence[str]) -> tuple[Identity, ...]:
        """Return the identities of some parties, in their order; one that stands alone has none."""
        found: list[Identity] = []
        seen: set[str] = set()
        for party_id in hits:
            if party_id in seen:
                continue
            members, links = self._bearer(PartyId(party_id))
            seen |= members
            if len(members) > 1:
                found.append(self._identity(members, links, hits))
        return tuple(found)

    def _bearer(self, party_id: PartyId) -> tuple[set[PartyId], set[IdentityLink]]:
        """Return the parties that links tie to one, and the links between them.

        Everything that links lead to is gathered first, so that it is the same from whichever party it is
        asked.
        """
        members, links = {party_id}, set[IdentityLink]()
        waiting = deque([party_id])
        while waiting and len(members) < _MOST:
            for link in self.links(waiting.popleft()):
                links.add(link)
                for each in (link.one, link.other):
                    if each not in members:
                        members.add(each)
                        waiting.append(each)
        own = parted(members, links)[party_id]
        return own, {link for link in links if {link.one, link.other} <= own}

    def _links_of(self, party_id: PartyId) -> tuple[IdentityLink, ...]:
        party = self._party(party_id)
        found = (links_between(party, self._party(other)) for other in self._candidates(party))
        return (*(link for links in found for link in self._doubted(links)), *self._listings(party_id))

    def _doubted(self, links: tuple[IdentityLink, ...]) -> tuple[IdentityLink, ...]:
        """Return the links of two parties, inferred where all rests on a number that a third has too.

        One authority gives one number to one bearer: whose it is, of two parties of one list, nobody can say.
        """
        if any(link.basis != "identifier" or link.certainty != "certain" for link in links):
            return links
        for link in links:
            one, other = self._party(link.one), self._party(link.other)
            if holders := self._holders(one, other):
                words = f"{link.evidence[0]}, which {', '.join(holders)} has too"
                doubted = link.model_copy(update={"certainty": "inferred", "evidence": (words,)})
                return (doubted, *inferred_links(one, other))
        return links

    def _holders(self, one: Party, other: Party) -> list[str]:
        """Return the others of the two lists that have the number which two parties share."""
        keys = _numbers(one) & _numbers(other)
        lists = (f"{one.list_id}:", f"{other.list_id}:")
        return sorted(
            each
            for each in self._lookup.parties(keys)
            if each.startswith(lists)
            and each not in (one.party_id, other.party_id)
            and self._is_told(each)
            and keys & _numbers(self._party(PartyId(each)))
        )

    def _candidates(self, party: Party) -> list[PartyId]:
        """Return the parties of other lists that have anything in common with a party."""
        if len(self._states) == 1:
            return []
        found = self._lookup.parties(other_list_keys(party)) | {
            stated.party_id for stated in stated_references(party)
        }
        return sorted(
            PartyId(each)
            for each in found
            if self._is_told(each) and not each.startswith(f"{party.list_id}:")
        )

    def _listings(self, party_id: PartyId) -> Iterator[IdentityLink]:
        """Yield the links to a party's earlier and later listings on its own list."""
        for linked in self._histories(party_id).linked:
            if self._is_told(linked.party_id):
                one, other = sorted((party_id, linked.party_id))
                yield IdentityLink(
                    one=one,
                    other=other,
                    certainty="certain" if linked.confidence == 1.0 else "inferred",
                    basis="listing",
                    evidence=linked.reasons,
                    score=None if linked.confidence == 1.0 else linked.confidence,
                )

    def _identity(self, members: set[PartyId], links: set[IdentityLink], hits: Sequence[str]) -> Identity:
        shown = [party_id for party_id in dict.fromkeys(hits) if party_id in members]
        others = sorted(members - set(shown), key=lambda each: (self._status(each) != "listed", each))
        certain = _reached(PartyId(shown[0]), (link for link in links if link.certainty == "certain"))
        return Identity(
            members=tuple(
                self._member(PartyId(each), certain=each in certain, is_hit=each in shown)
                for each in (*shown, *others)
            ),
            links=tuple(sorted(links, key=lambda link: (link.one, link.other, link.basis, link.evidence))),
        )

    def _member(self, party_id: PartyId, *, certain: bool, is_hit: bool) -> IdentityMember:
        history = self._histories(party_id)
        return IdentityMember(
            party_id=party_id,
            name=self._party(party_id).primary_name.text,
            status=self._state(party_id).member(party_id).status,
            listed=_last(history, "listed", "relisted"),
            left=_last(history, "delisted"),
            certain=certain,
            history=None if is_hit else history,
        )

    def _is_told(self, party_id: str) -> bool:
        state = self._states.get(party_id.partition(":")[0])
        return state is not None and party_id in state and (self._among is None or party_id in self._among)

    def _state(self, party_id: str) -> ListState:
        return self._states[party_id.partition(":")[0]]

    def _status(self, party_id: str) -> str:
        return self._state(party_id).member(party_id).status

    def _read(self, party_id: PartyId) -> Party:
        """Return a party with all that is compared of it: names that only a fuller version has count too."""
        return self._state(party_id).compared(party_id)

    def _history(self, party_id: PartyId) -> ListingHistory:
        return self._state(party_id).history(party_id)


def _numbers(party: Party) -> set[str]:
    return {key for each in party.identifiers if (key := number_key(each))}


def _reached(start: PartyId, links: Iterable[IdentityLink]) -> set[PartyId]:
    """Return the parties that links lead to from one."""
    tied: dict[PartyId, set[PartyId]] = {}
    for link in links:
        tied.setdefault(link.one, set()).add(link.other)
        tied.setdefault(link.other, set()).add(link.one)
    reached, waiting = {start}, [start]
    while waiting:
        fresh = tied.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached


def _last(history: ListingHistory, *kinds: str) -> ListingEvent | None:
    event = next((event for event in reversed(history.events) if event.kind in kinds), None)
    return event.model_copy(update={"evidence": (), "changes": ()}) if event else None
