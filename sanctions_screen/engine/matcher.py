"""Find the parties a subject may be, fast: candidates by an index, judged one by one.

Reach for :class:`PartyMatcher`, built once from the parties of a list state. Guarantees: ``search`` gives
exactly what ``search_exhaustive`` gives; best first, ties by party_id; nothing is kept between two searches
that could change an answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..matching import Judgement, Reference
from ..matching.prepared import prepared
from ..matching.reference import Answer, Names, Searched, answers_of
from ..matching.sides import Asked, ListedName
from ..model import Party, PartyId, PartyKind, ScreeningSettings, Subject
from ..weights import weights
from ._bounds import Beside
from ._identifiers import IdentifierIndex
from ._index import NameIndex, Words

__all__ = ["PartyMatcher"]


class PartyMatcher:
    """Searches parties by name and other evidence. Built once; never changed.

    Args:
        parties: Each party once; their order makes no difference.
        settings: Whether weak aliases are compared. A party with no other name is found by those it has.
    """

    threads = 1
    read = staticmethod(prepared)

    def __init__(self, parties: Iterable[Party], settings: ScreeningSettings) -> None:
        self._reference = Reference(parties, settings)
        self._names: dict[PartyKind, list[tuple[PartyId, int, ListedName]]] = {}
        for party_id, one in self._reference.listed.items():
            self._names.setdefault(one.party.kind, []).extend(
                (party_id, place, name) for place, name in enumerate(one.names)
            )
        words = Words()
        self._indexes = {
            kind: NameIndex([name.prepared for _, _, name in names], words)
            for kind, names in self._names.items()
        }
        words.freeze()
        self._identifiers = IdentifierIndex(one.party for one in self._reference.listed.values())

    def answers(self, subjects: Iterable[Subject], threshold: float) -> Iterator[Answer]:
        """Yield for each subject, in their order, what is found at *threshold* (in [0, 1])."""
        for subject in subjects:
            yield from self.judged(self.searched([Asked(subject)], threshold))

    def search(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return the parties whose score reaches *threshold* (in [0, 1]), best first, ties by party_id."""
        (answer,) = self.answers([subject], threshold)
        return answer.judgements

    def searched(self, asked: Sequence[Asked], threshold: float) -> Searched:
        """Return the parties that may reach *threshold*, of many subjects at once."""
        found = [self._found(ready, threshold) for ready in asked]
        return Searched(asked, threshold, found, range(len(asked)))

    def judged(self, searched: Searched) -> list[Answer]:
        """Return what a search found, judged; the parties are at hand."""
        return answers_of(searched, self._reference.listed)

    def _found(self, ready: Asked, threshold: float) -> Mapping[PartyId, Names]:
        if threshold <= 0.0:
            return dict.fromkeys(self._reference.listed)
        found = self._candidates(ready, threshold)
        found |= dict.fromkeys(self._identifiers.parties(ready.subject))
        return found

    def _candidates(self, ready: Asked, threshold: float) -> dict[PartyId, dict[int, float] | None]:
        """Return the parties that may reach *threshold*, and the names, by place, by which they may.

        By their other names they score less: that these are left out changes no answer.
        """
        found: dict[PartyId, dict[int, float]] = {}
        for kind, index in self._indexes.items():
            positions: set[int] = set()
            for name in ready.names(kind):
                beside = Beside(ready.facts_for, ready.doubt(kind), common=not ready.dated)
                weighed_as = weights().kind(name.weighed_as)
                positions.update(index.candidates(name.prepared, threshold, weighed_as, beside).tolist())
            for position in sorted(positions):
                party_id, place, _ = self._names[kind][position]
                found.setdefault(party_id, {})[place] = math.inf
        return dict(found)

    def indexed(self, party: Party) -> None:
        """Return where an index has a party's names ready for others: nowhere."""

    def search_exhaustive(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return what :meth:`search` returns, by judging every party: the readable reference."""
        return self._reference.search(subject, threshold)

    def explain(self, subject: Subject, party_id: PartyId) -> Judgement:
        """Return how the subject compares with one party, whatever the score."""
        return self._reference.explain(subject, party_id)
