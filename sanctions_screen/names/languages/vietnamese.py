"""Tell whether the words of a name in Latin letters can be a whole Vietnamese name.

Reach for this module where a word is a particle or an article elsewhere: *Le*, *Do*, *Du* and *An* are
Vietnamese surnames, *Van* a middle name. Tone and vowel marks are not needed: most lists leave them out.
Guarantees: pure; a name with a word that is no Vietnamese syllable is none, nor is one whose surname and
syllables other languages have as well (An van Dam, Tim van Ho).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ..tables import read_table

__all__ = ["looks"]

_FEWEST: Final = 2
_MOST: Final = 5
# The onsets and rimes of the written language, without marks. No syllable begins with p, j, w, z or f.
_SYLLABLE: Final = re.compile(
    "(?:ngh|ng|nh|ph|th|tr|ch|kh|gh|gi|qu|[bcdghklmnrstvx])?"
    "(?:a(?:ch|c|i|m|ng|nh|n|o|p|t|u|y)?|e(?:ch|c|m|ng|nh|n|o|p|t|u)?"
    "|i(?:a|ch|m|nh|n|p|t|u|e[cmnptu]|eng)?"
    "|o(?:a(?:ch|c|i|m|ng|nh|n|o|p|t|y)?|e(?:n|o|t)?|c|i|m|ng|n|p|t)?"
    "|u(?:a(?:ng|nh|n|t|y)?|e(?:ch|nh)?|o(?:c|i|m|ng|n|p|t|u)?|c|i|m|ng|n|p|t|u|y(?:a|ch|nh|n|t|u|en|et)?)?"
    "|y(?:nh|e[mntu]|eng|t)?)"
)
# Spellings that the languages with particles have in no word of two or more letters.
_TELLING: Final = re.compile("ng.*|nh.*|.*nh|(?:tr|ph|th|kh|gi|qu).+|.*(?:uy|uo|ie|ieu).+")


@cache
def _surnames() -> dict[str, bool]:
    """Return the surnames, and whether each is of this language alone."""
    return {surname: where == "own" for surname, where in read_table("vietnamese_surnames.tsv", 2)}


def looks(words: Sequence[str]) -> bool:
    """Return whether folded *words*, in the order written, are a surname and the other names of a Vietnamese.

    The surname may stand first or, by western use, last.
    """
    if not _FEWEST <= len(words) <= _MOST or not all(len(w) > 1 and _SYLLABLE.fullmatch(w) for w in words):
        return False
    first, last = _surnames().get(words[0]), words[-1] in _surnames()
    if any(map(_TELLING.fullmatch, words)):
        return first is not None or last
    return bool(first) and len(words) > _FEWEST
