"""Find the words held that are alike to a word, all at once.

Reach for :class:`Vocabulary`, built once from the words of the names held: a list has far fewer words than
names. Guarantees: ``alike`` leaves out no word whose :func:`~.similarity.part_similarity` reaches ``least``,
whatever languages the two names share, and gives the most that likeness may be, but for its last bits.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from ..names.romanise.known_names import originals
from ..names.romanise.latin_sounds import WILD_VOWEL, sounds
from ..names.romanise.similarity import bounds, has_half, sound_classes, sound_similarities, sound_weight
from .similarity import (
    BARE_OUTLINES_ALIKE,
    FLOOR,
    OUTLINES_ALIKE,
    Language,
    bare,
    is_shorthand,
    known_keys,
    outline,
    part_similarity,
    shorthand,
    slips_allowed,
    spelling_keys,
)
from .slips import Slips

__all__ = ["Alike", "Vocabulary"]

Alike = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Numbers of words, each once, and for each the most alike it may be."""

_SLACK: Final = 1e-9
"""The likeness is a sum in another order here: it may differ in its last bits."""
_KNOWN: Final = 1
_HALF: Final = 2
_WILD: Final = 4
_BEHIND_LETTERS: Final = "\x7f"
_NOTHING: Final = np.empty(0, dtype=np.int64)


class Vocabulary:
    """Words, each with a number, found by their keys. Words are added first and asked for afterwards."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._texts: list[str] = []
        self._outlines: list[str] = []
        self._sounds: list[str] = []
        self._classes: tuple[list[str], ...] = tuple([] for _ in sound_classes("", bare=False))
        self._weights = array("d")
        self._lengths = array("i")
        self._marks = array("b")
        self._by_spelling: dict[str, array[int]] = {}
        self._by_knowledge: dict[str, array[int]] = {}
        self._by_shorthand: dict[str, array[int]] = {}
        self._shorthands: dict[str, array[int]] = {}
        self._slips = Slips()
        self._cut: dict[str, int] = {}
        self._sorted: list[tuple[str, int]] = []
        self._keyed: set[tuple[str, frozenset[Language]]] = set()

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, text: str, spoken: frozenset[Language], *, exact: bool, cut: bool = False) -> int:
        """Return the number of a word of a name in *spoken* languages; *exact*: only its equal meets it.

        *cut*: it may be the beginning of another word.
        """
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._texts)
            self._texts.append(text)
            self._outlines.append("")
            self._sounds.append("")
            self._weights.append(0.0)
            for classes in self._classes:
                classes.append("")
            self._lengths.append(len(text))
            self._marks.append(0)
        if cut:
            self._cut[text] = number
        if not exact and (text, spoken) not in self._keyed:
            if (text, frozenset()) not in self._keyed:
                self._key(text, number)
            if spoken:
                self._keyed.add((text, spoken))
                _post(self._by_knowledge, known_keys(text, spoken), number)
        return number

    def _key(self, text: str, number: int) -> None:
        self._keyed.add((text, frozenset()))
        heard = sounds(text)
        self._sounds[number], self._weights[number] = heard, sound_weight(heard)
        self._outlines[number] = outline(text)
        for level, classes in enumerate(sound_classes(heard, bare=False)):
            self._classes[level][number] = sys.intern(classes)
        self._marks[number] = (
            _KNOWN * bool(originals(text)) | _HALF * has_half(text) | _WILD * (WILD_VOWEL in text)
        )
        _post(self._by_spelling, spelling_keys(text), number)
        _post(self._by_knowledge, known_keys(text, frozenset()), number)
        short = frozenset({shorthand(text)})
        _post(self._by_shorthand, short, number)
        if is_shorthand(text):
            _post(self._shorthands, short, number)
        self._slips.add(text, number)

    def freeze(self) -> None:
        """Let go of what only adding needs."""
        self._keyed = set()
        self._slips.freeze()
        self._sorted = sorted(self._numbers.items())

    def alike(self, text: str, spoken: frozenset[Language], least: float, apart: int | None = None) -> Alike:
        """Return the words that may be *least* or more like *text*, a word of a name in *spoken* languages.

        *apart*: how many letters longer or shorter they may be; None for any number.
        """
        spelled = self._near(_posted(self._by_spelling, spelling_keys(text)), text, apart)
        shorts = self._by_shorthand if is_shorthand(text) else self._shorthands
        sure = [
            _posted(self._by_knowledge, known_keys(text, spoken)),
            _posted(shorts, frozenset({shorthand(text)})),
            self._slipped(text),
        ]
        known = self._near(np.concatenate(sure), text, apart)
        if (same := self._numbers.get(text)) is not None:
            known = np.append(known, same)
        known = np.unique(known)
        found = [(known, np.array([self._likeness(text, spoken, number) for number in known.tolist()]))]
        for wild, some in self._by_wildness(text, np.setdiff1d(spelled, known, assume_unique=True)):
            found.append(self._spelled(text, self._outlined(text, some, wild=wild), least, wild=wild))
        numbers, alike = (np.concatenate(column) for column in zip(*found, strict=True))
        reaching = alike >= max(least, FLOOR) - _SLACK
        return numbers[reaching], alike[reaching]

    def cut_from(self, text: str, apart: int, *, cut: bool) -> NDArray[np.int64]:
        """Return the words that are *text* cut by *apart* letters or more, in order.

        Where *text* itself may be *cut*, also the words it is the beginning of.
        """
        beginnings = (text[:end] for end in range(len(text) - apart + 1))
        found = [self._cut[beginning] for beginning in beginnings if beginning in self._cut]
        if cut:
            first = bisect_left(self._sorted, (text, -1))
            last = bisect_left(self._sorted, (f"{text}{_BEHIND_LETTERS}", -1))
            whole = self._sorted[first:last]
            found += [number for word, number in whole if len(word) >= len(text) + apart]
        return np.unique(np.array(found, dtype=np.int64))

    def _slipped(self, text: str) -> NDArray[np.int64]:
        """Return the words that one slip makes of *text*."""
        numbers = self._slips.near(text)
        if not len(numbers):
            return numbers
        others = [self._texts[number] for number in numbers.tolist()]
        edits = cdist([text], others, scorer=OSA.distance, score_cutoff=1)[0]
        return numbers[np.flatnonzero(edits == 1)]

    def _likeness(self, text: str, spoken: frozenset[Language], number: int) -> float:
        """Return how alike a word is to *text* at most: in *spoken* languages, or in none."""
        other = self._texts[number]
        found = part_similarity(text, other)[0]
        return max(found, part_similarity(text, other, spoken)[0]) if spoken else found

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
        """Keep the words whose outlines meet that of *text* (see :func:`~.similarity.outlines_meet`)."""
        if has_half(text):  # their stems' outlines may meet
            return numbers
        mine, least = outline(text), OUTLINES_ALIKE
        theirs = [self._outlines[number] for number in numbers.tolist()]
        if wild:
            mine, theirs, least = bare(mine), list(map(bare, theirs)), BARE_OUTLINES_ALIKE
        alike = cdist([mine], theirs, scorer=Levenshtein.normalized_similarity, dtype=np.float64)[0]
        return numbers[np.flatnonzero((alike >= least) | self._flagged(numbers, _HALF))]

    def _spelled(self, text: str, numbers: NDArray[np.int64], least: float, *, wild: bool) -> Alike:
        """Return the words that may be *least* like *text* by spelling alone, and how alike they are."""
        if not len(numbers):
            return numbers, np.empty(0)
        alike = self._typed(text, numbers)
        heard = sounds(text)
        weights = np.frombuffer(self._weights, dtype=np.float64)[numbers]
        most = bounds(heard, self._classes_of(numbers, wild=wild), weights, bare=wild)
        own = self._flagged(numbers, _HALF) | has_half(text)
        near = np.flatnonzero((most >= max(least, FLOOR) - _SLACK) & ~own)
        if len(near):
            others = [self._sounds[number] for number in numbers[near].tolist()]
            found = sound_similarities(heard, others, weights[near], bare=wild)
            alike[near] = np.maximum(alike[near], found)
        for i in np.flatnonzero(own).tolist():
            alike[i] = part_similarity(text, self._texts[numbers[i]])[0]
        return numbers, alike

    def _classes_of(self, numbers: NDArray[np.int64], *, wild: bool) -> list[list[str]]:
        if not wild:
            return [[level[number] for number in numbers.tolist()] for level in self._classes]
        found = [sound_classes(self._sounds[number], bare=True) for number in numbers.tolist()]
        return [list(level) for level in zip(*found, strict=True)]

    def _typed(self, text: str, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how alike each word is as *text* mistyped."""
        others = [self._texts[number] for number in numbers.tolist()]
        longest = [max(len(text), len(other)) for other in others]
        allowed = [slips_allowed(length) for length in longest]
        edits = cdist([text], others, scorer=OSA.distance, score_cutoff=max(allowed, default=0))[0]
        return np.where((edits <= allowed) & (np.array(allowed) > 0), 1.0 - edits / longest, 0.0)


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
