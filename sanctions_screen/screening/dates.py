"""Birth dates as files write them: which format a column has, and what one cell tells for certain.

Reach for :class:`DateColumn` to tell a column's format from all its cells, and for :func:`read_date` for one
cell. Guarantee: a date with two readings is never guessed. A format is taken only where it is the one that
fits every cell of the column that looks like a date; a cell with two readings tells what both agree on, its
year or month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from ..errors import ArgumentError
from ..model import PartialDate
from ._written_dates import written_date

__all__ = ["DateColumn", "ReadDate", "read_date", "strptime_format"]

FORMATS: Final = (
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d",
    "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y",
)  # fmt: skip
"""Formats that are tried where no other is told. A year of two digits is in none: 55 is 1955 or 2055."""

_TIME: Final = re.compile(r"[T ]\s*[0-9]{1,2}:[0-9]{2}.*")
_WORDS: Final = {"y": "%y", "yyyy": "%Y", "m": "%m", "mmm": "%b", "mmmm": "%B", "d": "%d"}
_OLDEST: Final = 1800
_WORD: Final = re.compile("y+|m+|d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a cell tells: a date, or a part of one, and what is to be said about it."""

    value: PartialDate | None
    problem: str | None = None
    """Why it is not known to the day, though a day seems to be written; or why it is not known at all."""


@dataclass
class DateColumn:
    """A column of dates, of which cells are shown one after the other: which format fits them all?"""

    fitting: set[str] = field(default_factory=lambda: set(FORMATS))
    seen: int = 0
    """Cells that some format fits and ISO 8601 does not."""

    def show(self, text: str) -> None:
        """Take one cell into account."""
        if not text or _iso(text) is not None:
            return
        fits = _readings(text).keys()
        if fits:
            self.seen += 1
            self.fitting &= fits

    @property
    def format(self) -> str | None:
        """The one format that fits every cell that looks like a date; None where none or several do."""
        return next(iter(self.fitting)) if self.seen and len(self.fitting) == 1 else None


def strptime_format(told: str) -> str:
    """Return a ``strptime`` format for one told as such or as ``dd/mm/yyyy``; ArgumentError otherwise."""
    wanted = told if "%" in told else _WORD.sub(lambda found: _directive(found[0].lower()), told)
    if not {"%Y", "%y", "%x", "%c", "%G"} & set(re.findall("%.", wanted)):
        raise ArgumentError(f"{told!r} is no date format; write it as %d/%m/%Y or dd/mm/yyyy")
    return wanted


def _directive(word: str) -> str:
    return _WORDS.get(word) or _WORDS[word[0]]


def read_date(text: str, told: str | None = None) -> ReadDate:
    """Return what a cell tells. *told*: the column's ``strptime`` format, where it is known."""
    iso = _iso(text)
    if iso is not None:
        return ReadDate(iso)
    if told is not None:
        day = _parsed(text, told)
        found = PartialDate.of_day(day) if day else written_date(text)
        return ReadDate(found) if found else ReadDate(None, f"is neither YYYY-MM-DD nor {told}")
    days = sorted(set(_readings(text).values()))
    if not days:
        if (written := written_date(text)) is not None:
            return ReadDate(written)
        return ReadDate(None, "is no date that can be read (YYYY-MM-DD, or tell the column's date format)")
    if len(days) == 1:
        return ReadDate(PartialDate.of_day(days[0]))
    year = PartialDate.parse(f"{days[0].year:04d}")
    return ReadDate(year, f"may be {' or '.join(map(str, days))}; only the year is compared")


def _iso(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(_TIME.sub("", text))
    except ValueError:
        return None


@lru_cache(maxsize=1 << 16)
def _readings(text: str) -> dict[str, date]:
    """Return the day that each of the formats makes of a text, where it fits; not to be changed."""
    if not any(character.isdigit() for character in text):
        return {}
    found = ((each, _parsed(text, each)) for each in FORMATS)
    return {each: day for each, day in found if day is not None and day.year >= _OLDEST}


@lru_cache(maxsize=1 << 16)
def _parsed(text: str, told: str) -> date | None:
    for form in (text, _TIME.sub("", text)):
        try:
            return datetime.strptime(form, told).date()  # noqa: DTZ007 - the day alone is kept
        except ValueError:
            continue
    return None
