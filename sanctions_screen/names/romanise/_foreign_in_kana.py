"""Read Korean and Burmese names in katakana by their own sound: キム・ヨンチョル, テイン・テー.

Reach for :func:`korean_or_burmese` with the words of a name, parted by blanks or dots. Guarantee: nothing
unless every syllable is one of the table's; Japanese and western names seldom are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import Final

from ..tables import read_table

__all__ = ["korean_or_burmese"]

_MOST: Final = 4
_LONGEST: Final = 3
_Spellings = tuple[str, ...]


@cache
def _table(part: str) -> dict[str, _Spellings]:
    rows = read_table("names_in_kana.tsv", 3)
    return {kana: tuple(spellings.split()) for which, kana, spellings in rows if which == part}


def korean_or_burmese(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return the spellings of a name with their standards, the likeliest first; none of a name of others."""
    if len(words) < 2:
        return []
    burmese = [_table("word").get(word, ()) for word in words]
    korean = (
        (surname, *given)
        for given in _given("".join(words[1:]))
        if (surname := _table("surname").get(words[0]))
    )
    found = [(" ".join(name), "burmese-kana") for name in islice(product(*burmese), _MOST)]
    for parts in korean:
        found += [
            (f"{surname} {'-'.join(given)}", "korean-kana")
            for surname, *given in islice(product(*parts), _MOST)
        ]
    return found


def _given(kana: str) -> Iterator[tuple[_Spellings, ...]]:
    """Yield each way to cut a given name into its one or two syllables."""
    table = _table("given")
    if kana in table:
        yield (table[kana],)
    for cut in range(1, min(_LONGEST, len(kana) - 1) + 1):
        if kana[:cut] in table and kana[cut:] in table:
            yield table[kana[:cut]], table[kana[cut:]]
