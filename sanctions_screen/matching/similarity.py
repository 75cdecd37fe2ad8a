"""Say how alike two parts of names are, and by which rule.

Reach for this module to compare one part with another; aligning whole names is ``comparison``'s work. Parts
meet only when they share a key (:func:`keys`): a spelling's consonants but for one, a known original, a
nickname, a syllable reading. That makes an index of keys complete by definition. Guarantees: symmetric; in
[0, 1]; 1 for equal parts; 0 without a common key; depends on the two texts, the languages both names look to
be of, and the library's tables, on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, Literal

from rapidfuzz.distance import OSA

from ..model import MatchRule
from ..names.romanise import burmese_latin, chinese_latin, korean_latin
from ..names.romanise.known_names import originals, same_original
from ..names.romanise.latin_sounds import sounds
from ..names.romanise.similarity import romanised_similarity, similarity_bound
from ..names.tables import read_table

__all__ = ["FLOOR", "Language", "keys", "languages", "part_similarity"]

Language = Literal["burmese", "chinese", "korean"]

FLOOR: Final = 0.6
"""Parts less alike than this do not meet at all: their similarity is 0."""

_NICKNAME: Final = 0.9
_KNOWN_SAME: Final = 0.98
_KNOWN_DIFFERENT: Final = 0.55
"""Spellings known to be of different originals (Hasan, Husain) do not meet, however close."""
_ACROSS_SYLLABLES: Final = 0.8
"""What a likeness of letters is worth between words of syllables that do not agree (Jiwon, Jiewon)."""
_CLOSE: Final = 0.85

# Consonants that standards, languages and slips exchange most: one class each. Vowels, h, y, w come and go.
_COARSE: Final = str.maketrans(
    {**dict.fromkeys("bp", "b"), **dict.fromkeys("fv", "f"), **dict.fromkeys("dtTD", "t"),
     **dict.fromkeys("szcSZCJj", "s"),
     **dict.fromkeys("kgxqGQ", "k"), **dict.fromkeys("aeiouyhwAOE3*-", None)}
)  # fmt: skip


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group, members in read_table("nicknames.tsv", 2):
        for member in members.split(","):
            groups.setdefault(member.strip(), set()).add(group)
    return {name: frozenset(found) for name, found in groups.items()}


@lru_cache(maxsize=1 << 15)
def languages(words: tuple[str, ...]) -> frozenset[Language]:
    """Return the languages of syllables that a name's words, in the order written, may be read in."""
    found: set[Language] = set()
    if korean_latin.looks_korean(words):
        found.add("korean")
    if chinese_latin.looks_chinese(words):
        found.add("chinese")
    if len(words) > 1 and burmese_latin.looks_burmese(words):
        found.add("burmese")
    return frozenset(found)


_AGREEMENT: Final[dict[Language, Callable[[str, str], float]]] = {
    "burmese": burmese_latin.agreement,
    "chinese": chinese_latin.agreement,
    "korean": korean_latin.agreement,
}
_EQUIVALENTS: Final[dict[Language, Callable[[str], frozenset[str]]]] = {
    "burmese": burmese_latin.equivalents,
    "chinese": chinese_latin.equivalents,
    "korean": korean_latin.equivalents,
}


@lru_cache(maxsize=1 << 17)
def _general_keys(text: str) -> frozenset[str]:
    core = sounds(text).translate(_COARSE)
    found = {core, *(core[:i] + core[i + 1 :] for i in range(len(core)) if len(core) > 1)}
    found.update(f"o:{original}" for original in originals(text))
    found.update(f"n:{group}" for group in _nicknames().get(text, ()))
    return frozenset(found)


def keys(text: str, spoken: frozenset[Language]) -> frozenset[str]:
    """Return the keys by which a part of a name that looks to be in *spoken* languages can be found."""
    found = _general_keys(text)
    for language in sorted(spoken):
        found |= {f"{language}:{key}" for key in _EQUIVALENTS[language](text)}
    return found


def _typing(first: str, second: str) -> float:
    """Likeness of two words as one word mistyped: one slip in five letters or more, two in ten."""
    longest = max(len(first), len(second))
    allowed = 2 if longest >= 10 else 1 if longest >= 5 else 0
    if not allowed:
        return 0.0
    edits = OSA.distance(first, second, score_cutoff=allowed)
    return 1.0 - edits / longest if edits <= allowed else 0.0


@lru_cache(maxsize=1 << 18)
def _general(first: str, second: str) -> tuple[float, MatchRule]:
    if _general_keys(first).isdisjoint(_general_keys(second)):
        return 0.0, "different"
    known = same_original(first, second)
    if known:
        return _KNOWN_SAME, "romanisation"
    nicknames = _nicknames()
    if not nicknames.get(first, frozenset()).isdisjoint(nicknames.get(second, frozenset())):
        return _NICKNAME, "nickname"
    best = _typing(first, second)
    if similarity_bound(first, second) >= max(FLOOR, best):
        best = max(best, romanised_similarity(first, second))
    return (min(best, _KNOWN_DIFFERENT) if known is False else best), "spelling"


@lru_cache(maxsize=1 << 17)
def _by_syllables(first: str, second: str, spoken: frozenset[Language]) -> tuple[float, MatchRule]:
    best = max(_AGREEMENT[language](first, second) for language in spoken)
    general, rule = _general(first, second)
    if general >= _CLOSE and best < general * _ACROSS_SYLLABLES:
        return general * _ACROSS_SYLLABLES, rule
    return best, "romanisation"


def part_similarity(
    first: str, second: str, spoken: frozenset[Language] = frozenset()
) -> tuple[float, MatchRule]:
    """Return the likeness of two words of names and the rule that gives it.

    *spoken* are the languages of syllables that both names look to be in: then syllables that may be the same
    in that language meet, and little else, since there one letter makes another name.
    """
    if first == second:
        return 1.0, "same"
    if second < first:
        first, second = second, first
    found, rule = _by_syllables(first, second, spoken) if spoken else _general(first, second)
    return (found, rule) if found >= FLOOR else (0.0, "different")
