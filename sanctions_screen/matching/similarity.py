"""Say how alike two parts of names are, and by which rule.

Reach for this module to compare one part with another; aligning whole names is ``comparison``'s work.
Guarantees: symmetric; in [0, 1]; 1 for equal parts; depends on the two texts, the languages both names look
to be of, and the library's tables, on nothing else.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from ..model import MatchRule
from ..names.romanise import burmese_latin, korean_latin
from ..names.romanise.known_names import same_original
from ..names.romanise.similarity import romanised_similarity, similarity_bound
from ..names.tables import read_table

__all__ = ["FLOOR", "part_similarity"]

FLOOR: Final = 0.5
"""Parts less alike than this do not meet at all: their similarity is 0."""

_NICKNAME: Final = 0.88
_KNOWN_SAME: Final = 0.96
# Two spellings that are known to be of different originals (Hasan, Husain) do not meet, however close.
_KNOWN_DIFFERENT: Final = 0.55


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group, members in read_table("nicknames.tsv", 2):
        for member in members.split(","):
            groups.setdefault(member.strip(), set()).add(group)
    return {name: frozenset(found) for name, found in groups.items()}


def _typing(first: str, second: str) -> float:
    """Likeness of two words as one word mistyped: one slip in five letters or more, two in ten."""
    longest = max(len(first), len(second))
    allowed = 2 if longest >= 10 else 1 if longest >= 5 else 0
    edits = OSA.distance(first, second, score_cutoff=allowed) if allowed else 1
    return 1.0 - edits / longest if edits <= allowed else 0.0


@lru_cache(maxsize=1 << 18)
def _similarity(first: str, second: str, language: str) -> tuple[float, MatchRule]:
    if language == "korean":
        return korean_latin.agreement(first, second), "romanisation"
    if language == "burmese":
        return burmese_latin.agreement(first, second), "romanisation"
    known = same_original(first, second)
    if known:
        return _KNOWN_SAME, "romanisation"
    nicknames = _nicknames()
    if not nicknames.get(first, frozenset()).isdisjoint(nicknames.get(second, frozenset())):
        return _NICKNAME, "nickname"
    best = max(
        romanised_similarity(first, second) if similarity_bound(first, second) >= FLOOR else 0.0,
        _typing(first, second),
    )
    if known is False:
        best = min(best, _KNOWN_DIFFERENT)
    return best, "spelling"


def part_similarity(first: str, second: str, language: str = "") -> tuple[float, MatchRule]:
    """Return the likeness of two words of names and the rule that gives it.

    *language* is ``korean`` or ``burmese`` when both names look it: then only syllables that may be the same
    in that language meet, since there one letter makes another name.
    """
    if first == second:
        return 1.0, "same"
    if second < first:
        first, second = second, first
    found, rule = _similarity(first, second, language)
    return (found, rule) if found >= FLOOR else (0.0, "different")
