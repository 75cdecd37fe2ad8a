"""Romanise Chinese names that are written in Hangul.

Reach for this module when a name in Hangul may be a Chinese person's: Korean texts write it by the Korean
reading of its characters (이연걸, 李連杰, *Li Lianjie*) or, since 1986, by its Mandarin sound (장쯔이, *Zhang
Ziyi*). The first is a guess, since many characters share a reading, and is given for every name that begins
with a Chinese surname; the second only where a syllable occurs that Korean names do not have.

Standards: ``hanja-pinyin`` and ``hangul-pinyin``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice, product

from ..tables import read_table, spelling_weights, words

__all__ = ["by_reading", "by_sound", "given_sounds"]

_MOST_BY_SOUND = 3
_SELDOM_KOREAN = frozenset("샤쉬")
"""Readings of characters that no Korean name has."""


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[tuple[str, ...], dict[str, float]]]:
    return {
        syllable: (tuple(surnames.split()), spelling_weights(given))
        for syllable, surnames, given in read_table("chinese_in_hangul_by_reading.tsv", 3)
    }


@lru_cache(maxsize=1)
def _surnames_of_two() -> dict[str, str]:
    return dict(read_table("chinese_surnames_of_two_in_hangul.tsv", 2))  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def _sounds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pinyin, hangul in read_table("chinese_in_hangul_by_sound.tsv", 2):
        found[hangul] = (*found.get(hangul, ()), pinyin)
    return found


@lru_cache(maxsize=1)
def _korean_syllables() -> frozenset[str]:
    return frozenset(words("korean_name_syllables.txt"))


def given_sounds() -> Mapping[str, int]:
    """Return how many characters of given names have each sound in Mandarin; of others none."""
    found: Counter[str] = Counter()
    for _, given in _readings().values():
        found.update({pinyin: round(count) for pinyin, count in given.items()})
    return found


def by_reading(name: str, most: int) -> list[str]:
    """Return the likeliest pinyin of a name whose syllables are readings of characters: one or two behind a
    surname, and of twice as many where the surname is of two characters, which few Koreans' are."""
    table = _readings()
    of_two = _surnames_of_two().get(name[:2])
    given = name[2:] if of_two else name[1:]
    if not 1 <= len(given) <= 2 or not all(syllable in table for syllable in given):
        return []
    surnames = (of_two,) if of_two else table.get(name[0], ((), {}))[0]
    ways = []
    for rank, surname in enumerate(surnames):
        for way in product(*(table[syllable][1].items() for syllable in given)):
            weight = 1.0 / (1 + 2 * rank)
            for (_, count), syllable in zip(way, given, strict=True):
                weight *= count / sum(table[syllable][1].values())
            ways.append((-round(weight, 6), f"{surname} {''.join(p for p, _ in way)}".replace("v", "u")))
    return [spelled for _, spelled in sorted(ways)[: 2 * most if of_two else most]]


def by_sound(name: str) -> list[str]:
    """Return the pinyin of a name written by Mandarin sounds, at most 3; empty for one that may be Korean."""
    if _SELDOM_KOREAN.isdisjoint(name) and _korean_syllables().issuperset(name):
        return []
    found = islice(_cuts(name), _MOST_BY_SOUND)
    return [f"{first} {''.join(rest)}".replace("v", "u") for first, *rest in found if rest]


def _cuts(text: str) -> list[list[str]]:
    """Cut Hangul into syllables of Mandarin in every way, the fewest syllables first; at most four."""
    ways: list[list[list[str]]] = [[[]], *([] for _ in text)]
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 2) + 1):
            for pinyin in _sounds().get(text[start:end], ()):
                ways[end] += [[*way, pinyin] for way in ways[start][:16] if len(way) < 4]
    return sorted(ways[-1], key=len)
