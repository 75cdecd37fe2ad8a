"""Find the words held that are alike to a word, all at once.

Reach for :class:`Vocabulary`, built once from the words of the names held: a list has far fewer words than
names. Guarantees: ``alike`` leaves out no word whose :func:`~..likeness.likeness` reaches ``least``, whatever
languages the two names share, and gives the most that likeness may be.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from ..likeness import FULL, _cut, _known, _nicknames, _scanned, _shorthand, _spelling, _syllables, likeness
from ..likeness._slips import slips_allowed
from ..names.languages import Language
from ..names.sounds.known_names import originals
from ..names.sounds.likeness import has_half, sound_classes, sound_weight, stem, stem_and_most
from ..names.sounds.of_many import bounds, sound_similarities
from ..names.sounds.spelling import WILD_VOWEL, sounds
from ..weights import weights
from ._slips import Slips

__all__ = ["Alike", "Vocabulary"]

Alike = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Numbers of words, each once, and for each the most alike it may be, in millionths."""

_KNOWN: Final = 1
_HALF: Final = 2
_WILD: Final = 4
_NOTHING: Final = np.empty(0, dtype=np.int64)


_Column = NDArray[np.object_]
_LEVELS: Final = len(sound_classes("", bare=False))


class _Word(NamedTuple):
    """What is kept of a word; what no comparison but that of equals needs is empty."""

    text: str
    heard: str = ""
    outline: str = ""
    stem_outline: str = ""
    classes: tuple[str, ...] = ("",) * _LEVELS


class Vocabulary:
    """Words, each with a number, found by their keys. Words are added first and asked for afterwards."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._adding: list[_Word] = []
        self._texts = self._outlines = self._stem_outlines = self._sounds = _column(())
        self._classes: tuple[_Column, ...] = ()
        self._bare_classes: tuple[_Column, ...] = ()
        self._weights = array("q")
        self._lengths = array("i")
        self._marks = array("b")
        self._by_spelling: dict[str, array[int]] = {}
        self._by_knowledge: dict[str, array[int]] = {}
        self._by_shorthand: dict[str, array[int]] = {}
        self._shorthands: dict[str, array[int]] = {}
        self._by_beginning: dict[str, array[int]] = {}
        self._cut: dict[str, array[int]] = {}
        self._slips = Slips()
        self._keyed: set[tuple[str, frozenset[Language]]] = set()

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, text: str, languages: frozenset[Language], *, exact: bool) -> int:
        """Return the number of a word of a name in *languages*; *exact*: only its equal meets it."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._numbers)
            self._adding.append(_Word(text))
            self._weights.append(0)
            self._lengths.append(len(text))
            self._marks.append(0)
        if not exact and (text, languages) not in self._keyed:
            if (text, frozenset()) not in self._keyed:
                self._key(text, number)
            if languages:
                self._keyed.add((text, languages))
                _post(self._by_knowledge, _syllables.keys(text, languages), number)
        return number

    def _key(self, text: str, number: int) -> None:
        self._keyed.add((text, frozenset()))
        heard = sounds(text)
        classes = tuple(map(sys.intern, sound_classes(heard, bare=False)))
        self._adding[number] = _Word(
            text, heard, _spelling.outline(text), _spelling.outline(stem(text)), classes
        )
        self._weights[number] = sound_weight(heard)
        self._marks[number] = (
            _KNOWN * bool(originals(text)) | _HALF * has_half(text) | _WILD * (WILD_VOWEL in text)
        )
        _post(self._by_spelling, _spelling.keys(text), number)
        _post(self._by_knowledge, _known_keys(text), number)
        _post(self._by_shorthand, _shorthand.keys(text), number)
        if _shorthand.is_shorthand(text):
            _post(self._shorthands, _shorthand.keys(text), number)
        _post(self._by_beginning, frozenset(_cut.beginnings(text)), number)
        if _cut.may_be_cut(text):
            _post(self._cut, frozenset({text}), number)
        self._slips.add(text, number)

    def freeze(self) -> None:
        """Let go of what only adding needs."""
        self._keyed = set()
        self._slips.freeze()
        words, self._adding = self._adding, []
        self._texts = _column(word.text for word in words)
        self._sounds = _column(word.heard for word in words)
        self._outlines = _column(word.outline for word in words)
        self._stem_outlines = _column(word.stem_outline for word in words)
        self._classes = tuple(_column(word.classes[level] for word in words) for level in range(_LEVELS))
        bare_ones = [sound_classes(word.heard, bare=True) for word in words]
        self._bare_classes = tuple(_column(sys.intern(one[i]) for one in bare_ones) for i in range(_LEVELS))

    def alike(self, text: str, languages: frozenset[Language], least: int, apart: int | None = None) -> Alike:
        """Return the words that may be *least* or more like *text*, a word of a name in *languages*.

        *apart*: how many letters longer or shorter they may be; None for any number.
        """
        spelled = self._near(_posted(self._by_spelling, _spelling.keys(text)), text, apart)
        shorts = self._by_shorthand if _shorthand.is_shorthand(text) else self._shorthands
        sure = [
            _posted(self._by_knowledge, _known_keys(text) | _syllables.keys(text, languages)),
            _posted(shorts, _shorthand.keys(text)),
            _posted(self._cut, frozenset(_cut.beginnings(text))),
            _posted(self._by_beginning, frozenset({text} if _cut.may_be_cut(text) else ())),
            self._slipped(text),
        ]
        known = self._near(np.concatenate(sure), text, apart)
        if (same := self._numbers.get(text)) is not None:
            known = np.append(known, same)
        known = np.unique(known)
        amounts = [self._likeness(text, languages, number) for number in known.tolist()]
        found = [(known, np.array(amounts, dtype=np.int64))]
        for wild, some in self._by_wildness(text, np.setdiff1d(spelled, known, assume_unique=True)):
            found.append(self._spelled(text, self._outlined(text, some, wild=wild), least, wild=wild))
        numbers, alike = (np.concatenate(column) for column in zip(*found, strict=True))
        reaching = alike >= max(least, weights().rules.floor)
        return numbers[reaching], alike[reaching]

    def equal(self, text: str) -> Alike:
        """Return the word itself, where it is held."""
        number = self._numbers.get(text)
        numbers = np.array([] if number is None else [number], dtype=np.int64)
        return numbers, np.full(len(numbers), FULL, dtype=np.int64)

    def _slipped(self, text: str) -> NDArray[np.int64]:
        """Return the words that one slip makes of *text*."""
        numbers = self._slips.near(text)
        if not len(numbers):
            return numbers
        edits = cdist([text], self._texts[numbers].tolist(), scorer=OSA.distance, score_cutoff=1)[0]
        return numbers[np.flatnonzero(edits == 1)]

    def _likeness(self, text: str, languages: frozenset[Language], number: int) -> int:
        """Return how alike a word is to *text* at most: in *languages*, or in none."""
        other = self._texts[number]
        found = likeness(text, other).amount
        return max(found, likeness(text, other, languages).amount) if languages else found

    def _near(self, numbers: NDArray[np.int64], text: str, apart: int | None) -> NDArray[np.int64]:
        if apart is None or not len(numbers):
            return numbers
        lengths = np.frombuffer(self._lengths, dtype=np.int32)[numbers]
        return numbers[np.abs(lengths - len(text)) <= apart]

    def _flagged(self, numbers: NDArray[np.int64], mark: int) -> NDArray[np.bool_]:
        marks: NDArray[np.int8] = np.frombuffer(self._marks, dtype=np.int8)[numbers]
        flagged: NDArray[np.bool_] = np.not_equal(marks & mark, 0)
        return flagged

    def _by_wildness(self, text: str, numbers: NDArray[np.int64]) -> Iterator[tuple[bool, NDArray[np.int64]]]:
        """Part the words by whether they, or *text*, are patterns without vowels: then other costs hold."""
        if originals(text):  # two known names are one name, which their keys tell, or do not meet
            numbers = numbers[~self._flagged(numbers, _KNOWN)]
        wild = self._flagged(numbers, _WILD) | (WILD_VOWEL in text)
        for value in (False, True):
            if len(some := numbers[wild == value]):
                yield value, some

    def _outlined(self, text: str, numbers: NDArray[np.int64], *, wild: bool) -> NDArray[np.int64]:
        """Keep the words whose outlines meet that of *text* (see :mod:`~..likeness`)."""
        meet = _outlines_meet(_spelling.outline(text), self._outlines[numbers].tolist(), wild=wild)
        halves = self._flagged(numbers, _HALF) | has_half(text)
        if len(left := np.flatnonzero(halves & ~meet)):
            stems = self._stem_outlines[numbers[left]].tolist()
            meet[left] = _outlines_meet(_spelling.outline(stem(text)), stems, wild=wild)
        return numbers[np.flatnonzero(meet)]

    def _spelled(self, text: str, numbers: NDArray[np.int64], least: int, *, wild: bool) -> Alike:
        """Return the words that may be *least* like *text* by spelling alone, and how alike they are."""
        if not len(numbers):
            return numbers, np.empty(0, dtype=np.int64)
        alike = self._typed(text, numbers)
        own = self._flagged(numbers, _HALF)
        rest, least = np.flatnonzero(~own), max(least, weights().rules.floor)
        core, most = stem_and_most(text)
        alike[rest] = np.maximum(alike[rest], self._heard_alike(text, numbers[rest], least, wild=wild))
        if core != text and most >= least:
            halved = self._heard_alike(core, numbers[rest], least, wild=wild)
            alike[rest] = np.maximum(alike[rest], np.minimum(most, halved))
        for i in np.flatnonzero(own).tolist():
            alike[i] = likeness(text, self._texts[numbers[i]]).amount
        return numbers, np.minimum(alike, weights().rules.sounded)

    def _heard_alike(
        self, word: str, numbers: NDArray[np.int64], least: int, *, wild: bool
    ) -> NDArray[np.int64]:
        """Return how alike *word* sounds to words without halves of compounds; 0 where less than *least*."""
        alike = np.zeros(len(numbers), dtype=np.int64)
        if not len(numbers):
            return alike
        heard = sounds(word)
        weights = np.frombuffer(self._weights, dtype=np.int64)[numbers]
        most = bounds(heard, self._classes_of(numbers, wild=wild), weights, bare=wild)
        near = np.flatnonzero(most >= least)
        if len(near):
            others = self._sounds[numbers[near]].tolist()
            alike[near] = sound_similarities(heard, others, weights[near], bare=wild)
        return alike

    def _classes_of(self, numbers: NDArray[np.int64], *, wild: bool) -> list[list[str]]:
        classes = self._bare_classes if wild else self._classes
        return [level[numbers].tolist() for level in classes]

    def _typed(self, text: str, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how alike each word is as *text* mistyped."""
        others = self._texts[numbers].tolist()
        longest = np.array([max(len(text), len(other)) for other in others], dtype=np.int64)
        allowed = np.array(list(map(slips_allowed, longest.tolist())), dtype=np.int64)
        most = int(allowed.max(initial=0))
        edits = cdist([text], others, scorer=OSA.distance, score_cutoff=most)[0].astype(np.int64)
        return np.where((edits <= allowed) & (allowed > 0), FULL - edits * weights().rules.slip // longest, 0)


def _known_keys(text: str) -> frozenset[str]:
    return _known.keys(text) | _nicknames.keys(text) | _scanned.keys(text)


def _outlines_meet(mine: str, theirs: list[str], *, wild: bool) -> NDArray[np.bool_]:
    share, whole = _spelling.OUTLINES_ALIKE
    if wild:
        mine, theirs = _spelling.without_vowels(mine), list(map(_spelling.without_vowels, theirs))
        share, whole = _spelling.OUTLINES_WITHOUT_VOWELS_ALIKE
    longest = np.array([max(len(mine), len(other)) for other in theirs], dtype=np.int64)
    edits = cdist([mine], theirs, scorer=Levenshtein.distance)[0].astype(np.int64)
    meet: NDArray[np.bool_] = np.greater_equal((longest - edits) * whole, share * longest)
    return meet


def _column(texts: Iterable[str]) -> _Column:
    """Return texts as an array of Python strings, which many can be taken from at once."""
    held = list(texts)
    column: _Column = np.empty(len(held), dtype=object)
    column[:] = held
    return column


def _post(postings: dict[str, array[int]], keys: frozenset[str], number: int) -> None:
    for key in keys:
        posted = postings.get(key)
        if posted is None:
            posted = postings[key] = array("i")
        if not posted or posted[-1] != number:
            posted.append(number)


def _posted(postings: dict[str, array[int]], keys: frozenset[str]) -> NDArray[np.int64]:
    found = [np.frombuffer(posted, dtype=np.int32) for key in keys if (posted := postings.get(key))]
    return np.unique(np.concatenate(found)).astype(np.int64) if found else _NOTHING
