"""In which languages of syllables a name is: told once, from how its Latin spelling looks.

Reach for :func:`languages` with a name's words: Korean, Chinese and Burmese names are made of short
syllables, where one letter makes another name, so they are compared syllable by syllable
(:func:`syllable_keys`, :func:`agreement`). Each language has a module of one shape: ``looks`` says whether
words can be a name in it, ``keys`` which syllables a word may stand for, ``agreement`` how far two words may
be the same ones. Vietnamese names are spelled in one way and need ``looks`` alone. Guarantees: pure;
``agreement`` is symmetric and in [0, 1].
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

from ..parts import SURNAME_FIRST
from . import burmese, chinese, korean

__all__ = [
    "Language", "agreement", "common_languages", "is_eastern_surname", "is_of_syllables", "is_surname_first",
    "languages", "syllable_keys",
]  # fmt: skip

Language = Literal["burmese", "chinese", "korean", "none-in-common", "not-pinyin", "pinyin"]
"""``none-in-common``: two names both of syllables, but of no language that both may be in; ``pinyin``: a
Chinese name that is spelled so for certain; ``not-pinyin``: one that a romaniser spelled otherwise."""

_NONE_IN_COMMON: Final[frozenset[Language]] = frozenset({"none-in-common"})
_SYSTEMS: Final[frozenset[Language]] = frozenset({"pinyin", "not-pinyin"})

# What language a romaniser has read a name as, by its standard (see names.romanise): a Japanese reading of a
# name in Han is not in Korean syllables, however much it looks so.
_READ_AS: Final[dict[str, frozenset[Language]]] = {
    **dict.fromkeys(
        ("common", "rr", "dprk", "mr", "rr-sound", "korean-common", "korean-dprk", "korean-mr", "kontsevich"),
        frozenset({"korean"}),
    ),
    **dict.fromkeys(("hanja-pinyin", "chinese-kana", "chinese-arabic"), frozenset({"chinese"})),
    **dict.fromkeys(("pinyin", "palladius"), frozenset({"chinese", "pinyin"})),
    **dict.fromkeys(("wade-giles", "cantonese", "southern"), frozenset({"chinese", "not-pinyin"})),
    **dict.fromkeys(("japanese", "japanese-short", "polivanov"), frozenset()),
    "burmese-cyrillic": frozenset({"burmese"}),
}  # fmt: skip
_WRITTEN_IN: Final[dict[str, frozenset[Language]]] = dict.fromkeys(
    ("burmese", "burmese-variant"), frozenset({"burmese"})
)
"""What was written in a language's own script is of its syllables, also where a spelling looks like none."""
_SURNAME_FIRST: Final = frozenset(
    {"common", "rr", "dprk", "mr", "rr-sound", "rr-strict", "hanja-pinyin"}
    | {"korean-common", "korean-rr", "korean-dprk", "korean-mr", "korean-rr-sound", "korean-rr-strict"}
    | {"pinyin", "wade-giles", "cantonese", "southern", "chinese-kana", SURNAME_FIRST}
)
"""The standards of what was written in Hangul or Han, or in katakana by its sound, where the surname always
stands in front, or with a comma behind it."""
_KOREAN_SURNAMES: Final = frozenset(
    {"kim", "gim", "pak", "park", "bak", "choe", "choi", "rhee", "kwon", "gwon", "o", "i", "ri"}
)
"""Surnames that next to no Chinese or Burmese has: such a name, where it reads as Korean, is in no other
syllables."""

_KEYS: Final[dict[Language, Callable[[str], frozenset[str]]]] = {
    "burmese": burmese.keys,
    "chinese": chinese.keys,
    "korean": korean.keys,
}
_AGREEMENT: Final[dict[Language, Callable[[str, str], float]]] = {
    "burmese": burmese.agreement,
    "chinese": chinese.agreement,
    "pinyin": chinese.pinyin_agreement,
    "korean": korean.agreement,
}


@lru_cache(maxsize=1 << 15)
def languages(words: tuple[str, ...], standard: str | None = None) -> frozenset[Language]:
    """Return the languages of syllables that a name's words, in the order written, may be read in.

    *standard*: by which they were romanised, None where they were not.
    """
    if standard in _WRITTEN_IN:
        return _WRITTEN_IN[standard]
    found = _looks(words)
    if standard not in _READ_AS:
        return found
    read = found & _READ_AS[standard]
    # By which system a romaniser spelled Chinese it tells; of two systems no name is.
    return read | (_READ_AS[standard] & _SYSTEMS) if "chinese" in read else read - _SYSTEMS


def _looks(words: tuple[str, ...]) -> frozenset[Language]:
    found: set[Language] = set()
    if korean.looks(words):
        found.add("korean")
        if _KOREAN_SURNAMES & {words[0], words[-1]}:
            return frozenset(found)
    if chinese.looks(words):
        found.add("chinese")
        if chinese.is_pinyin(words):
            found.add("pinyin")
    if len(words) > 1 and burmese.looks(words):
        found.add("burmese")
    return frozenset(found)


def is_surname_first(standard: str | None) -> bool:
    """Return whether a name romanised by a standard has its surname in front, as it is written in Korea and
    China."""
    return standard in _SURNAME_FIRST


def is_of_syllables(standard: str | None) -> bool:
    """Return whether a name romanised by a standard is in syllables of another script, word by word: those
    that are put into English have a standard of their own."""
    return standard in _READ_AS or standard in _WRITTEN_IN


def is_eastern_surname(word: str) -> bool:
    """Return whether a word (small Latin letters) spells a surname of China or Korea."""
    return bool(chinese.surname_readings(word) or korean.surname_readings(word))


def common_languages(first: frozenset[Language], second: frozenset[Language]) -> frozenset[Language]:
    """Return the languages of syllables that two names may both be in; empty unless both are of syllables.

    Two names in pinyin are compared as such, not as if the one might be spelled by another system; who is
    spelled in pinyin is compared with what a romaniser spelled so, which it always does.
    """
    both = first & second
    systems = (first | second) & _SYSTEMS
    if "pinyin" in both or len(systems) == len(_SYSTEMS):
        both -= {"chinese"}
    both -= {"not-pinyin"}
    return both or (_NONE_IN_COMMON if first and second else both)


def syllable_keys(text: str, among: frozenset[Language]) -> frozenset[str]:
    """Return the syllables that a word may stand for; *among* the languages its name may be in."""
    named = sorted(among - _NONE_IN_COMMON - _SYSTEMS)
    return frozenset(f"{language}:{key}" for language in named for key in _KEYS[language](text))


def agreement(first: str, second: str, among: frozenset[Language]) -> float:
    """Return how far two words may be the same syllables; *among* the languages that both names may be in."""
    named = among & _AGREEMENT.keys()
    return max((_AGREEMENT[language](first, second) for language in named), default=0.0)
