"""Find the names that may reach a score, without comparing them all.

Reach for :class:`NameIndex`, built once over the names of one kind of party. For a query it adds up, name by
name, the most that their parts could match, and keeps the names whose score could reach the threshold on
that. Guarantee: it leaves out no name that :func:`~.comparison.name_score` puts at or above the threshold.

Why it is complete: parts only meet when they share a key (see ``similarity``), so every meeting is found; a
part is counted with every part it may meet, so what matched is never underrated; what is left over is never
overrated; and the score grows with the one and falls with the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from ..model import PartyKind
from ..names import Part
from ..names.romanise.latin_sounds import WILD_VOWEL
from . import score as weights
from .comparison import JOIN_LENGTHS_APART, JOIN_SIMILARITY, PreparedName, PreparedReading, joins
from .similarity import (
    BARE_OUTLINES_ALIKE,
    OUTLINES_ALIKE,
    Language,
    bare,
    known_keys,
    outline,
    part_similarity,
    spelling_keys,
)

__all__ = ["NameIndex"]

_Place = tuple[int, float, float]
"""A reading, and the weight and the burden of a part in it."""
_Arrays = tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class _Meeting:
    """The readings that hold a part which may meet the query's: how alike it is, its weight and burden."""

    readings: NDArray[np.int32]
    alike: NDArray[np.float64]
    weights: NDArray[np.float64]
    burdens: NDArray[np.float64]

    @classmethod
    def of(cls, found: Sequence[tuple[_Arrays, float]]) -> _Meeting:
        alike = np.repeat([similarity for _, similarity in found], [len(arrays[0]) for arrays, _ in found])
        readings, carried, burdens = (np.concatenate([arrays[i] for arrays, _ in found]) for i in range(3))
        return cls(readings, alike, carried, burdens)


def _arrays(places: Sequence[_Place]) -> _Arrays:
    readings, carried, burdens = zip(*places, strict=True)
    return np.array(readings, dtype=np.int32), np.array(carried), np.array(burdens)


_SLACK: Final = 1e-6
"""Sums in another order differ in their last bits, and scores are rounded to six places."""
_INITIAL: Final = "."
"""Marks, among the letters, the initials held from the words that begin with the letter."""
_EXACT_ONLY: Final = frozenset({"number", "legal-form"})


class _Postings:
    """Texts and the readings they stand in, with what they weigh there."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._places: list[list[_Place]] = []
        self._by_key: dict[str, list[int]] = {}
        self._spelled: dict[str, list[int]] = {}
        self._keys_seen: set[tuple[str, frozenset[Language]]] = set()
        self._texts: list[str] = []
        self._arrays: list[_Arrays] = []

    def add(self, text: str, place: _Place, spoken: frozenset[Language], *, exact: bool) -> None:
        number = self._number.setdefault(text, len(self._number))
        if number == len(self._places):
            self._places.append([])
            self._texts.append(text)
        self._places[number].append(place)
        if exact or (text, spoken) in self._keys_seen:
            return
        self._keys_seen.add((text, spoken))
        for index, found_by in (
            (self._spelled, spelling_keys(text)),
            (self._by_key, known_keys(text, spoken)),
        ):
            for key in found_by:
                found = index.setdefault(key, [])
                if not found or found[-1] != number:
                    found.append(number)

    def freeze(self) -> None:
        self._arrays = [_arrays(places) for places in self._places]
        self._places = []
        self._keys_seen = set()

    def alike(self, text: str, spoken: frozenset[Language], least: float) -> Iterator[tuple[int, float]]:
        """Yield each text that may meet *text*, and the most alike they may be found, if *least* or more."""
        numbers = set(self._spelled_alike(text, near=least == JOIN_SIMILARITY))
        numbers.update(number for key in known_keys(text, spoken) for number in self._by_key.get(key, ()))
        if text in self._number:
            numbers.add(self._number[text])
        for number in sorted(numbers):
            other = self._texts[number]
            if least == JOIN_SIMILARITY and abs(len(other) - len(text)) > JOIN_LENGTHS_APART:
                continue
            similarity, _ = part_similarity(text, other)
            if spoken and similarity < 1.0:
                similarity = max(similarity, part_similarity(text, other, spoken)[0])
            if similarity >= least and similarity > 0.0:
                yield number, similarity

    def _spelled_alike(self, text: str, *, near: bool) -> Iterator[int]:
        """Yield the texts that share a spelling key with *text* and whose outlines meet, in compiled code."""
        numbers = sorted({n for key in spelling_keys(text) for n in self._spelled.get(key, ())})
        if near:
            numbers = [n for n in numbers if abs(len(self._texts[n]) - len(text)) <= JOIN_LENGTHS_APART]
        for wild in (False, True):
            some = [n for n in numbers if wild == (WILD_VOWEL in text or WILD_VOWEL in self._texts[n])]
            outlines = [outline(self._texts[n]) for n in some]
            mine, least = outline(text), OUTLINES_ALIKE
            if wild:
                mine, outlines, least = bare(mine), list(map(bare, outlines)), BARE_OUTLINES_ALIKE
            alike = cdist([mine], outlines, scorer=Levenshtein.normalized_similarity, dtype=np.float64)
            yield from (some[i] for i in np.flatnonzero(alike[0] >= least))

    def meeting(self, found: Sequence[tuple[int, float]]) -> _Meeting | None:
        if not found:
            return None
        return _Meeting.of([(self._arrays[number], similarity) for number, similarity in found])


class NameIndex:
    """An index of names of one kind. ``candidates`` gives their positions; nothing in it ever changes."""

    def __init__(self, names: Sequence[PreparedName], kind: PartyKind) -> None:
        self._cost = weights.costs(kind)
        self._size = len(names)
        self._parts, self._joined = _Postings(), _Postings()
        self._by_letter: dict[str, list[_Place]] = {}
        owners: list[int] = []
        totals: list[tuple[float, float]] = []
        for position, name in enumerate(names):
            for reading in name.readings:
                self._add(len(owners), reading)
                owners.append(position)
                totals.append((reading.total, reading.burden))
        self._owners = np.array(owners, dtype=np.int32)
        self._totals, self._burdens = np.array(totals).reshape(-1, 2).T
        self._parts.freeze()
        self._joined.freeze()
        self._letters: dict[str, _Meeting] = {
            letter: _Meeting.of([(_arrays(places), weights.INITIAL_SIMILARITY)])
            for letter, places in self._by_letter.items()
        }
        self._by_letter = {}
        self._known: dict[tuple[str, str, frozenset[Language]], _Meeting | None] = {}

    def _add(self, number: int, reading: PreparedReading) -> None:
        for part, weight, burden in zip(reading.parts, reading.weights, reading.burdens, strict=True):
            place = (number, weight, burden)
            exact = part.role in _EXACT_ONLY or part.role == "initial"
            self._parts.add(part.text, place, reading.spoken, exact=exact)
            if part.role == "word":
                self._by_letter.setdefault(part.text[0], []).append(place)
            elif part.role == "initial":
                self._by_letter.setdefault(_INITIAL + part.text, []).append(place)
        for span, joined in joins(reading.parts):
            place = (number, sum(reading.weights[i] for i in span), sum(reading.burdens[i] for i in span))
            self._joined.add(joined, place, reading.spoken, exact=False)

    def candidates(self, query: PreparedName, threshold: float) -> list[int]:
        """Return the positions, in order, of every name whose score for *query* may reach *threshold*."""
        if threshold <= 0.0:
            return list(range(self._size))
        if not len(self._owners):
            return []
        found: set[int] = set()
        for reading in query.readings:
            found.update(self._owners[self._bound(reading) >= threshold - _SLACK].tolist())
        return sorted(found)

    def _bound(self, query: PreparedReading) -> NDArray[np.float64]:
        """Return, for each reading held, a score that its score for *query* does not exceed."""
        size = len(self._owners)
        mine, theirs, mine_met, theirs_met = (np.zeros(size) for _ in range(4))
        for weight, burden, met in self._meetings(query):
            mine += np.bincount(met.readings, met.alike * weight, size)
            theirs += np.bincount(met.readings, met.alike * met.weights, size)
            mine_met += np.bincount(met.readings, minlength=size) * burden
            theirs_met += np.bincount(met.readings, met.burdens, size)
        matched = (np.minimum(mine, query.total) + np.minimum(theirs, self._totals)) / 2
        left_mine = np.maximum(0.0, query.burden - mine_met)
        left_theirs = np.maximum(0.0, self._burdens - theirs_met)
        lesser, greater = np.minimum(left_mine, left_theirs), np.maximum(left_mine, left_theirs)
        against = self._cost.conflict * lesser + self._cost.missing * (greater - lesser)
        strength = matched**self._cost.power
        raw = np.divide(strength, strength + against, out=np.zeros(size), where=strength > 0.0)
        return weights.calibrated_array(raw)

    def _meetings(self, query: PreparedReading) -> Iterator[tuple[float, float, _Meeting]]:
        for part, weight, burden in zip(query.parts, query.weights, query.burdens, strict=True):
            for meeting in self._meetings_of(part, query.spoken):
                yield weight, burden, meeting
        for span, joined in joins(query.parts):
            if found := self._alike("joined", joined, query.spoken):
                yield sum(query.weights[i] for i in span), sum(query.burdens[i] for i in span), found

    def _meetings_of(self, part: Part, spoken: frozenset[Language]) -> Iterator[_Meeting]:
        if part.role == "initial":
            if words := self._letters.get(part.text[0]):
                yield words
        elif initials := self._letters.get(_INITIAL + part.text[0]):
            yield initials
        if alike := self._alike("part", part.text, spoken):
            yield alike
        if part.role in ("word", "generic") and (joined := self._alike("one", part.text, spoken)):
            yield joined

    def _alike(self, how: str, text: str, spoken: frozenset[Language]) -> _Meeting | None:
        """Return what may meet a part; kept by the part's own text, which decides it."""
        if (how, text, spoken) not in self._known:
            postings = self._joined if how == "one" else self._parts
            least = 0.0 if how == "part" else JOIN_SIMILARITY
            found = postings.meeting(list(postings.alike(text, spoken, least)))
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[how, text, spoken] = found
        return self._known[how, text, spoken]
