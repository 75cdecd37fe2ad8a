"""Know a usual word of firms' names that was mistyped: Tradding is Trading, and no name.

Reach for :func:`mistyped` with a word in small Latin letters. Guarantees: a word that any table of firms'
words knows is none, nor is a short one; the first letter and the last stand, since a word with another ending
is another form or a brand (Generali).
"""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ..tables import phrase_list, phrase_table
from . import _own_script
from ._english import english

__all__ = ["is_usual", "mistyped"]

_SHORTEST = 7
"""A slip in a shorter word makes another word."""
_LONGEST = 40
_TABLES = ("firm_generic_words.tsv", "legal_forms.tsv")


@cache
def _usual(*, places: bool) -> frozenset[str]:
    """Return the words in Latin letters that say what a firm does, what form it has and, if asked, where it
    is."""
    left_out = frozenset() if places else phrase_list("firm_places.txt")
    rows = (row for name in _TABLES for row in phrase_table(name).items())
    return frozenset(word for words, standing in rows if (standing,) not in left_out for word in words)


@cache
def _known() -> frozenset[str]:
    """Return all words that are spelled as a table has them."""
    return _usual(places=True).union(*phrase_table("british_american.tsv"))


@cache
def _shorter() -> dict[str, tuple[str, ...]]:
    """Return the long usual words, but places (people bear their names), by each spelling with a letter left
    out."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(_usual(places=False)):
        if len(word) >= _SHORTEST:
            for shorter in _with_one_left_out(word):
                found[shorter] = (*found.get(shorter, ()), word)
    return found


@cache
def _ends() -> frozenset[tuple[str, str]]:
    """Return what long usual words begin and end with: a slip leaves three letters of one of them."""
    long = [word for word in _usual(places=False) if len(word) >= _SHORTEST]
    return frozenset(ends for word in long for ends in ((word[:3], word[-1]), (word[0], word[-3:])))


def _with_one_left_out(word: str) -> list[str]:
    return [*dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))))]


def is_usual(word: str) -> bool:
    """Return whether *word* (folded, or in letters of its own) says what a firm does, what form it has or
    where it is, in any language known."""
    return word in _known() or bool(english(word)) or (not word.isascii() and bool(_own_script.english(word)))


@lru_cache(maxsize=1 << 13)
def mistyped(word: str) -> str | None:
    """Return the usual word of which one slip makes *word*; None where there is none, or several."""
    if not _SHORTEST - 1 <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
        return None
    if (word[:3], word[-1]) not in _ends() and (word[0], word[-3:]) not in _ends():
        return None  # as most are
    near = {usual for shorter in _with_one_left_out(word) for usual in _shorter().get(shorter, ())}
    found = {
        usual
        for usual in near
        if usual[0] == word[0] and usual[-1] == word[-1] and OSA.distance(usual, word, score_cutoff=1) == 1
    }
    return min(found) if found and not is_usual(word) else None
