"""Find the words held that are alike to a word, all at once.

Reach for :class:`Vocabulary`, built once from the words of the names held: a list has far fewer words than
names. Guarantees: ``alike`` leaves out no word whose :func:`~.similarity.part_similarity` reaches ``least``,
whatever languages the two names share, and gives the most that likeness may be, but for its last bits.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from ..names.sounds.known_names import originals
from ..names.sounds.likeness import (
    bounds,
    has_half,
    sound_classes,
    sound_similarities,
    sound_weight,
    stem,
    stem_and_most,
)
from ..names.sounds.spelling import WILD_VOWEL, sounds
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
        return len(self._numbers)

    def add(self, text: str, spoken: frozenset[Language], *, exact: bool, cut: bool = False) -> int:
        """Return the number of a word of a name in *spoken* languages; *exact*: only its equal meets it.

        *cut*: it may be the beginning of another word.
        """
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._numbers)
            self._adding.append(_Word(text))
            self._weights.append(0.0)
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
        classes = tuple(map(sys.intern, sound_classes(heard, bare=False)))
        self._adding[number] = _Word(text, heard, outline(text), outline(stem(text)), classes)
        self._weights[number] = sound_weight(heard)
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
        words, self._adding = self._adding, []
        self._texts = _column(word.text for word in words)
        self._sounds = _column(word.heard for word in words)
        self._outlines = _column(word.outline for word in words)
        self._stem_outlines = _column(word.stem_outline for word in words)
        self._classes = tuple(_column(word.classes[level] for word in words) for level in range(_LEVELS))
        bare_ones = [sound_classes(word.heard, bare=True) for word in words]
        self._bare_classes = tuple(_column(sys.intern(one[i]) for one in bare_ones) for i in range(_LEVELS))
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
        edits = cdist([text], self._texts[numbers].tolist(), scorer=OSA.distance, score_cutoff=1)[0]
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
        meet = _outlines_meet(outline(text), self._outlines[numbers].tolist(), wild=wild)
        halves = self._flagged(numbers, _HALF) | has_half(text)
        if len(left := np.flatnonzero(halves & ~meet)):
            stems = self._stem_outlines[numbers[left]].tolist()
            meet[left] = _outlines_meet(outline(stem(text)), stems, wild=wild)
        return numbers[np.flatnonzero(meet)]

    def _spelled(self, text: str, numbers: NDArray[np.int64], least: float, *, wild: bool) -> Alike:
        """Return the words that may be *least* like *text* by spelling alone, and how alike they are."""
        if not len(numbers):
            return numbers, np.empty(0)
        alike = self._typed(text, numbers)
        own = self._flagged(numbers, _HALF)
        rest, least = np.flatnonzero(~own), max(least, FLOOR)
        core, most = stem_and_most(text)
        alike[rest] = np.maximum(alike[rest], self._heard_alike(text, numbers[rest], least, wild=wild))
        if core != text and most >= least - _SLACK:
            halved = self._heard_alike(core, numbers[rest], least, wild=wild)
            alike[rest] = np.maximum(alike[rest], np.minimum(most, halved))
        for i in np.flatnonzero(own).tolist():
            alike[i] = part_similarity(text, self._texts[numbers[i]])[0]
        return numbers, alike

    def _heard_alike(
        self, word: str, numbers: NDArray[np.int64], least: float, *, wild: bool
    ) -> NDArray[np.float64]:
        """Return how alike *word* sounds to words without halves of compounds; 0 where less than *least*."""
        alike = np.zeros(len(numbers))
        if not len(numbers):
            return alike
        heard = sounds(word)
        weights = np.frombuffer(self._weights, dtype=np.float64)[numbers]
        most = bounds(heard, self._classes_of(numbers, wild=wild), weights, bare=wild)
        near = np.flatnonzero(most >= least - _SLACK)
        if len(near):
            others = self._sounds[numbers[near]].tolist()
            alike[near] = sound_similarities(heard, others, weights[near], bare=wild)
        return alike

    def _classes_of(self, numbers: NDArray[np.int64], *, wild: bool) -> list[list[str]]:
        classes = self._bare_classes if wild else self._classes
        return [level[numbers].tolist() for level in classes]

    def _typed(self, text: str, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how alike each word is as *text* mistyped."""
        others = self._texts[numbers].tolist()
        longest = [max(len(text), len(other)) for other in others]
        allowed = [slips_allowed(length) for length in longest]
        edits = cdist([text], others, scorer=OSA.distance, score_cutoff=max(allowed, default=0))[0]
        return np.where((edits <= allowed) & (np.array(allowed) > 0), 1.0 - edits / longest, 0.0)


def _outlines_meet(mine: str, theirs: list[str], *, wild: bool) -> NDArray[np.bool_]:
    least = OUTLINES_ALIKE
    if wild:
        mine, theirs, least = bare(mine), list(map(bare, theirs)), BARE_OUTLINES_ALIKE
    alike = cdist([mine], theirs, scorer=Levenshtein.normalized_similarity, dtype=np.float64)[0]
    meet: NDArray[np.bool_] = np.greater_equal(alike, least)
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
