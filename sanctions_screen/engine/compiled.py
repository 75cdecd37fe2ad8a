"""Find the parties a subject may be with the compiled engine: candidates in Rust, judged in Python.

Reach for :meth:`CompiledMatcher.of_parties` with parties at hand, or for :class:`CompiledMatcher` with an
index and a way to fetch the few parties that are found. Guarantees: the answers of
``matching.reference.Reference``, byte for byte, whatever the number of threads; no party is held; nothing is
kept between two searches that could change an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from ..matching import Judgement, judge
from ..matching.evidence import plain_identifier
from ..matching.prepared import prepared
from ..matching.reference import reaching
from ..matching.sides import Asked, Listed, asked, listed
from ..model import Party, PartyId, PartyKind, ScreeningSettings, Subject
from ..names import ACRONYM, ComparableName
from . import _engine
from .handed_matching import matching_data

__all__ = ["CompiledMatcher", "engine_matching", "given_name", "given_party", "index_of"]

_AT_ONCE: Final = 1024
"""Subjects handed over at a time: their hits are in memory together."""


@cache
def engine_matching() -> _engine.Matching:
    """Return what the engine compares with, made on first use."""
    return _engine.Matching(**matching_data())


class CompiledMatcher:
    """Searches an index of parties by name and other evidence. Never changed.

    Args:
        index: The index, of the parties that *fetch* gives.
        settings: Those that the index was made with.
        fetch: Gives a party by its id; asked only for parties that are found.
        threads: How many threads search a batch.
    """

    def __init__(
        self,
        index: _engine.Index,
        settings: ScreeningSettings,
        fetch: Callable[[PartyId], Party],
        threads: int = 1,
    ) -> None:
        self._index, self._settings, self._fetch, self._threads = index, settings, fetch, threads
        self._kinds: tuple[PartyKind, ...] = tuple(sorted(index.kinds()))

    @classmethod
    def of_parties(
        cls, parties: Iterable[Party], settings: ScreeningSettings, threads: int = 1
    ) -> CompiledMatcher:
        """Return a matcher of *parties*, each once, which it holds."""
        held = {party.party_id: party for party in parties}
        return cls(index_of(held.values(), settings), settings, held.__getitem__, threads)

    def unscreenable_reason(self, subject: Subject) -> str | None:
        """Return why none of the subject's names can be compared; None when one can."""
        texts = (subject.name, *subject.aliases)
        reasons = [prepared(text, subject.kind).name.unscreenable_reason for text in texts]
        return reasons[0] if all(reasons) else None

    def explain(self, subject: Subject, party_id: PartyId) -> Judgement:
        """Return how the subject compares with one party, whatever the score."""
        party = self._listed(party_id)
        return judge(asked(subject, (party.party.kind,)), party)

    def search(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return the parties whose score reaches *threshold* (in [0, 1]), best first, ties by party_id."""
        return self._search([subject], threshold)[0]

    def search_many(self, subjects: Iterable[Subject], threshold: float) -> Iterator[list[Judgement]]:
        """Yield for each subject, in their order, what :meth:`search` returns."""
        waiting = iter(subjects)
        while some := list(islice(waiting, _AT_ONCE)):
            yield from self._search(some, threshold)

    def _search(self, subjects: Sequence[Subject], threshold: float) -> list[list[Judgement]]:
        ready = [asked(subject, self._kinds) for subject in subjects]
        found = self._candidates(ready, threshold)
        return [
            reaching((judge(one, self._listed(party_id)) for party_id in party_ids), threshold)
            for one, party_ids in zip(ready, found, strict=True)
        ]

    def _candidates(self, ready: Sequence[Asked], threshold: float) -> list[list[PartyId]]:
        """Return for each subject the parties that may reach *threshold*."""
        if threshold <= 0.0:
            return [self._index.party_ids() for _ in ready]
        found = [self._holders(one) for one in ready]
        subjects = _engine.Subjects(engine_matching(), [_given_subject(one) for one in ready])
        numbers, parties, _, _ = self._index.search(subjects, threshold, self._threads)
        for number, party in zip(numbers, parties, strict=True):
            found[number].add(party)
        return [sorted(map(self._index.party_id, some)) for some in found]

    def _holders(self, ready: Asked) -> set[int]:
        """Return the parties that hold an identifier of the subject's: it may settle who is meant."""
        return set(self._index.holders([plain_identifier(one) for one in ready.subject.identifiers]))

    def _listed(self, party_id: PartyId) -> Listed:
        return listed(self._fetch(party_id), self._settings)


def index_of(parties: Iterable[Party], settings: ScreeningSettings, key: bytes = bytes(32)) -> _engine.Index:
    """Return an index of *parties*, each once, that is known by *key* when it is kept."""
    given = [given_party(party, settings) for party in parties]
    return _engine.Index.build(engine_matching(), given, key)


def given_party(party: Party, settings: ScreeningSettings) -> _engine.GivenParty:
    """Return a party as an index is made of it."""
    names = [given_name(name.prepared.name) for name in listed(party, settings).names]
    return party.party_id, party.kind, names, [plain_identifier(one) for one in party.identifiers]


def _given_subject(ready: Asked) -> _engine.GivenSubject:
    names = [
        (kind, name.weighed_as, given_name(name.prepared.name))
        for kind, some in ready.names.items()
        for name in some
    ]
    return names, ready.facts_for, not ready.dated, ready.subject.kind


def given_name(name: ComparableName) -> _engine.GivenName:
    """Return a name as the engine takes it over."""
    readings = [
        (
            reading.standard,
            reading.standard == ACRONYM,
            [(part.text, part.role, part.written) for part in reading.parts],
        )
        for reading in name.readings
    ]
    return name.folded, readings
