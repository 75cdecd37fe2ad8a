"""The bearers behind hits: parties of all the lists screened that links tie together, as of the day.

Reach for :class:`Identities`. Guarantees: whoever is found is found from any of the parties alike; nothing is
merged, and every link says whether it is certain; what is told of a party depends on the lists' states alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..engine.pairs import FindIndexed
from ..history.states import ListState
from ..history.telling import Telling, Told
from ..model import (
    Identity,
    IdentityLink,
    IdentityMember,
    ListingEvent,
    ListingHistory,
    PartyId,
)
from ..store import KeyLookup, SharedKeys
from .linking import ties
from .parting import Reached, parts_of

__all__ = ["Identities"]

_MOST: Final = 64
"""Parties of one identity: far beyond any real one, so that one wrong link cannot pull in whole lists."""
_KEPT: Final = 4096

_Pair = tuple[PartyId, PartyId]


class Identities:
    """Tells which parties of some lists are one bearer.

    Args:
        states: The lists as of the day, by id.
        lookup: Finds parties by what other lists know them by.
        telling: Tells of the lists' parties on that day.
        among: Those of the parties in the states that may be told of; None for all.
        kept: Parties, and pairs of them, whose links stay in memory.
        indexed: Finds parties whose names an index has ready.
    """

    def __init__(
        self,
        states: Mapping[str, ListState],
        lookup: KeyLookup,
        telling: Telling | None = None,
        among: Container[str] | None = None,
        kept: int = _KEPT,
        indexed: FindIndexed | None = None,
    ) -> None:
        self._indexed = indexed
        self._states, self._lookup, self._among, self._kept = states, lookup, among, kept
        self._telling = telling or Telling(states)
        self._links: dict[PartyId, tuple[IdentityLink, ...]] = {}
        self._pairs: dict[_Pair, tuple[IdentityLink, ...]] = {}

    def links(self, party_id: PartyId) -> tuple[IdentityLink, ...]:
        """Return the links of one party."""
        return self._reached([party_id], {}, most=1)[party_id]

    def of(self, hits: Sequence[str]) -> tuple[Identity, ...]:
        """Return the identities of some parties, in their order; one that stands alone has none."""
        return self.of_each([hits])[0]

    def of_each(
        self, hits: Sequence[Sequence[str]], told: Mapping[PartyId, Told] | None = None
    ) -> list[tuple[Identity, ...]]:
        """Return the identities among the hits of each of many subjects, as :meth:`of` does of one's.

        *told*: what is told already of parties. What links lead to is asked for round by round: of all that
        the last round found at once.
        """
        known = dict(told or {})
        start = dict.fromkeys(PartyId(each) for one in hits for each in one)
        links = self._reached(start, known, most=_MOST * len(start))
        return [tuple(_Bearers(self, links, known, one).identities()) if one else () for one in hits]

    def _reached(
        self, start: Iterable[PartyId], known: dict[PartyId, Told], most: int
    ) -> dict[PartyId, tuple[IdentityLink, ...]]:
        """Return the links of some parties and of those that links lead to from them, told in *known* too.

        Once there are *most*, nothing further is reached.
        """
        links: dict[PartyId, tuple[IdentityLink, ...]] = {}
        waiting = list(start)
        while waiting and len(links) < most:
            self.tell(waiting, known)
            # Another thread may let go of what is remembered at any time.
            links |= {each: found for each in waiting if (found := self._links.get(each)) is not None}
            links |= self._linked([each for each in waiting if each not in links], known)
            met = (each for one in waiting for link in links[one] for each in (link.one, link.other))
            waiting = sorted({*met} - links.keys())
        _keep(self._links, links, self._kept)
        return links

    def tell(self, party_ids: Iterable[PartyId], known: dict[PartyId, Told]) -> None:
        """Add to *known* what is told of parties."""
        missing = [party_id for party_id in party_ids if party_id not in known]
        if missing:
            known |= self._telling.of(missing)

    def _linked(
        self, party_ids: Sequence[PartyId], known: Mapping[PartyId, Told]
    ) -> dict[PartyId, tuple[IdentityLink, ...]]:
        """Return the links of some parties."""
        candidates: dict[PartyId, list[PartyId]] = {}
        pairs: Mapping[_Pair, tuple[IdentityLink, ...]] = {}
        if party_ids and len(self._states) > 1:
            alike = self._lookup.alike([known[party_id].compared for party_id in party_ids])
            candidates = {each: self._candidates(each, alike.parties[each]) for each in party_ids}
            pairs = self._judged(candidates, alike, known)
        return {
            each: (
                *(link for other in candidates.get(each, ()) for link in pairs[_pair(each, other)]),
                *self._listings(each, known[each].history),
            )
            for each in party_ids
        }

    def _candidates(self, party_id: PartyId, found: Iterable[str]) -> list[PartyId]:
        """Return the parties of other lists that have anything in common with a party."""
        own = _list_of(party_id)
        return sorted(PartyId(each) for each in found if self._is_told(each) and _list_of(each) != own)

    def _judged(
        self, candidates: Mapping[PartyId, list[PartyId]], alike: SharedKeys, known: Mapping[PartyId, Told]
    ) -> Mapping[_Pair, tuple[IdentityLink, ...]]:
        """Return the links of each pair; the records of those not judged before are read at once."""
        pairs = dict.fromkeys(_pair(one, other) for one, found in candidates.items() for other in found)
        kept = {pair: links for pair in pairs if (links := self._pairs.get(pair)) is not None}
        new = [pair for pair in pairs if pair not in kept]
        holders = (PartyId(each) for ids in alike.numbers.values() for each in ids if self._is_told(each))
        wanted = dict.fromkeys((*(each for pair in new for each in pair), *holders))
        missing = [party_id for party_id in wanted if party_id not in known]
        parties = {party_id: told.compared for party_id, told in known.items()}
        if missing:
            parties |= self._telling.compared(missing)
        kept |= zip(new, ties(new, parties, alike.numbers, self._indexed), strict=True)
        _keep(self._pairs, kept, self._kept)
        return kept

    def _listings(self, party_id: PartyId, history: ListingHistory) -> Iterator[IdentityLink]:
        """Yield the links to a party's earlier and later listings on its own list."""
        for linked in history.linked:
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

    def _is_told(self, party_id: str) -> bool:
        if self._among is not None:
            return party_id in self._among
        state = self._states.get(_list_of(party_id))
        return state is not None and party_id in state


class _Bearers:
    """The bearers behind the hits of one subject, once all links and what is told are at hand."""

    def __init__(
        self,
        whole: Identities,
        links: dict[PartyId, tuple[IdentityLink, ...]],
        known: dict[PartyId, Told],
        hits: Sequence[str],
    ) -> None:
        self._whole, self._links, self._known, self._hits = whole, links, known, hits

    def identities(self) -> Iterator[Identity]:
        """Yield each bearer of more than one party, in the order of the hits."""
        seen: set[PartyId] = set()
        reached = {each: self._reached(each) for each in dict.fromkeys(map(PartyId, self._hits))}
        for party_id, members in parts_of(reached).items():
            if party_id in seen:
                continue
            seen |= members
            if len(members) > 1:
                links = {link for link in reached[party_id][1] if {link.one, link.other} <= members}
                yield self._identity(members, links)

    def _reached(self, party_id: PartyId) -> Reached:
        """Return what links lead to from one party.

        Everything is gathered before it is parted, so that it is the same from whichever party it is asked.
        """
        members, links = {party_id}, set[IdentityLink]()
        waiting = deque([party_id])
        while waiting and len(members) < _MOST:
            each = waiting.popleft()
            if each not in self._links:  # more are tied together than were reached
                self._links[each] = self._whole.links(each)
            for link in self._links[each]:
                links.add(link)
                for end in (link.one, link.other):
                    if end not in members:
                        members.add(end)
                        waiting.append(end)
        return members, links

    def _identity(self, members: set[PartyId], links: set[IdentityLink]) -> Identity:
        if not members <= self._known.keys():
            self._whole.tell(members, self._known)
        shown = [party_id for party_id in dict.fromkeys(self._hits) if party_id in members]
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
        told = self._known[party_id]
        return IdentityMember(
            party_id=party_id,
            name=told.compared.primary_name.text,
            status=told.member.status,
            listed=_last(told.history, "listed", "relisted"),
            left=_last(told.history, "delisted"),
            certain=certain,
            history=None if is_hit else told.history,
        )

    def _status(self, party_id: PartyId) -> str:
        return self._known[party_id].member.status


def _pair(one: PartyId, other: PartyId) -> _Pair:
    return (one, other) if one <= other else (other, one)


def _list_of(party_id: str) -> str:
    return party_id.partition(":")[0]


def _keep(known: dict[Any, Any], more: Mapping[Any, Any], kept: int) -> None:
    """Remember more; beyond the bound what came first is let go."""
    known.update(more)
    if len(known) > kept:
        for key in list(known)[:-kept]:
            known.pop(key, None)


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
