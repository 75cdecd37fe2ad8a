"""Read western names that Japanese texts write in katakana: アルベルト・アインシュタイン, ロナルドレーガン.

Reach for :func:`western` with the words of a name, parted by blanks or dots. Kana do not tell how a name is
spelled at home (レイチェル is Rachel), so usual ones are looked up; and where nothing parts a given name from
a family name, one of them shows where the other begins. Guarantee: nothing of a name none of whose
words is known.

Standard: ``western-kana``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from ..tables import read_table
from ._known_abroad import SURE, alike, best, likest
from ._readings import combine

__all__ = ["western"]

_FROM_ABROAD: Final = re.compile("[ァィゥェォヴー]|ッ[ドグジバブハフラル]")
"""Kana that Japanese names have none of."""
_MOST: Final = 6
_MOST_BY_SOUND: Final = 2
_MOST_WORDS: Final = 4
_SHORTEST_UNKNOWN: Final = 3
_SHORTEST_KNOWN: Final = 3
"""So many kana has a known word beside which another is not known: the アン of アンドウ is no Ann."""
_LONGEST_JOINED: Final = 24
_MOST_WAYS: Final = 1 << 10
_V: Final = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
_Spellings = tuple[str, ...]


def _folded(kana: str) -> str:
    for written, other in _V:
        kana = kana.replace(written, other)
    return kana


@cache
def _table() -> dict[str, _Spellings]:
    found: dict[str, _Spellings] = {}
    for kana, spellings in read_table("western_names_in_kana.tsv", 2):
        found[_folded(kana)] = tuple(dict.fromkeys((*found.get(_folded(kana), ()), *spellings.split())))
    return found


def western(words: Sequence[str], by_sound: Callable[[str], Sequence[str]]) -> list[tuple[str, str]]:
    """Return the spellings of a name with their standard, the likeliest first; words that are not known as
    *by_sound* spells them."""
    parts = _parted(_folded(words[0])) if len(words) == 1 else tuple(map(_folded, words))
    known = [_table().get(part) for part in parts]
    if len(words) > 1:
        alike_ones = (_by_consonants(word, by_sound) for word in words)
        known = [some or found for some, found in zip(known, alike_ones, strict=True)]
    if not any(some for part, some in zip(parts, known, strict=True) if len(part) > 1):
        return []
    each = [some or tuple(by_sound(part))[:_MOST_BY_SOUND] for some, part in zip(known, parts, strict=True)]
    return [(name, "western-kana") for name in combine(each, _MOST)]


def _by_consonants(word: str, by_sound: Callable[[str], Sequence[str]]) -> _Spellings | None:
    """Return known names with the consonants of a word from abroad, and its sound; None where none is."""
    if len(word) < _SHORTEST_UNKNOWN or not _FROM_ABROAD.search(word):
        return None
    found = alike(by_sound(word))
    return (*likest(found), *by_sound(word)[:1]) if best(found) >= SURE else None


@lru_cache(maxsize=1 << 12)
def _parted(kana: str) -> _Spellings:
    """Return the words of a name that is written as one, the fewest; () where they are not known.

    One of them may be unknown beside one that is no short word.
    """
    if len(kana) > _LONGEST_JOINED:
        return ()
    ways = (way for way in islice(_ways(kana, _MOST_WORDS), _MOST_WAYS) if _may_be(way))
    return min(ways, key=lambda way: (_unknown(way), len(way), [-len(word) for word in way]), default=())


def _may_be(words: _Spellings) -> bool:
    """Return whether a name may be so parted; a word of one kana, such as de, ends none."""
    known = [len(word) for word in words if word in _table()]
    if len(known) == len(words):
        return len(words[-1]) > 1
    return max(known, default=0) >= _SHORTEST_KNOWN and min(map(len, words)) > 1


def _unknown(words: _Spellings) -> int:
    return sum(len(word) for word in words if word not in _table())


def _ways(kana: str, most: int, *, may_lack: bool = True) -> Iterator[_Spellings]:
    """Yield the ways to cut *kana* into known words, one unknown one among them at the most."""
    if not kana:
        yield ()
        return
    if not most:
        return
    for at in range(1, len(kana) + 1):
        word = kana[:at]
        if word in _table():
            yield from ((word, *rest) for rest in _ways(kana[at:], most - 1, may_lack=may_lack))
        elif may_lack and at >= _SHORTEST_UNKNOWN:
            for rest in _ways(kana[at:], most - 1, may_lack=False):
                yield (word, *rest)
