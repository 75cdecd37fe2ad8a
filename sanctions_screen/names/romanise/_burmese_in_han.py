"""Spell Burmese names that Chinese texts write in characters: 敏昂莱 is Min Aung Hlaing.

Reach for :func:`burmese` with a name in Han characters. Guarantee: nothing of a name with a character that
stands for no Burmese syllable, nor of one that may well be Chinese.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from ..languages.chinese_syllables import surnames
from ..languages.han_forms import in_one_form
from ..tables import read_table
from ._readings import combine

__all__ = ["burmese"]

_MOST: Final = 4
_SHORTEST: Final = 2
_LONGEST_SYLLABLE: Final = 2


class _Syllable(NamedTuple):
    spellings: tuple[str, ...]
    own: bool


@cache
def _table() -> dict[str, _Syllable]:
    rows = read_table("burmese_in_han.tsv", 3)
    return {
        in_one_form(written): _Syllable(tuple(spelled.split()), sort == "own")
        for written, spelled, sort in rows
    }


def burmese(text: str) -> tuple[str, ...]:
    """Return the spellings of a Burmese name in characters, the likeliest first; () of any other."""
    written = in_one_form("".join(c for c in text if not c.isspace() and c not in "·•‧"))
    found: list[_Syllable] = []
    at = 0
    while at < len(written):
        for size in range(_LONGEST_SYLLABLE, 0, -1):
            if (one := _table().get(written[at : at + size])) is not None:
                found.append(one)
                at += size
                break
        else:
            return ()
    if len(found) < _SHORTEST or not any(one.own for one in found):
        return ()
    if len(found) == _SHORTEST and written[0] in surnames():
        return ()  # 温觉 may be Mr Wen
    return combine(tuple(one.spellings for one in found), _MOST)
