"""Read names of other tongues that Korean texts write in Hangul: 존 앤더슨, 세르게이 이바노프.

Reach for :func:`foreign` with a name, its words parted by blanks or dots. Hangul put a vowel behind each
consonant (으), have one letter for b and v, p and f, r and l, and no r where English has none to hear; so a
word is looked up among known names with the same consonants, the one that sounds likest first, and spelled
by its sound where none is surely meant. Guarantee: nothing of a name that may be a Korean's, nor of one with
a letter that is no Hangul.

Standard: ``foreign-hangul``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from ..languages.korean_syllables import decompose, is_syllable
from ..languages.korean_syllables import surnames as korean_surnames
from ..tables import spellings
from ..tables import words as words_of
from ._known_abroad import SURE, alike, best, likest, ways
from ._readings import combine

__all__ = ["foreign"]

_MOST_BY_SOUND: Final = 2
_MOST: Final = 8
_ARTICLE: Final = "알"
_SHORTEST_BEHIND: Final = 3
"""So many syllables stand behind an article written against its word: 알아사드."""
_LONGEST_KOREAN: Final = 4
_INITIALS: Final = {
    "ㄱ": "g", "ㄲ": "k", "ㄴ": "n", "ㄷ": "d", "ㄸ": "t", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅃ": "p",
    "ㅅ": "s", "ㅆ": "s", "ㅇ": "", "ㅈ": "j", "ㅉ": "z", "ㅊ": "ch", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p",
    "ㅎ": "h",
}  # fmt: skip
_VOWELS: Final = {
    "ㅏ": "a", "ㅐ": "a", "ㅑ": "ya", "ㅒ": "ya", "ㅓ": "o", "ㅔ": "e", "ㅕ": "yo", "ㅖ": "ye",
    "ㅗ": "o", "ㅘ": "wa", "ㅙ": "we", "ㅚ": "o", "ㅛ": "yo", "ㅜ": "u", "ㅝ": "wo", "ㅞ": "we",
    "ㅟ": "u", "ㅠ": "yu", "ㅡ": "", "ㅢ": "i", "ㅣ": "i",
}  # fmt: skip
_FINALS: Final = {
    "": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "d", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅆ": "t",
    "ㅇ": "ng", "ㅈ": "t", "ㅊ": "t", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p", "ㅎ": "",
}  # fmt: skip
_BEGIN_LIKE_A_VOWEL: Final = tuple(chr(first + at) for first in (0xB77C, 0xC544) for at in range(588))
"""Syllables that begin with ㄹ or with no consonant."""
_AS_HEARD: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        ("lr", "l"),  # ㄹㄹ
        ("sy", "sh"),
        ("chy?$", "ch"),
        ("(?<=[oe])p$", "v"),
    )
)
_ELSEWHERE: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (("b", "v"), ("p(?!h)", "f"), ("j", "z"), ("ch", "ts"), ("^r", "l"), ("l$", "r"))
)
"""What else a letter of Hangul may stand for, each beside what it is."""


def foreign(text: str) -> list[tuple[str, str]]:
    """Return the spellings of a name from abroad with their standard, the likeliest first."""
    words = re.split(r"[\s·・.‧]+", text.strip())
    if not all(words) or not all(map(is_syllable, "".join(words))) or _may_be_korean(words):
        return []
    if len(words) == 1 and words[0] not in _table() and best(_alike(words[0])) < SURE:
        return []  # which may be anything
    return [(name, "foreign-hangul") for name in combine([_spellings(word) for word in words], _MOST)]


def _may_be_korean(words: Sequence[str]) -> bool:
    """Return whether a name may be a Korean's: a surname and one or two syllables that Koreans have."""
    syllables = "".join(words)
    if len(syllables) > _LONGEST_KOREAN or not _korean_syllables().issuperset(syllables):
        return False
    return len(words) == 1 or words[0] in korean_surnames() or len(syllables) < _LONGEST_KOREAN


@cache
def _korean_syllables() -> frozenset[str]:
    return frozenset(words_of("korean_name_syllables.txt"))


def _table() -> dict[str, tuple[str, ...]]:
    return spellings("western_names_in_hangul.tsv")


@lru_cache(maxsize=1 << 10)
def _spellings(word: str) -> tuple[str, ...]:
    """Return known names that a word may stand for, the likest first; how it sounds unless one surely is."""
    if word in _table():
        return _table()[word]
    for cut in range(1, len(word)):
        if word[:cut] in _table() and word[cut:] in _table():
            return (f"{_table()[word[:cut]][0]} {_table()[word[cut:]][0]}",)
    heard = _heard(word)
    known = _alike(word)
    behind = word.removeprefix(_ARTICLE)
    if behind != word and len(behind) >= _SHORTEST_BEHIND and best(_alike(behind)) >= max(SURE, best(known)):
        return tuple(f"al {name}" for name in likest(_alike(behind)))
    sure = best(known) >= SURE
    return (*likest(known), *(() if sure else heard[:_MOST_BY_SOUND]))


@lru_cache(maxsize=1 << 10)
def _alike(word: str) -> dict[str, int]:
    return alike(_heard(word))


def _heard(word: str) -> list[str]:
    """Return the ways that a word may sound, the likeliest first."""
    return ways(_sound(word), _ELSEWHERE)


def _sound(word: str) -> str:
    """Return a word of Hangul letter by letter, without the vowels that it adds."""
    spelled = ""
    for at, syllable in enumerate(word):
        initial, vowel, final = decompose(syllable)
        spelled += _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
        if vowel == "ㅓ" and not final and not word[at + 1 : at + 2].startswith(_BEGIN_LIKE_A_VOWEL):
            spelled = f"{spelled[:-1]}er"  # 앤더슨
    for pattern, instead in _AS_HEARD:
        spelled = pattern.sub(instead, spelled)
    return spelled
