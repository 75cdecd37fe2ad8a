"""Say how likely two Latin words are spellings of one original word in another script.

Reach for this module to compare two words, each from a list or from a romaniser of this package. The words
are read as sounds and aligned at the least cost, where sounds that standards and languages spell alike are
cheap to swap and all others dear; a consonant pattern (a word holding ``*``, from a script that writes no
vowels) lets its gaps be any vowel. Costs and likenesses are whole numbers, millionths: an engine that adds
them up in another order comes to the same. Guarantees: symmetric; in [0, FULL]; FULL for equal words; never
above ``similarity_bound`` of the same words, which is far cheaper.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from ..tables import read_table
from .known_names import same_original
from .spelling import WILD_VOWEL, sounds

__all__ = [
    "FULL", "has_half", "romanised_similarity", "similarity_bound", "sound_classes", "sound_similarity",
    "sound_weight", "stem", "stem_and_most",
]  # fmt: skip

FULL: Final = 1_000_000
"""A likeness of this is equality; costs of sounds are counted in the same millionths."""

_SOUND_VOWELS: Final = "aeiouAOE3"
_CONSONANTS: Final = "bpfvwmnlrdtszkghyxGqSZCJcTDjQ"
_ALL: Final = _SOUND_VOWELS + _CONSONANTS + WILD_VOWEL
_NOTHING: Final = "-"

# How much a sound tells about a name. Vowels change with the standard and the clerk; h, y and w come and go
# between vowels; a mute final vowel hardly counts; a gap in a pattern tells nothing.
_WEIGHTS: Final[Mapping[str, int]] = {
    **dict.fromkeys(_CONSONANTS, 1_000_000),
    **dict.fromkeys(_SOUND_VOWELS, 450_000),
    "3": 150_000,
    "h": 600_000,
    "y": 500_000,
    "w": 700_000,
    WILD_VOWEL: 0,
}
_OTHER_VOWEL: Final = 500_000
_OTHER_CONSONANT: Final = 1_000_000
_NEVER: Final = 9_000_000
# Sounds cheaper than this to swap are of one class to the bound: an edit of classes costs at least it.
# The first level sees most consonants, the second only the four that nothing is cheaply read for: l m n r.
_CLASS_COSTS: Final = (200_000, 600_000)

# Two usual spellings of one known name; and two known names, which are no slip of the pen for each other.
_KNOWN_SAME: Final = 970_000
_KNOWN_DIFFERENT: Final = 700_000

# Halves of Arabic compounds, as names.romanise.arabic_latin writes them, how what is left is taken, how long
# it must be, and the most that a word is like another which lacks the half. An article written as one with
# its word is left out at will; a servant of the Generous is often called Generous, and a Kamaluddin Kamal.
_HALVES: Final = (
    ("abdul", str.removeprefix, 3, 800_000),
    ("abu", str.removeprefix, 3, 800_000),
    ("uddin", str.removesuffix, 3, 800_000),
    ("ullah", str.removesuffix, 3, 800_000),
    ("al", str.removeprefix, 4, 900_000),
    ("el", str.removeprefix, 4, 900_000),
)

_ARTICLES: Final = frozenset({"al", "el"})

_Costs = dict[str, int]


def _default_costs() -> _Costs:
    costs: _Costs = {}
    for first in _ALL:
        costs[first + _NOTHING] = _WEIGHTS[first]
        for second in _ALL:
            if first == second:
                cost = 0
            elif (first in _CONSONANTS) != (second in _CONSONANTS):
                cost = _NEVER
            else:
                cost = _OTHER_CONSONANT if first in _CONSONANTS else _OTHER_VOWEL
            costs[first + second] = cost
    return costs


@cache
def _costs(*, bare: bool) -> _Costs:
    costs = _default_costs()
    for pair, cost, where, _reason in read_table("sound_costs.tsv", 4):
        if where == "any" or (bare and where == "bare"):
            costs[pair] = round(float(cost) * FULL)
            if pair[1] != _NOTHING:
                costs[pair[::-1]] = costs[pair]
    for sound in _ALL:
        costs[_NOTHING + sound] = costs[sound + _NOTHING]
    return costs


def sound_weight(heard: str) -> int:
    """Return what the sounds of a word weigh together: the most that can differ."""
    return sum(map(_WEIGHTS.__getitem__, heard))


def _distance(first: str, second: str, costs: _Costs) -> int:
    """The least cost of turning the sounds *first* into *second* (Wagner and Fischer 1974)."""
    row = [0]
    for sound in second:
        row.append(row[-1] + costs[_NOTHING + sound])
    for sound in first:
        gone = costs[sound + _NOTHING]
        diagonal, left = row[0], row[0] + gone
        row[0] = left
        for column, other in enumerate(second, start=1):
            above = row[column]
            left = min(diagonal + costs[sound + other], above + gone, left + costs[_NOTHING + other])
            diagonal = above
            row[column] = left
    return row[-1]


@lru_cache(maxsize=1 << 16)
def _ordered_similarity(first: str, second: str) -> int:
    bare = WILD_VOWEL in first or WILD_VOWEL in second
    total = max(sound_weight(first), sound_weight(second))
    return _left_of(total, _distance(first, second, _costs(bare=bare))) if total else 0


def _left_of(total: int, cost: int) -> int:
    """Return the share of *total*, in millionths, that is left once *cost* is taken off; 0 at the least."""
    return max(0, (total - cost) * FULL // total)


def sound_similarity(first: str, second: str) -> int:
    """Return the likeness, 0 to FULL, of two words already read as sounds (see ``latin_sounds.sounds``)."""
    if first == second:
        return FULL
    return _ordered_similarity(first, second) if first < second else _ordered_similarity(second, first)


def _cores(first: str, second: str) -> tuple[str, str, int]:
    """The words without the half of an Arabic compound they share, and the most their likeness may be.

    abdulaziz and abdulrahman share more letters than they differ in, and are as different as aziz and rahman.
    """
    most = FULL
    for affix, strip, shortest, missing in _HALVES:
        stem_a, stem_b = strip(first, affix), strip(second, affix)
        if len(stem_a) < shortest or len(stem_b) < shortest:
            continue
        lacking = (stem_a == first) + (stem_b == second)
        # Two words that both begin like an article seldom have one: Alexander, Aliaksandr.
        if lacking == 1 or (lacking == 0 and affix not in _ARTICLES):
            if lacking:
                most = min(most, missing)
            first, second = stem_a, stem_b
    return first, second, most


def stem(word: str) -> str:
    """Return *word* without the halves of Arabic compounds it has; the word itself where it has none."""
    return stem_and_most(word)[0]


def stem_and_most(word: str) -> tuple[str, int]:
    """Return the :func:`stem` and the most that *word* is like another which has none of its halves."""
    most = FULL
    for affix, strip, shortest, missing in _HALVES:
        left = strip(word, affix)
        if left != word and len(left) >= shortest:
            word, most = left, min(most, missing)
    return word, most


def romanised_similarity(first: str, second: str) -> int:
    """Return how alike two words in small Latin letters are as spellings of one original, 0 to FULL."""
    if first == second:
        return FULL
    whole = _plain_similarity(first, second)
    a, b, most = _cores(first, second)
    if (a, b) == (first, second):
        return whole
    core = _plain_similarity(a, b)
    return core if most == FULL else max(whole, min(most, core))


def _plain_similarity(first: str, second: str) -> int:
    likeness = sound_similarity(sounds(first), sounds(second))
    same = same_original(first, second)
    if same is None:
        return likeness
    return max(likeness, _KNOWN_SAME) if same else min(likeness, _KNOWN_DIFFERENT)


@cache
def _classes(least: int, *, bare: bool) -> dict[int, str | None]:
    """Map each sound to its class, or to nothing where it may vanish or turn into a vowel for less."""
    costs = _costs(bare=bare)
    table: dict[int, str | None] = {}
    for sound in _ALL:
        if costs[sound + _NOTHING] < least or sound not in _CONSONANTS:
            _spread(sound, None, table, costs, least)
    for sound in _CONSONANTS:
        _spread(sound, sound, table, costs, least)
    return table


def _spread(sound: str, name: str | None, table: dict[int, str | None], costs: _Costs, least: int) -> None:
    if ord(sound) in table:
        return
    table[ord(sound)] = name
    for other in _ALL:
        if costs[sound + other] < least:
            _spread(other, name, table, costs, least)


def similarity_bound(first: str, second: str) -> int:
    """Return a number in [0, FULL] that ``romanised_similarity`` of the same words never exceeds.

    It compares only the classes of firm consonants, in compiled code, and is meant to pass over most pairs.
    """
    a, b, _most = _cores(first, second)
    return max(_plain_bound(first, second), 0 if (a, b) == (first, second) else _plain_bound(a, b))


def _plain_bound(first: str, second: str) -> int:
    if same_original(first, second):
        return FULL
    a, b = sounds(first), sounds(second)
    total = max(sound_weight(a), sound_weight(b))
    if total == 0:
        return FULL
    bare = WILD_VOWEL in a or WILD_VOWEL in b
    pairs = zip(_CLASS_COSTS, sound_classes(a, bare=bare), sound_classes(b, bare=bare), strict=True)
    return _left_of(total, max(least * Levenshtein.distance(x, y) for least, x, y in pairs))


def sound_classes(heard: str, *, bare: bool) -> tuple[str, ...]:
    """Return the classes of the firm consonants of a word's sounds, once for each level :func:`bounds` sees.

    *bare*: the word will meet, or is, a consonant pattern.
    """
    return tuple(heard.translate(_classes(least, bare=bare)) for least in _CLASS_COSTS)


def has_half(word: str) -> bool:
    """Return whether *word* has a half of an Arabic compound, so that :func:`bounds` is not for it."""
    return stem(word) != word
