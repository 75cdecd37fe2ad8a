"""Whether two records that a publisher filed under one reference are of one bearer.

Reach for :func:`one_bearer`. A publisher corrects names, renames firms and ships, and learns birth dates;
now and then it gives a number that one had to another, and then nothing that both records tell is the same.
What is judged is what does not vary with printing: names by their keys, words by their spelling, dates and
countries. Where names alone are told, a name that changed altogether may have been corrected. A programme
is shared by thousands, so it speaks for a firm or a ship alone, which are renamed.
"""

from __future__ import annotations

from datetime import timedelta
from difflib import SequenceMatcher
from typing import Final

from ..model import PartialDate, Party
from ..names.comparable import comparable_name
from ..names.keys import name_key

__all__ = ["one_bearer"]

_ONE_WORD: Final = 0.75
"""The likeness from which two words are spellings of one: Boroday is Borodai, and Oleksii Aleksey."""
_RENAMED_ALONE: Final = 0.5
"""The share of a name's words up to which two names may be of two who share one word, Sergei or Trading."""

_NAMING: Final = frozenset({"word", "number"})
"""The roles of the parts of a name that tell its bearer from others."""
_CIRCA: Final = timedelta(days=731)
"""By how much a birth date that is said to be about right may be off."""


def one_bearer(one: Party, other: Party) -> bool | None:
    """Return whether two records of one reference are of one bearer; the same whichever comes first.

    None where their names have nothing in common and what else they tell neither agrees nor contradicts.
    """
    if _keys(one) & _keys(other) or _proven(one, other):
        return True
    alike = _words_alike(one, other)
    if alike > _RENAMED_ALONE:
        return True
    countries = one.country_codes, other.country_codes
    shared = bool(countries[0] & countries[1])
    if _contradict(one, other) or (not alike and all(countries) and not shared):
        return False
    if not alike and one.kind != other.kind:  # a firm's number is a ship's now
        return False
    if alike:
        return True
    if one.kind == "person":  # a year, or a country, is that of many on a list
        return True if shared and _births_agree(one, other) else None
    return True if shared or set(one.programmes) & set(other.programmes) else None


def _keys(party: Party) -> set[str]:
    return {name_key(name.text) for name in party.names} - {""}


def _proven(one: Party, other: Party) -> bool:
    """Return whether both have a number, an address or a birth day that few have."""
    if {d for d in one.birth_dates if d.is_exact} & {d for d in other.birth_dates if d.is_exact}:
        return True
    numbers = [{(i.type, name_key(i.value)) for i in each.identifiers} for each in (one, other)]
    streets = [{name_key(a.text) for a in each.addresses if a.text} for each in (one, other)]
    return bool(numbers[0] & numbers[1] or streets[0] & streets[1])


def _contradict(one: Party, other: Party) -> bool:
    """Return whether what both records tell says that they are two."""
    if (one.kind == "person") != (other.kind == "person"):
        return True
    if one.gender and other.gender and one.gender != other.gender:
        return True
    return bool(one.birth_dates and other.birth_dates and not _births_agree(one, other))


def _births_agree(one: Party, other: Party) -> bool:
    """Return whether a birth date of the one can be one of the other, as far as they are known."""
    return any(
        a.earliest - _about(a) <= b.latest + _about(b) and b.earliest - _about(b) <= a.latest + _about(a)
        for a in one.birth_dates
        for b in other.birth_dates
    )


def _about(day: PartialDate) -> timedelta:
    return _CIRCA if day.circa else timedelta(0)


def _words_alike(one: Party, other: Party) -> float:
    """Return the greatest share of a name's words that a name of the other has, spelled alike."""
    ours, theirs = _worded(one), _worded(other)
    return max((_share(a, b) for a in ours for b in theirs), default=0.0)


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    return sum(any(_alike(word, each) for each in long) for word in short) / len(short)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    a, b = sorted((one, other))  # the ratio of one order need not be that of the other
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ONE_WORD


def _worded(party: Party) -> list[tuple[str, ...]]:
    """Return the words of each reading of each name that name a bearer: Trading and LLC name none.

    Where a name has no such word (Ministry of Defence), all of them do.
    """
    found: dict[tuple[str, ...], None] = {}
    for name in party.names:
        for reading in comparable_name(name.text, party.kind).readings:
            words = tuple(part.text for part in reading.parts if part.role in _NAMING)
            found[words or tuple(part.text for part in reading.parts)] = None
    found.pop((), None)
    return list(found)
