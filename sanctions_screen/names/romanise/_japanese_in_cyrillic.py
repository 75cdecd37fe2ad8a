"""Read Japanese names that Russian or Ukrainian texts write in Cyrillic letters.

Reach for this module with the words of a name in Cyrillic that may be Japanese: Сидзука is *Shizuka* and
Кэндзи *Kenji*, which no spelling of the letters says. Guarantees: a name is read only where every word is
made of morae, one of them read otherwise than its letters say, and one word is a Japanese surname; the same
words give the same spelling.

Standard: ``polivanov``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ..tables import read_table
from . import Romanisation
from ._hepburn import short_vowels

__all__ = ["japanese"]

_WORDS: Final = (2, 3)
# Most Russian names are told from these by shape, before any table is read.
_SHAPE: Final = re.compile(
    "(?:(?:[кстпцшч]?(?:дз|дж|[бгдкмнпрстфхцчшвй]))?[аеёиоуэюя]|нъ|н(?![аеёиоуэюя])|м(?=[бпм])|й)+"
)
_TELLING: Final = re.compile("дз|цу|э|с[иеяюё]|т[ияюё]|ц[уц]|нъ")
"""What is read otherwise than its letters say; without it the letters are the name."""
_DOUBLED: Final = re.compile("([ксптцшч])(?=\\1|ч|ц)")
_SYLLABIC_N: Final = re.compile("нъ?")


@cache
def _morae() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = dict(read_table("japanese_in_cyrillic.tsv", 2))  # type: ignore[arg-type]
    return re.compile("|".join(sorted(table, key=lambda mora: (-len(mora), mora)))), table


@cache
def _surnames() -> frozenset[str]:
    rows = read_table("japanese_surnames.tsv", 2)
    return frozenset(short_vowels(reading) for _, readings in rows for reading in readings.split())


def japanese(words: Sequence[str]) -> tuple[Romanisation, ...]:
    """Return the reading of a name's *words* (small letters) in Hepburn; empty when they are not Japanese."""
    if len(words) not in _WORDS or not all(map(_SHAPE.fullmatch, words)):
        return ()
    if not any(map(_TELLING.search, words)):
        return ()
    spelled = [_spelled(word) for word in words]
    if not all(spelled) or _surnames().isdisjoint(short_vowels(word) for word in spelled):
        return ()
    return (Romanisation(" ".join(spelled), "polivanov"),)


def _spelled(word: str) -> str:
    """Return a word in Hepburn; empty when it is not made of morae."""
    pattern, table = _morae()
    out, at = "", 0
    while at < len(word):
        if found := pattern.match(word, at):
            out += table[found[0]]
        elif found := _DOUBLED.match(word, at):
            out += "t" if found[1] in "тцч" else {"к": "k", "п": "p"}.get(found[1], "s")
        elif found := _SYLLABIC_N.match(word, at):
            out += "n"
        elif word[at] in "йм" and out:
            out += "i" if word[at] == "й" else "m"
            at += 1
            continue
        else:
            return ""
        at = found.end()
    return out
