"""Find what is written between two names in one field: a.k.a., née, on behalf of, 又名.

Reach for :func:`cut_at_marks`. Guarantee: the marks alone are left out; a text without one is one piece.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from ..names.tables import read_table

__all__ = ["Cut", "cut_at_marks", "has_unspaced_mark", "mark_words"]

_EDGES: Final = " \t:：.,;-–—\"'"
_GLUED: Final = re.compile(r"(?<![^\W_])ex(?=[A-Z]{3})")
"""A ship's former name in capitals, written against the mark: exAMBER."""
_INITIALS: Final = "xqzykovwfnbtgeprhdlcsjumia"
"""Letters, those first that are seldom an initial of a name."""
_SORTS: Final = ("sure", "customer", "changed", "doubtful", "customer-doubtful", "maiden", "unspaced")


class Cut(NamedTuple):
    """The pieces of a text between marks, and whether the text may be one name as a whole."""

    pieces: tuple[str, ...]
    doubtful: bool = False
    maiden: str = ""
    """A family name at birth, or since or before, which goes with the given name of the first piece."""


@cache
def _phrases(sort: str) -> tuple[str, ...]:
    rows = read_table("name_markers.tsv", 2)
    return tuple(phrase.strip() for kind, some in rows if kind == sort for phrase in some.split(","))


@cache
def mark_words() -> frozenset[str]:
    """Return a word of each phrase in Latin letters that no mark of its sort is without, and short forms."""
    found = set()
    for sort in _SORTS:
        for phrase in _phrases(sort):
            words = phrase.split()
            spelled = all(len(word) == 1 for word in words)
            found |= {"".join(words), min(words, key=_INITIALS.index)} if spelled else _one_of(words)
    return frozenset(found)


def _one_of(words: list[str]) -> set[str]:
    """Return a word of a phrase; of several, with i for ı, too: both are I in capitals."""
    longest = max(words, key=len)
    return {longest} if len(words) == 1 else {longest, longest.replace("ı", "i")}


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_phrases("unspaced"), key=len, reverse=True)))


def has_unspaced_mark(text: str) -> bool:
    """Return whether a mark stands in a text without blanks around it: 王伟又名李强."""
    return _unspaced().search(text) is not None


def _written(phrase: str) -> str:
    words = phrase.split()
    if len(words) > 1 and all(len(word) == 1 for word in words):
        dotted = r"\s?[./\\]\s?".join(map(re.escape, words)) + r"\.?"
        # Without dots only three letters and more: "ta" and "co" are words.
        return dotted if len(words) < 3 else "|".join((dotted, "".join(words), r"\s".join(words)))
    if len(words) == 1:  # Adina is a name, adına is on behalf of
        return re.escape(phrase).replace("ı", "(?-i:ı)")
    return r"[\s.]+".join(map(re.escape, words))


@cache
def _pattern() -> re.Pattern[str]:
    groups = []
    for sort in _SORTS[:-1]:
        phrases = sorted(_phrases(sort), key=len, reverse=True)
        groups.append(
            rf"(?P<{sort.replace('-', '_')}>(?<![^\W_])(?:{'|'.join(map(_written, phrases))})(?![^\W_]))"
        )
    groups.append(f"(?P<unspaced>{_unspaced().pattern})")
    return re.compile("|".join(groups), re.IGNORECASE)


def cut_at_marks(text: str, *, beside: bool = False, listed: bool = False) -> Cut:
    """Return the pieces of *text* between the marks of other names; *beside*: it stands in brackets beside
    one; *listed*: it is of a list's record."""
    text = _GLUED.sub("ex ", text)
    pieces, sorts, start = [], [], 0
    for found in _pattern().finditer(text):
        before = text[start : found.start()].strip(_EDGES)
        if listed and found.lastgroup in ("customer", "customer_doubtful"):
            continue
        if found.lastgroup not in ("sure", "customer", "changed") and not (before or beside):
            continue  # a name may begin with Alias or Ex
        pieces.append(before)
        sorts.append(found.lastgroup)
        start = found.end()
    pieces.append(text[start:].strip(_EDGES))
    named = [piece for piece in pieces if any(character.isalnum() for character in piece)]
    if len(pieces) == 1 or not named:
        return Cut((text,))
    of_two = pieces[-1] in named and (pieces[0] in named or beside)  # not in _ née Petrova, Anna née ?
    last = pieces[-1] if sorts in (["maiden"], ["changed"]) and of_two else ""
    if last and sorts == ["maiden"]:
        return Cut(tuple(named[:-1]), doubtful=True, maiden=last)
    doubtful = any(sort in ("doubtful", "customer_doubtful", "maiden") for sort in sorts)
    return Cut(tuple(named), doubtful, maiden=last if len(last.split()) == 1 else "")
