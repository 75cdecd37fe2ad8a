"""Read Chinese names that Japanese texts write in katakana by their Mandarin sound: シー・チンピン.

Reach for :func:`chinese` with the words of a name, parted by blanks or dots. Guarantee: nothing unless the
first word is a Chinese surname and the rest one or two syllables of Mandarin. Katakana do not tell *n* from
*ng*, nor, in older habits, *j* from *q*: syllables that Wade and Giles spell alike are given once,
in their way.

Standard: ``chinese-kana``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final

from ..languages.chinese_syllables import shown, surnames, wade_giles
from ..tables import read_table
from ._chinese_in_hangul import given_sounds

__all__ = ["chinese"]

_MOST: Final = 9
_MOST_OF_A_SYLLABLE: Final = 4
_LONG: Final = str.maketrans("", "", "ー")
_Syllables = tuple[str, ...]


@cache
def _syllables() -> dict[str, _Syllables]:
    """Return the pinyin of each syllable in katakana, what is commonest in given names first."""
    found: dict[str, list[str]] = {}
    for pinyin, spelled in read_table("chinese_in_kana.tsv", 2):
        for kana in spelled.split():
            found.setdefault(kana, []).append(pinyin)
    common = given_sounds()
    return {kana: tuple(sorted(some, key=lambda one: (-common[one], one))) for kana, some in found.items()}


@cache
def _surnames() -> dict[str, _Syllables]:
    """Return the pinyin of each surname of one syllable in katakana, the commonest first."""
    rank = {surname.pinyin: place for place, surname in reversed([*enumerate(surnames().values())])}
    borne = {kana: [one for one in some if one in rank] for kana, some in _syllables().items()}
    return {kana: tuple(sorted(some, key=rank.__getitem__)) for kana, some in borne.items() if some}


@lru_cache(maxsize=1 << 12)
def _spelled(pinyin: _Syllables) -> _Syllables:
    """Return syllables in pinyin, those that Wade and Giles spell alike once, in their way."""
    ways = Counter(map(_wade_giles, pinyin))
    each = (shown(one) if ways[_wade_giles(one)] == 1 else _wade_giles(one) for one in pinyin)
    return tuple(dict.fromkeys(each))[:_MOST_OF_A_SYLLABLE]


def _wade_giles(pinyin: str) -> str:
    return next(iter(wade_giles(pinyin)))


def chinese(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return the spellings of a name with their standard, the likeliest first; none of a name of others."""
    if len(words) < 2:
        return []
    first, given = words[0].translate(_LONG), "".join(words[1:]).translate(_LONG)
    surname = _spelled(_surnames().get(first, ()))
    names = (
        f"{spelled} {'-'.join(rest)}"
        for cut in _cuts(given)
        for spelled, *rest in _likeliest((surname, *map(_spelled, cut)))
    )
    return [(name, "chinese-kana") for name in islice(dict.fromkeys(names), _MOST)]


def _cuts(kana: str) -> Iterator[tuple[_Syllables, ...]]:
    """Yield each way to cut a given name into its syllables, the fewest first."""
    table = _syllables()
    if kana in table:
        yield (table[kana],)
    for at in range(1, len(kana)):
        if kana[:at] in table and kana[at:] in table:
            yield table[kana[:at]], table[kana[at:]]


def _likeliest(parts: Sequence[_Syllables]) -> Iterable[tuple[str, ...]]:
    """Return the ways to take one spelling of each part, those of the likeliest spellings first."""
    ranked = sorted(product(*map(tuple, map(enumerate, parts))), key=lambda way: sum(at for at, _ in way))
    return (tuple(spelled for _, spelled in way) for way in ranked)
