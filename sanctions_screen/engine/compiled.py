"""Find the parties a subject may be with the compiled engine: candidates in Rust, judged in Python.

Reach for :meth:`CompiledMatcher.of_parties` with parties at hand, or for :class:`CompiledMatcher` with an
index and a way to fetch the few parties that are found. Guarantees: the answers of
``matching.reference.Reference``, byte for byte, whatever the number of threads; no party is held; nothing is
kept between two searches that could change an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import islice
from typing import Final

from ..identifiers import compared_values
from ..matching import Judgement, judge
from ..matching.reference import Answer, reaching, unscreenable_reason
from ..matching.sides import Asked, Listed, listed
from ..model import Identifier, Party, PartyId, ScreeningSettings, Subject
from ..names import ACRONYM, ComparableName
from . import _engine
from .handed_matching import matching_data
from .texts import given_texts

__all__ = [
    "CompiledMatcher",
    "engine_matching",
    "given_name",
    "given_parties",
    "given_subjects",
    "index_of",
]

_AT_ONCE: Final = 128
"""Subjects handed over at a time, at most: their hits are in memory together."""

_Names = dict[int, dict[int, float] | None]
"""By a party's number those of its names, by place, that may reach the threshold, and the most that each may
score; None for all."""


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
        self._always = index.holders([])

    @classmethod
    def of_parties(
        cls, parties: Iterable[Party], settings: ScreeningSettings, threads: int = 1
    ) -> CompiledMatcher:
        """Return a matcher of *parties*, each once, which it holds."""
        held = {party.party_id: party for party in parties}
        return cls(index_of(held.values(), settings), settings, held.__getitem__, threads)

    def explain(self, subject: Subject, party_id: PartyId) -> Judgement:
        """Return how the subject compares with one party, whatever the score."""
        return judge(Asked(subject), self._listed(party_id))

    def search(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return the parties whose score reaches *threshold* (in [0, 1]), best first, ties by party_id."""
        (answer,) = self.answers([subject], threshold)
        return answer.judgements

    def answers(self, subjects: Iterable[Subject], threshold: float) -> Iterator[Answer]:
        """Yield for each subject, in their order, what is found at *threshold* (in [0, 1])."""
        waiting = iter(subjects)
        now, then = self._some(waiting), self._some(waiting)
        if not then or self._threads == 1:
            while now:
                yield from self._judged_each(now, self._candidates(now, threshold), threshold)
                now, then = then, self._some(waiting)
            return
        with ThreadPoolExecutor(1) as ahead:  # what comes next is searched for while these are judged
            found = ahead.submit(self._candidates, now, threshold)
            while now:
                candidates = found.result()
                if then:
                    found = ahead.submit(self._candidates, then, threshold)
                yield from self._judged_each(now, candidates, threshold)
                now, then = then, self._some(waiting)

    def _some(self, waiting: Iterator[Subject]) -> list[Asked]:
        return [Asked(subject) for subject in islice(waiting, _AT_ONCE)]

    def _judged_each(
        self, some: Sequence[Asked], candidates: tuple[list[_Names], set[int]], threshold: float
    ) -> Iterator[Answer]:
        found, unscreenable = candidates
        for number, asked in enumerate(some):
            reason = unscreenable_reason(asked.subject) if number in unscreenable else None
            yield Answer(reason, self._judged(asked, found[number], threshold))

    def _candidates(self, asked: Sequence[Asked], threshold: float) -> tuple[list[_Names], set[int]]:
        """Return for each subject the parties that may reach *threshold*; and who cannot be screened."""
        given = _engine.Subjects(given_subjects(asked))
        hits, unscreenable, unread = self._index.search(given, threshold, self._threads)
        found: list[_Names] = [{} for _ in asked]
        for number, party, name, most in zip(*hits, strict=True):
            names = found[number].setdefault(party, {})
            if names is not None:
                names[name] = most
        for number, one in enumerate(asked):
            if threshold <= 0.0 or number in unread:  # only Python can tell
                found[number] = dict.fromkeys(range(len(self._index)))
            else:
                found[number].update(dict.fromkeys(self._holders(one.subject)))
        return found, set(unscreenable)

    def _holders(self, subject: Subject) -> list[int]:
        """Return the parties that hold an identifier of the subject's: it may settle who is meant."""
        if not subject.identifiers:
            return self._always
        return self._index.holders(_values(subject.identifiers))

    def _judged(self, asked: Asked, found: _Names, threshold: float) -> list[Judgement]:
        return reaching((self._judge(asked, party, names) for party, names in found.items()), threshold)

    def _judge(self, asked: Asked, number: int, names: dict[int, float] | None) -> Judgement:
        return judge(asked, self._listed(self._index.party_id(number)), names)

    def _listed(self, party_id: PartyId) -> Listed:
        return listed(self._fetch(party_id), self._settings)


def index_of(parties: Iterable[Party], settings: ScreeningSettings, key: bytes = bytes(32)) -> _engine.Index:
    """Return an index of *parties*, each once, that is known by *key* when it is kept."""
    return _engine.Index.build(engine_matching(), given_parties(parties, settings), key)


def given_parties(parties: Iterable[Party], settings: ScreeningSettings) -> list[_engine.GivenParty]:
    """Return parties as an index is made of them."""
    ready = [listed(party, settings) for party in parties]
    texts = iter(given_texts(engine_matching(), [name.text for one in ready for name in one.names]))
    return [
        (
            one.party.party_id,
            one.party.kind,
            list(islice(texts, len(one.names))),
            _recorded(one),
            _values(one.party.identifiers),
        )
        for one in ready
    ]


def _recorded(party: Listed) -> list[int]:
    """Return of each name the number, from 0, of the recorded one that it is, or may be written for."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(id(name.name), len(numbers)) for name in party.names]


def _values(identifiers: Iterable[Identifier]) -> list[str]:
    return [value for one in identifiers for value in compared_values(one)]


def given_subjects(asked: Sequence[Asked]) -> list[_engine.GivenSubject]:
    """Return subjects as they are searched for."""
    texts = iter(given_texts(engine_matching(), [text for one in asked for text in one.texts]))
    return [
        (list(islice(texts, len(one.texts))), one.subject.kind, one.facts_for, not one.dated) for one in asked
    ]


def given_name(name: ComparableName) -> _engine.GivenName:
    """Return a name that is read already as the engine takes it over."""
    readings = [
        (
            reading.standard,
            reading.standard == ACRONYM,
            [(part.text, part.role, part.written) for part in reading.parts],
        )
        for reading in name.readings
    ]
    return name.folded, readings
