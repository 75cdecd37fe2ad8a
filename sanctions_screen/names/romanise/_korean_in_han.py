"""Read a name in Han characters as Koreans do, in Hangul.

Reach for :func:`hangul_of`. Guarantee: the first syllable is read as a surname is, in its southern form.
"""

from __future__ import annotations

from functools import lru_cache

from ..languages.chinese_syllables import characters
from ..languages.korean_syllables import decompose
from ..tables import words

__all__ = ["hangul_of"]


@lru_cache(maxsize=1)
def _surname_ranks() -> dict[str, int]:
    return {surname: rank for rank, surname in reversed([*enumerate(words("korean_surnames.tsv"))])}


def _southern(syllable: str) -> str:
    """Return a syllable as the South writes it at the head of a word: 리 as 이, 로 as 노."""
    initial, vowel, _ = decompose(syllable)
    if initial != "ㄹ":
        return syllable
    shift = 11 - 5 if vowel in "ㅑㅕㅖㅛㅠㅣ" else 2 - 5
    return chr(ord(syllable) + shift * 588)


def hangul_of(text: str) -> str:
    """Return a name in Han characters in Hangul, its first syllable as a surname is read; or empty."""
    table = characters()
    readings = [table[c].hangul if c in table else () for c in text.replace(" ", "")]
    if not readings or not all(readings):
        return ""
    ranks = _surname_ranks()
    heads = [_southern(syllable) for syllable in readings[0]]
    head = min(heads, key=lambda syllable: ranks.get(syllable, 999))
    return head + "".join(choices[0] for choices in readings[1:])
