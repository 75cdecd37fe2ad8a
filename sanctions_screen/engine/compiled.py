"""Find the parties a subject may be with the compiled engine: candidates in Rust, judged in Python.

Reach for :meth:`CompiledMatcher.of_parties` with parties at hand, or for :class:`CompiledMatcher` with an
index and a way to fetch the few parties that are found. Guarantees: the answers of
``matching.reference.Reference``, byte for byte, whatever the number of threads; no party is held; nothing is
kept between two searches that could change an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from ..identifiers import compared_values
from ..matching import Judgement
from ..matching.judging import Judging
from ..matching.reference import Answer, Fetch, Names, Searched
from ..matching.sides import Asked, Listed, ListedName, compared_names, listed
from ..model import Identifier, Party, PartyId, ScreeningSettings, Subject
from . import _engine
from .pairs import Indexed
from .reading import engine_matching, given_name, read_name
from .texts import given_texts

__all__ = [
    "CompiledMatcher",
    "derived_index",
    "engine_matching",
    "given_name",
    "given_parties",
    "given_subjects",
    "index_of",
]

_MOST_CHANGED: Final = 0.25
"""Of all parties; where more are otherwise, an index is made anew as soon."""
_AT_ONCE: Final = 128
"""Subjects searched for at a time, at most: their hits are in memory together."""

_GIVEN_AT_ONCE: Final = 1024
"""Parties handed over at a time: a list of them all need not be in memory."""


class CompiledMatcher:
    """Searches an index of parties by name and other evidence. Never changed.

    Args:
        index: The index, of the parties that *fetch* gives.
        settings: Those that the index was made with.
        fetch: Gives parties by their ids; asked only for parties that are found.
        threads: How many threads search a batch.
    """

    read = staticmethod(read_name)

    def __init__(
        self, index: _engine.Index, settings: ScreeningSettings, fetch: Fetch, threads: int = 1
    ) -> None:
        self._index, self._fetch, self.threads = index, fetch, threads
        self._settings = settings
        self._always = index.holders([])
        self._judging = Judging(settings, self.read)

    @classmethod
    def of_parties(
        cls, parties: Iterable[Party], settings: ScreeningSettings, threads: int = 1
    ) -> CompiledMatcher:
        """Return a matcher of *parties*, each once, which it holds."""
        held = {party.party_id: party for party in parties}
        return cls(index_of(held.values(), settings), settings, lambda _: held, threads)

    def explain(self, subject: Subject, party_id: PartyId) -> Judgement:
        """Return how the subject compares with one party, whatever the score."""
        return self._judging.one(Asked(subject, read=self.read), self._fetch([party_id])[party_id])

    def search(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return the parties whose score reaches *threshold* (in [0, 1]), best first, ties by party_id."""
        (answer,) = self.answers([subject], threshold)
        return answer.judgements

    def answers(self, subjects: Iterable[Subject], threshold: float) -> Iterator[Answer]:
        """Yield for each subject, in their order, what is found at *threshold* (in [0, 1])."""
        waiting = iter(subjects)
        while some := [Asked(subject, read=self.read) for subject in islice(waiting, _AT_ONCE)]:
            yield from self.judged(self.searched(some, threshold))

    def searched(self, asked: Sequence[Asked], threshold: float) -> Searched:
        """Return the parties that may reach *threshold*, of many subjects at once.

        Python is free for other threads nearly all the while.
        """
        given = _engine.Subjects(given_subjects(asked))
        hits, unscreenable, unread = self._index.search(given, threshold, self.threads)
        numbers: list[dict[int, Names]] = [dict.fromkeys(self._holders(one.subject)) for one in asked]
        for number, party, name, most in zip(*hits, strict=True):
            names = numbers[number].setdefault(party, {})
            if names is not None:
                names[name] = most  # type: ignore[index]
        found = [self._by_id(each) for each in numbers]
        recorded = {
            self._index.party_id(number): _engine.recorded(self._index, number)
            for number in {number for each in numbers for number in each}
        }
        for number in range(len(asked)) if threshold <= 0.0 else unread:  # only Python can tell
            found[number] = self._by_id(dict.fromkeys(range(len(self._index))))
        return Searched(asked, threshold, found, set(unscreenable), recorded)

    def among(
        self, customers: _engine.Customers, threshold: float, one_word: float
    ) -> tuple[list[int], list[int]]:
        """Return who of the customers that are kept may be one of these parties, and who could not be read.

        *one_word*: the threshold for those of whom nothing but single words is known.
        """
        return customers.meeting(self._index, threshold, one_word, self.threads)

    def judged(self, searched: Searched) -> list[Answer]:
        """Return what a search found, judged; all its parties are fetched at once."""
        wanted = list(dict.fromkeys(party_id for found in searched.candidates for party_id in found))
        return self._judging.answers([searched], self._fetch(wanted) if wanted else {})[0]

    def indexed(self, party: Party) -> Indexed | None:
        """Return where the index has a party, which *fetch* gave; None where it has it not."""
        number = _engine.party_number(self._index, party.kind, party.party_id)
        if number is None:
            return None
        names, recorded = compared_names(party, self._settings), _engine.recorded(self._index, number)
        return Indexed(self._index, number, names, recorded) if recorded[-1] + 1 == len(names) else None

    def _by_id(self, found: dict[int, Names]) -> dict[PartyId, Names]:
        return {self._index.party_id(number): names for number, names in found.items()}

    def _holders(self, subject: Subject) -> list[int]:
        """Return the parties that hold an identifier of the subject's: it may settle who is meant."""
        if not subject.identifiers:
            return self._always
        return self._index.holders(_values(subject.identifiers))


def index_of(
    parties: Iterable[Party],
    settings: ScreeningSettings,
    key: bytes = bytes(32),
    states: Mapping[PartyId, str] | None = None,
) -> _engine.Index:
    """Return an index of *parties*, each once, that is known by *key* when it is kept.

    *states*: see :func:`derived_index`.
    """
    return _engine.Index.build(engine_matching(), given_parties(parties, settings, states), key)


def derived_index(
    before: _engine.Index,
    fetch: Fetch,
    settings: ScreeningSettings,
    key: bytes,
    states: Mapping[PartyId, str],
) -> _engine.Index | None:
    """Return the index that :func:`index_of` makes, made of one of before; None where too much is otherwise.

    *states*: by the id of every party a text that is the same only while all that is compared of it is. An
    index remembers them, and parties whose text is the same are taken over as they are.
    """
    changed = before.lacking([(party_id, _marks(party_id, state)) for party_id, state in states.items()])
    removed = [party_id for party_id in before.party_ids() if party_id not in states]
    if len(changed) + len(removed) > _MOST_CHANGED * len(states):
        return None
    parties = fetch(changed)
    given = given_parties([parties[party_id] for party_id in changed], settings, states)
    return before.derive(given, removed, key)


def _marks(party_id: PartyId, state: str) -> list[str]:
    """Return two texts under which a state is kept as identifiers are, by a checksum of 64 bits each."""
    return [f"state {party_id} {state}", f"{state} {party_id} state"]


def given_parties(
    parties: Iterable[Party], settings: ScreeningSettings, states: Mapping[PartyId, str] | None = None
) -> list[_engine.GivenParty]:
    """Return parties as an index is made of them, with their *states* where an index shall remember them."""
    given: list[_engine.GivenParty] = []
    waiting = iter(parties)
    while some := [listed(party, settings) for party in islice(waiting, _GIVEN_AT_ONCE)]:
        given += _given(some, states)
    return given


def _given(ready: Sequence[Listed], states: Mapping[PartyId, str] | None) -> Iterator[_engine.GivenParty]:
    held = [tuple(one.names) for one in ready]
    texts = iter(given_texts(engine_matching(), [name.text for names in held for name in names]))
    for one, listed_names in zip(ready, held, strict=True):
        party = one.party
        marks = _marks(party.party_id, states[party.party_id]) if states else []
        names = list(islice(texts, len(listed_names)))
        yield party.party_id, party.kind, names, _recorded(listed_names), _values(party.identifiers) + marks


def _recorded(names: Sequence[ListedName]) -> list[int]:
    """Return of each name the number, from 0, of the recorded one that it is, or may be written for."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(id(name.name), len(numbers)) for name in names]


def _values(identifiers: Iterable[Identifier]) -> list[str]:
    return [value for one in identifiers for value in compared_values(one)]


def given_subjects(asked: Sequence[Asked]) -> list[_engine.GivenSubject]:
    """Return subjects as they are searched for."""
    texts = iter(given_texts(engine_matching(), [text for one in asked for text in one.texts]))
    return [
        (list(islice(texts, len(one.texts))), one.subject.kind, one.facts_for, not one.dated) for one in asked
    ]
