"""Read Chinese names that Arabic texts write by their sound: تشانغ يوشيا is *Zhang Youxia*.

Reach for :func:`chinese` with the words of a name. Guarantee: a name is read only where the first word is a
usual surname and each of one or two others is one syllable of the language, or two.

Standard: ``chinese-arabic``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from ..languages.chinese_syllables import shown, surnames
from ..tables import read_table
from ._readings import combine

__all__ = ["chinese"]

_FEWEST: Final = 2
_MOST_WORDS: Final = 3
_MOST: Final = 4
_MOST_OF_A_WORD: Final = 8


def chinese(words: Sequence[str], unified: Callable[[str], str]) -> tuple[str, ...]:
    """Return the spellings of a name, the likeliest first; *unified* gives a word in plain letters."""
    if not _FEWEST <= len(words) <= _MOST_WORDS:
        return ()
    surname, *given = map(unified, words)
    table = _table(unified)
    family = tuple(pinyin for pinyin in table.get(surname, ()) if pinyin in _surnames())
    each = [_spelled(word, table) for word in given]
    if not family or not all(each):
        return ()
    return tuple(map(shown, combine([family, *each], _MOST)))


def _spelled(word: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the pinyin of a word of one syllable or two."""
    found = list(table.get(word, ()))
    for at in range(1, len(word)):
        first, second = table.get(word[:at]), table.get(word[at:])
        if first and second:
            found += combine([first, second], _MOST_OF_A_WORD)
    return tuple(dict.fromkeys(pinyin.replace(" ", "") for pinyin in found))[:_MOST_OF_A_WORD]


@cache
def _surnames() -> frozenset[str]:
    return frozenset(surname.pinyin for surname in surnames().values())


@cache
def _table(unified: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for arabic, pinyin in read_table("chinese_in_arabic.tsv", 2):
        key = unified(arabic)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *pinyin.split())))
    return found
