"""The one law of every reader: each text of a file is in a party, in ``unread``, or known to be furniture.

Reach for this module in a source only to say what its furniture is: numbers of the publishing system, words
of a fixed vocabulary, parts of a date. The rest happens in :class:`~.base.ListBuilder`, through which every
reader goes: whatever a record or a row holds (texts, attributes, cells, what stands between tags) is looked
for in the party that was made of it. Guarantee: a text that is neither there, nor reported, nor at a place
named here is reported, and so is a label outside the vocabulary of its place, wherever its value went.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from ..model import PartialDate
from ..names.countries import country_code
from .dates import day_of, month_first, partial_dates
from .ofac_dates import partial_date as ofac_date
from .spellings import spellings

__all__ = [
    "BETWEEN", "MISPLACED", "NOT_KNOWN", "NOT_USED", "Furniture", "Heard", "Rule", "Told", "any_text",
    "checked", "date_part", "passages_of", "passages_of_json", "spelt", "spelt_as", "unless_told", "words",
]  # fmt: skip

BETWEEN = "text()"
"""The name of the place between two tags, where no format has text."""

NOT_USED = "a text of which nothing was read"
NOT_KNOWN = "a label this reader does not know"
MISPLACED = "a text between tags"

_SHORT = 100
_LONGEST_DATES = 400
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_WORD = re.compile(r"\w+")
_SPELLINGS = re.compile(r"[;\n|]")
_PIECES = re.compile(r"\(\d{1,2}(?:-\d{1,2})?\)|[;,\n()|\[\]]|(?<=\w): |(?:^|(?<=\s))[a-z\d]{1,2}\)\s")


class Told:
    """All that a party tells: to look texts up in."""

    def __init__(self, fields: Iterable[Any]) -> None:
        self._strings: set[str] = set()
        self._spans: set[tuple[date, date]] = set()
        self._all: str | None = None
        self._numbers: set[int] | None = None
        self._codes: set[str | None] | None = None
        self._written: set[tuple[date, date]] | None = None
        for field in fields:
            self._take(field)

    def _take(self, value: Any) -> None:
        if isinstance(value, str):
            self._strings.add(value)
            if len(value) == 10 and value[4] == "-" and (day := day_of(value)) is not None:
                self._spans.add((day, day))
        elif isinstance(value, dict):
            for part in value.values():
                self._take(part)
        elif isinstance(value, (list, tuple)):
            for part in value:
                self._take(part)
        elif isinstance(value, PartialDate):
            self._spans.add((value.earliest, value.latest))
        elif isinstance(value, date):
            self._spans.add((value, value))

    def whole(self, text: str) -> bool:
        """True when *text* is one of the party's texts, from end to end but for white space."""
        return text in self._strings or " ".join(text.split()) in self._strings

    def holds(self, text: str) -> bool:
        """True when all of *text* is told: as it stands, as a date or a country, or piece by piece."""
        if self.whole(text) or self._inside(text) or self._as_date(text) or self._as_country(text):
            return True
        pieces = [piece for piece in _PIECES.split(text) if _WORD.search(piece)]
        return pieces not in ([], [text]) and all(self.holds(piece.strip()) for piece in pieces)

    def contains(self, text: str) -> bool:
        """True when *text* stands letter by letter in one of the party's texts, be it inside a word."""
        return any(text in string for string in self._strings)

    def covers(self, day: date) -> bool:
        """True when *day* is inside a date that is told."""
        if self._written is None:
            short = (string for string in self._strings if len(string) < _SHORT)
            found = (when for string in short if (when := ofac_date(string)) is not None)
            self._written = self._spans | {(when.earliest, when.latest) for when in found}
        return any(first <= day <= last for first, last in self._written)

    def _inside(self, text: str) -> bool:
        """True when the words of *text* stand in this order in one of the party's texts."""
        if self._all is None:
            plain = (" ".join(_WORD.findall(string.casefold())) for string in self._strings)
            self._all = " | ".join(("", *plain, ""))
        wanted = " ".join(_WORD.findall(text.casefold()))
        return not wanted or f" {wanted} " in self._all

    def _as_date(self, text: str) -> bool:
        if len(text) > _LONGEST_DATES or not any(char.isdigit() for char in text):
            return False
        american, spans = _dates_of(text)
        return american in self._spans or (bool(spans) and spans <= self._spans)

    def _as_country(self, text: str) -> bool:
        code = country_code(text) if len(text) < 100 else None
        if code is None or code in self._strings:
            return code is not None
        if self._codes is None:
            short = (string for string in self._strings if len(string) < _SHORT)
            self._codes = {country_code(part) for string in short for part in (string, *string.split(", "))}
        return code in self._codes

    def tells_date_part(self, text: str) -> bool:
        """True when *text* is the year, the month or the day of a date that is told."""
        if not text.strip().isdecimal():
            return False
        number = int(text)
        if self._numbers is None:
            edges = {
                number
                for span in self._spans
                for edge in span
                for number in (edge.year, edge.month, edge.day)
            }
            written = (found for string in self._strings for found in _ISO.findall(string))
            self._numbers = edges | {int(part) for found in written for part in found if part}
        return number in self._numbers


@lru_cache(maxsize=1 << 14)
def _dates_of(text: str) -> tuple[tuple[date, date] | None, frozenset[tuple[date, date]]]:
    """Return *text* as a day written month first, and as the dates it wholly consists of."""
    american = month_first(text)
    single = ofac_date(text)
    found, rest = ([single], []) if single is not None else partial_dates(text)
    spans = frozenset() if rest else frozenset((when.earliest, when.latest) for when in found)
    return (american, american) if american else None, spans


Rule = Callable[[str, Told], str | None]
"""What is wrong with a text at its place, None when nothing is."""


def unless_told(text: str, told: Told) -> str | None:
    """The rule of every place that is not named: the text must be told."""
    return None if told.holds(text) else NOT_USED


def spelt(text: str, told: Told) -> str | None:
    """The rule for names: a name inside a longer one is another name, so each must be told whole."""
    if told.whole(text):
        return None
    partings = (spellings(" ".join(text.split())), _SPELLINGS.split(text), _PIECES.split(text))
    return None if any(_all_whole(parting, told) for parting in partings) else NOT_USED


def _all_whole(pieces: Iterable[str], told: Told) -> bool:
    kept = [piece.strip() for piece in pieces if piece.strip()]
    return bool(kept) and all(told.whole(piece) for piece in kept)


def spelt_as(parted: Callable[[str], Iterable[str]]) -> Rule:
    """Return the rule for a field of several names, which the reader takes apart by *parted*."""
    return lambda text, told: None if _all_whole(parted(text), told) else NOT_USED


def any_text(_text: str, _told: Told) -> str | None:
    """The rule for furniture: numbers of the publishing system, addresses of documents, and the like."""
    return None


def date_part(text: str, told: Told) -> str | None:
    """The rule for a year, a month or a day that has an element or attribute of its own."""
    return None if told.tells_date_part(text) else unless_told(text, told)


def words(*known: str) -> Rule:
    """Return the rule for a fixed vocabulary: other words are unknown labels, even where they are told."""
    vocabulary = frozenset(word.casefold() for word in known)
    return checked(lambda text: text.casefold() in vocabulary)


def checked(known: Callable[[str], object]) -> Rule:
    """Return the rule for labels that *known* tells apart; the others are unknown, even where told."""

    def rule(text: str, _told: Told) -> str | None:
        return None if known(text) else NOT_KNOWN

    return rule


def _between(_text: str, _told: Told) -> str:
    return MISPLACED


class Furniture:
    """The rules of one format, by place: ``parent/child``, ``element/@attribute`` or a column's key.

    ``*/child`` stands for a child of any parent, ``parent/*`` for any child.
    """

    def __init__(self, rules: Mapping[str, Rule] | None = None, *, copies: Iterable[str] = ()) -> None:
        self._rules = dict(rules or {})
        self.copies = frozenset(copies)
        """Elements whose content repeats what stands elsewhere, such as a log of changes."""

    def rule(self, place: str) -> Rule:
        """Return the rule of a place."""
        found = self._rules.get(place)
        if found is None:
            first, slash, last = place.rpartition("/")
            general = self._rules.get(f"*/{last}") or self._rules.get(f"{first}/*") if slash else None
            self._rules[place] = found = _between if last == BETWEEN else general or unless_told
        return found


@dataclass(frozen=True, slots=True)
class Heard:
    """The texts of one record or row by their places, and how to report one of them."""

    passages: tuple[tuple[str, str], ...]
    report: Callable[[str, str], None]
    key: object
    """The record or row: what was reported of it by its reader is not reported again."""


def passages_of(record: Element, copies: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """Return every text of an XML record with its place: attributes, leaves, and what is between tags.

    The content of elements called one of *copies* is left out.
    """
    found: list[tuple[str, str]] = []
    _collect(record, "", copies, found)
    return tuple(found)


def passages_of_json(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a JSON value with the keys that lead to it."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from passages_of_json(part, f"{place}/{key}".lstrip("/"))
    elif isinstance(value, list):
        for part in value:
            yield from passages_of_json(part, place)
    elif value is not None and not isinstance(value, bool):
        yield place, str(value)


def _collect(element: Element, parent: str, copies: frozenset[str], found: list[tuple[str, str]]) -> None:
    tag = element.tag
    for name, text in element.items():
        if text.strip():
            found.append((f"{tag}/@{name.rpartition('}')[2]}", text.strip()))
    if tag in copies:
        return
    if element.text and (text := element.text.strip()):
        found.append((f"{tag}/{BETWEEN}" if len(element) else f"{parent}/{tag}", text))
    for child in element:
        _collect(child, tag, copies, found)
        if child.tail and (text := child.tail.strip()):
            found.append((f"{tag}/{BETWEEN}", text))
