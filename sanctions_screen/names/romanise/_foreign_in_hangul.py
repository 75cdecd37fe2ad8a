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
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final

from ..._kept import kept
from ..languages.korean_syllables import decompose, is_syllable
from ..languages.korean_syllables import surnames as korean_surnames
from ..sounds.likeness import romanised_similarity
from ..tables import read_table
from ..tables import words as words_of

__all__ = ["foreign"]

_TABLES: Final = (
    ("western_names_in_kana.tsv", 2),
    ("foreign_names_in_hebrew.tsv", 2),
    ("slavic_names.tsv", 3),
    ("arabic_names.tsv", 3),
)
"""Tables whose second column has names in Latin letters, the likeliest spelling first."""
_MOST_OF_A_ROW: Final = 3
_MOST_KNOWN: Final = 3
_MOST_BY_SOUND: Final = 2
_MOST: Final = 8
_ALIKE: Final = 750_000
_MARGIN: Final = 50_000
"""So alike, in millionths, is a known name to a word at the least, and so much less than the likest."""
_SURE: Final = 900_000
"""So alike is a known name that nothing else need be meant."""
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
    "": "", "ㄱ": "k", "ㄴ": "n", "ㄷ": "d", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅇ": "ng"
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
_CLASSES: Final = {
    **dict.fromkeys("gkcqx", "k"), **dict.fromkeys("dt", "t"), **dict.fromkeys("bpvf", "p"),
    **dict.fromkeys("sjz", "s"), **dict.fromkeys("rl", "l"), "m": "m", "n": "n",
}  # fmt: skip
_GROUPS: Final = (
    (re.compile("tsch|sch|tch|sh|zh|ch|ts|tz|cz|dzh|dz|dj|c(?=[eiy])"), "s"),
    (re.compile("ph"), "f"),
    (re.compile("(?<=[aeiou])gh"), ""),
    (re.compile("ng(?![aeioulr])"), "n"),
    (re.compile("x"), "ks"),
    (re.compile("ck|kh|gh|qu"), "k"),
)
_LOOSER: Final = (
    (re.compile("ch"), "k"),
    (re.compile("th"), "s"),
    (re.compile("g(?=[eiy])"), "s"),
    (re.compile("r(?![aeiouy])"), ""),
    (re.compile("(?<![a-z])w|w(?=[aeiou])"), "v"),
    (re.compile("j|kh"), ""),
    (re.compile("ng"), "n"),
)
"""Letters that languages sound otherwise, each beside what it is."""
_DOUBLED: Final = re.compile(r"(.)\1+")


def foreign(text: str) -> list[tuple[str, str]]:
    """Return the spellings of a name from abroad with their standard, the likeliest first."""
    words = re.split(r"[\s·・.‧]+", text.strip())
    if not all(words) or not all(map(is_syllable, "".join(words))) or _may_be_korean(words):
        return []
    if len(words) == 1 and words[0] not in _table() and _best(_alike(words[0])) < _SURE:
        return []  # which may be anything
    choices = [_spellings(word) for word in words]
    ranked = sorted(product(*map(tuple, map(enumerate, choices))), key=lambda way: sum(at for at, _ in way))
    return [(" ".join(spelled for _, spelled in way), "foreign-hangul") for way in ranked[:_MOST]]


def _may_be_korean(words: Sequence[str]) -> bool:
    """Return whether a name may be a Korean's: a surname and one or two syllables that Koreans have."""
    syllables = "".join(words)
    if len(syllables) > _LONGEST_KOREAN or not _korean_syllables().issuperset(syllables):
        return False
    return len(words) == 1 or words[0] in korean_surnames() or len(syllables) < _LONGEST_KOREAN


@cache
def _korean_syllables() -> frozenset[str]:
    return frozenset(words_of("korean_name_syllables.txt"))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {
        hangul: tuple(spelled.split()) for hangul, spelled in read_table("western_names_in_hangul.tsv", 2)
    }


@lru_cache(maxsize=1 << 10)
def _spellings(word: str) -> tuple[str, ...]:
    """Return known names that a word may stand for, the likest first; how it sounds unless one surely is."""
    if word in _table():
        return _table()[word]
    for cut in range(1, len(word)):
        if word[:cut] in _table() and word[cut:] in _table():
            return (f"{_table()[word[:cut]][0]} {_table()[word[cut:]][0]}",)
    heard = _heard(word)
    alike = _alike(word)
    behind = word.removeprefix(_ARTICLE)
    if (
        behind != word
        and len(behind) >= _SHORTEST_BEHIND
        and _best(_alike(behind)) >= max(_SURE, _best(alike))
    ):
        return tuple(f"al {name}" for name in _likest(_alike(behind)))
    sure = _best(alike) >= _SURE
    return (*_likest(alike), *(() if sure else heard[:_MOST_BY_SOUND]))


@lru_cache(maxsize=1 << 10)
def _alike(word: str) -> dict[str, int]:
    """Return the known names with the consonants of a word, and how alike each is to what is heard."""
    heard = _heard(word)
    known = _names().get(_skeleton(heard[0]), ())
    return {name: max(romanised_similarity(one, name) for one in heard) for name in known}


def _best(alike: dict[str, int]) -> int:
    return max(alike.values(), default=0)


def _likest(alike: dict[str, int]) -> list[str]:
    least = max(_ALIKE, _best(alike) - _MARGIN)
    known = sorted((-likeness, name) for name, likeness in alike.items() if likeness >= least)
    return [name for _, name in known[:_MOST_KNOWN]]


def _heard(word: str) -> list[str]:
    """Return the ways that a word may sound, the likeliest first."""
    heard = [_sound(word)]
    for pattern, instead in _ELSEWHERE:
        heard += [other for one in tuple(heard) if (other := pattern.sub(instead, one)) != one]
    return heard


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


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return kept("names-in-hangul", _by_skeleton)


def _by_skeleton() -> dict[str, tuple[str, ...]]:
    """Return known names by the consonants that Hangul may write of them."""
    found: dict[str, dict[str, None]] = {}
    for table, columns in _TABLES:
        for row in read_table(table, columns):
            for name in row[1].split()[:_MOST_OF_A_ROW]:
                for skeleton in {*_skeletons(name)}:
                    found.setdefault(skeleton, {})[name] = None
    return {skeleton: tuple(names) for skeleton, names in found.items()}


def _skeletons(name: str) -> Iterator[str]:
    """Yield the consonants of a name in Latin letters, as languages sound them."""
    ways = [name]
    for pattern, instead in _LOOSER:
        ways += [other for one in tuple(ways) if (other := pattern.sub(instead, one)) != one]
    yield from map(_skeleton, ways)


def _skeleton(spelled: str) -> str:
    """Return the classes of a spelling's consonants, one for each run of a class."""
    for pattern, instead in _GROUPS:
        spelled = pattern.sub(instead, spelled)
    return _DOUBLED.sub(r"\1", "".join(_CLASSES.get(letter, "") for letter in spelled))
