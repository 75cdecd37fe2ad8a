"""Know the numbers of an aircraft among the words of a text: EP-MNQ in "Boeing 747-400 EP-MNQ, MSN 23974".

Reach for :func:`tails`, :func:`numbers_of_aircraft` and :func:`without_types`. A tail number is told by its
nationality mark and by what that state's register writes behind it; IL-76TD and A320-232 are types of
aircraft that thousands share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from .._late_pattern import late
from ..names.tables import read_table

__all__ = ["numbers_of_aircraft", "tails", "without_types"]

_WORD: Final = late(r"(?<![\w-])[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\w-])")
_CLASSES: Final = {"L": "[A-Z]", "D": "[0-9]", "X": "(?=[0-9A-Z]*[0-9])[0-9A-Z]"}
_SHORTEST_MARK_ALONE: Final = 2
"""Letters of a mark behind which the hyphen may be left out: EPMNQ; of one letter only N and its digits."""
_WITHOUT_A_HYPHEN: Final = frozenset({"N"})
_SERIAL: Final = late(
    r"(?<![A-Z0-9])(?:[MCSL]/?S?N|SERIAL|CONSTRUCTION)(?![A-Z0-9])[^0-9;,()]{0,12}(?P<number>[0-9]{3,12})"
    r"(?![0-9])"
)
"""The number that an aircraft's maker gave it behind MSN, c/n, s/n or l/n, however short."""
_TYPE: Final = late(r"(?<![\w-])(?:[A-Z]{1,4}-?)?[0-9]{2,4}[A-Z]{0,4}(?:[-/][0-9]{2,4}[A-Z]{0,4})?(?![\w-])")
"""Letters of a maker and a number of few digits, with that of a series: B737-800, IL-76TD, 747-400."""


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """Return the forms of what stands behind each mark, as patterns."""
    found: dict[str, list[str]] = {}
    for forms, marks in read_table("aircraft_marks.tsv", 2):
        written = [f"{_CLASSES[form[1]]}{{{form[0]}}}" for form in forms.split(",")]
        for mark in marks.split():
            found.setdefault(mark, []).extend(written)
    return {mark: re.compile("|".join(some)) for mark, some in found.items()}


def tails(text: str) -> tuple[str, ...]:
    """Return the words of a text in capitals that are tail numbers, as written; most have a hyphen."""
    return tuple(word for word in _WORD.findall(text) if _is_tail(word))


def numbers_of_aircraft(text: str, types: frozenset[str]) -> Iterator[str]:
    """Yield what a text in capitals has that aircraft are told by, given the *types* of its identifier."""
    if types & {"aircraft-registration", "other"}:
        yield from tails(text)
    if "aircraft-registration" in types:
        parted = (f"{mark}-{rest}" for mark, rest in pairwise(_WORD.findall(text)))
        yield from filter(_is_tail, parted)  # EP MNQ
    if "aircraft-serial" in types:
        yield from (found["number"] for found in _SERIAL.finditer(text))


def without_types(text: str) -> str:
    """Return a text in capitals without its words that name a type of aircraft, where it has a tail number:
    types are many aircraft's."""
    named = frozenset(tails(text))
    if not named:
        return text
    return _TYPE.sub(lambda found: found[0] if found[0] in named else ";", text)


def _is_tail(word: str) -> bool:
    mark, hyphen, rest = word.partition("-")
    if hyphen:
        form = _forms().get(mark)
        return form is not None and form.fullmatch(rest) is not None
    return any(
        form.fullmatch(word[len(mark) :]) is not None
        for mark, form in _forms().items()
        if word.startswith(mark) and (len(mark) >= _SHORTEST_MARK_ALONE or mark in _WITHOUT_A_HYPHEN)
    )
