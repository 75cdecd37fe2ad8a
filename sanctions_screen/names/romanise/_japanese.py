"""Read a name in characters or kana as a Japanese surname and given name.

Reach for this module when a name in Han characters may be Japanese. Characters are read by whole surnames
and given names first, by the readings each character has within names next. ``reading`` says how sure it is
that the text is a Japanese name at all.

Readings are in Hepburn with every kana written (*Koujirou*); ``hepburn.short_vowels`` makes the passport's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ..tables import read_table, spellings, words
from ._hepburn import hepburn, is_kana

__all__ = [
    "JapaneseReading", "given_readings", "is_given", "is_surname", "kana_splits", "known_surname", "readings",
    "surname_readings",
]  # fmt: skip

_MOST = 8


@dataclass(frozen=True, slots=True)
class JapaneseReading:
    """A name read as Japanese: surname and given name in full Hepburn; a smaller cost is likelier."""

    surname: str
    given: str
    cost: float


def _surnames() -> dict[str, tuple[str, ...]]:
    return spellings("japanese_surnames.tsv")


def _given() -> dict[str, tuple[str, ...]]:
    return spellings("japanese_given.tsv")


_LAST = {"子": "ko", "彦": "hiko", "郎": "rou", "夫": "o"}
"""Characters with one reading at the end of a given name of two or more: 博子 is Hiroko, never Hiroshi."""


@lru_cache(maxsize=1)
def _characters() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {
        character: (tuple(surname.split()), tuple(given.split()))
        for character, surname, given in read_table("japanese_characters.tsv", 3)
    }
    for character, given in read_table("japanese_characters_further.tsv", 2):
        found[character] = (found.get(character, ((), ()))[0], tuple(given.split()))
    return found


@lru_cache(maxsize=1)
def _surname_ranks() -> dict[str, int]:
    ordered = (word for word in words("japanese_surname_readings.txt"))
    return {word: rank for rank, word in enumerate(ordered)}


@lru_cache(maxsize=1)
def _given_sounds() -> frozenset[str]:
    return frozenset(sound for found in _given().values() for sound in found)


def _each_character(text: str, column: int) -> list[tuple[str, float]]:
    """Read a text character by character; the cost of a reading is its rank."""
    choices: list[list[tuple[str, float]]] = []
    for at, character in enumerate(text):
        if character == "々" and at:
            choices.append(choices[-1])
        elif is_kana(character):
            choices.append([(hepburn(character), 0.0)])
        elif column and at and at + 1 == len(text) and character in _LAST:
            choices.append([(_LAST[character], 0.0)])
        else:
            both = _characters().get(character, ((), ()))
            found = both[column] or both[1 - column]
            choices.append([(sound, rank * 1.0) for rank, sound in enumerate(found[:4])])
    if not all(choices):
        return []
    ways = [("".join(s for s, _ in way), sum(c for _, c in way)) for way in product(*choices[:5])]
    return sorted(dict(sorted(ways, key=lambda way: -way[1])).items(), key=lambda way: (way[1], way[0]))[
        :_MOST
    ]


def _known(found: tuple[str, ...], cost: float) -> list[tuple[str, float]]:
    return [(sound, cost + 0.7 * rank) for rank, sound in enumerate(found)]


def surname_readings(text: str) -> list[tuple[str, float]]:
    """Return the readings of a surname with their costs, cheapest first."""
    known = _known(_surnames().get(text, ()), 0.0)
    if not known and all(map(is_kana, text)):
        known = [(hepburn(text), 0.0 if hepburn(text) in _surname_ranks() else 1.0)]
    return known or [(sound, 0.6 + cost) for sound, cost in _each_character(text, 0)[:3]]


def given_readings(text: str) -> list[tuple[str, float]]:
    """Return the readings of a given name with their costs, cheapest first."""
    if text and all(map(is_kana, text)):
        return [(hepburn(text), 0.5)]
    known = _known(_given().get(text, ()), 0.0)
    seen = {sound for sound, _ in known}
    built = [(s, 1.5 + cost) for s, cost in _each_character(text, 1) if s not in seen]
    return sorted(known + built, key=lambda way: (way[1], way[0]))[:_MOST]


def is_surname(text: str) -> bool:
    """Return whether a text is a known Japanese surname, or the kana of one."""
    return text in _surnames() or (is_kana(text[-1]) and hepburn(text) in _surname_ranks())


def _splits(text: str) -> list[tuple[str, str, float]]:
    parts = text.split()
    if len(parts) > 1:
        return [(parts[0], "".join(parts[1:]), 0.0)]
    usual = {1: 1.6, 2: 0.0, 3: 0.8, 4: 2.0}
    found = [
        (text[:size], text[size:], cost + (0.0 if is_surname(text[:size]) else 3.0))
        for size, cost in usual.items()
        if size < len(text) <= size + 4
    ]
    return sorted(found, key=lambda split: split[2])


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[JapaneseReading, ...]:
    """Return ways to read *text* as a Japanese name, likeliest first, at most 8; empty when it is none.

    A cost below 1 means a known surname and a known given name; above 6 the text is hardly Japanese.
    """
    found: dict[tuple[str, str], float] = {}
    for surname, given, cost in _splits(text):
        for (a, v), (b, w) in product(surname_readings(surname)[:3], given_readings(given)):
            total = cost + v + w
            if total < found.get((a, b), 99.0):
                found[a, b] = total
    ordered = sorted(found.items(), key=lambda item: (item[1], item[0]))[:_MOST]
    return tuple(JapaneseReading(a, b, round(cost, 3)) for (a, b), cost in ordered)


def known_surname(text: str) -> str:
    """Return the likeliest reading of a known surname; "" for any other text."""
    return next(iter(_surnames().get(text, ())), "")


def is_given(sound: str) -> bool:
    """Return whether a word in Hepburn is a known given name."""
    return sound in _given_sounds()


def kana_splits(romaji: str) -> list[tuple[str, str]]:
    """Return the likeliest ways to part a name in Hepburn into surname and given name, best first."""
    ranks = _surname_ranks()
    given = _given_sounds()
    ways = []
    for at in range(1, len(romaji)):
        surname, rest = romaji[:at].rstrip("'"), romaji[at:]
        if surname in ranks and rest[:1] not in ("'", "") and surname[-1] in "aiueon":
            cost = ranks[surname] / 4000 + (0.0 if rest in given else 3.0) - 0.15 * len(surname)
            ways.append((cost, surname, rest))
    return [(surname, rest) for _, surname, rest in sorted(ways)[:3]]
