"""Birth dates as files write them: which format a column has, and what one cell tells for certain.

Reach for :class:`DateColumn` to tell a column's format from all its cells, and for :func:`read_date` for one
cell. Guarantee: a date with two readings is never guessed. A format is taken only where it is the one that
fits every cell of the column that looks like a date; a cell with two readings tells what both agree on, its
year or month.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from ..errors import ArgumentError
from ..model import PartialDate
from ._birth_marks import Unmarked, unmarked
from ._times import without_time
from ._written_dates import written_date
from .calendars import FIRST_OF_ONE_CENTURY, in_gregorian_years

__all__ = ["DateColumn", "ReadDate", "read_date", "strptime_format"]

FORMATS: Final = (
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d%m%Y",
    "%m%d%Y", "%d %m %Y", "%m %d %Y", "%Y %m %d",
    "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y",
)  # fmt: skip
"""Formats that are tried where no other is told, of years of two digits too where they are of one century."""
_IN_WORDS: Final = tuple(each for each in FORMATS if "%b" in each.lower())

_NUMBERS: Final = re.compile(r"([0-9]{1,4})\s?([./ -])\s?([0-9]{1,2})\s?\2\s?([0-9]{1,4})")
_RUN_TOGETHER: Final = re.compile("[0-9]{8}")
_BUDDHIST: Final = re.compile("(2[45][0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SERIAL: Final = re.compile(r"[1-4][0-9]{4}(?:\.[0-9]+)?")
_TWICE: Final = re.compile(
    r"(?=.*[^\W\d_])([^()=]{6,40}?)\s*"
    r"(?:(?:\bال?موافق(?:\s+ل)?|المصادف|مطابق(?:\s+با)?|\bcorresponding to\b|=)\s*([^()=]{6,40})"
    r"|\(([^()=]{6,40})\))"
)
"""Two dates, one of which has a word: a month's, or that for a calendar."""
_WORDS: Final = {"y": "%y", "yyyy": "%Y", "m": "%m", "mmm": "%b", "mmmm": "%B", "d": "%d"}
_OLDEST: Final = 1800
_TWO: Final = 2
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
        day = _readings(text).get(told) or _parsed(text, told)
        found = _known(text, day) if day else written_date(without_time(text)) or _told_twice(text, told)
        return (
            ReadDate(found) if found else ReadDate(None, _why_not(text, f"is neither YYYY-MM-DD nor {told}"))
        )
    days = sorted(set(_readings(text).values()))
    if not days:
        if (written := written_date(without_time(text))) is not None:
            return ReadDate(written)
        if (twice := _told_twice(text, told)) is not None:
            return ReadDate(twice)
        otherwise = "is no date that can be read (YYYY-MM-DD, or tell the column's date format)"
        return ReadDate(None, _why_not(text, otherwise))
    if len(days) == 1:
        return ReadDate(_known(text, days[0]))
    year = PartialDate.parse(f"{days[0].year:04d}")
    return ReadDate(year, f"may be {' or '.join(map(str, days))}; only the year is compared")


def _told_twice(text: str, told: str | None) -> PartialDate | None:
    """Return the date of a cell that tells it by two calendars, where both can be one day: the more exact.

    None where it tells no two dates, one cannot be read, or they are not of one day.
    """
    if not (found := _TWICE.fullmatch(text)):
        return None
    first, second = (read_date(each.strip(), told).value for each in (found[1], found[2] or found[3]))
    if (
        first is None
        or second is None
        or max(first.earliest, second.earliest) > min(first.latest, second.latest)
    ):
        return None
    return min(first, second, key=lambda one: one.latest - one.earliest)


def _known(text: str, day: date) -> PartialDate:
    return PartialDate(day, day, circa=unmarked(text).about)


def _why_not(text: str, otherwise: str) -> str:
    """Return why a cell is not read: what it looks like, where that is another thing than a day."""
    if _SERIAL.fullmatch(text):
        return "is a spreadsheet's number of a day; format the column as dates and export it again"
    numbers = _NUMBERS.fullmatch(unmarked(text).text)
    if numbers and len(numbers[1]) <= _TWO and len(numbers[4]) == _TWO:
        return (
            f"{otherwise}; a year of two digits is read from {FIRST_OF_ONE_CENTURY} on, of the last century"
        )
    return otherwise


def _iso(text: str) -> PartialDate | None:
    try:
        if text[:2] in ("24", "25") and (found := _BUDDHIST.fullmatch(without_time(text))):
            return in_gregorian_years(*(int(one) for one in found.groups() if one))
        return PartialDate.parse(without_time(text))
    except ValueError:
        return None


@lru_cache(maxsize=1 << 16)
def _readings(text: str) -> dict[str, date]:
    """Return the day that each of the formats makes of a text, where it fits; not to be changed."""
    if not any(character.isdigit() for character in text):
        return {}
    plain = unmarked(without_time(text))
    if plain.persian and int(max(re.findall("[0-9]+", plain.text), key=len)) < _OLDEST:
        return {}  # of another calendar, or of two digits in it
    if not any(map(str.isalpha, plain.text)):
        return _readings_of_numbers(plain)
    found = ((each, _parsed(plain.text, each)) for each in _IN_WORDS)
    return {each: day for each, day in found if day is not None and day.year >= _OLDEST}


def _readings_of_numbers(cell: Unmarked) -> dict[str, date]:
    """Return the same of a text of numbers alone.

    A year of two digits is read behind day and month: in front Iran, Japan and Taiwan write their own.
    """
    text = cell.text
    if _RUN_TOGETHER.fullmatch(text):
        last, first = (text[4:], text[2:4], text[:2]), (text[:4], text[4:6], text[6:])
        return _days({"%d%m%Y": last, "%m%d%Y": (last[0], last[2], last[1]), "%Y%m%d": first})
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        return {}
    one, sign, two, three = numbers.groups()
    if len(one) > _TWO:
        return _days({f"%Y{sign}%m{sign}%d": (one, two, three)})
    if len(three) == _TWO:
        if int(three) < FIRST_OF_ONE_CENTURY or not cell.ours:
            return {}
        three = f"19{three}"
    return _days({f"%d{sign}%m{sign}%Y": (three, two, one), f"%m{sign}%d{sign}%Y": (three, one, two)})


def _days(orders: dict[str, tuple[str, str, str]]) -> dict[str, date]:
    """Return the day of each year, month and day that is one, by its format, where that is tried."""
    found: dict[str, date] = {}
    for form, (year, month, day) in orders.items():
        if form in FORMATS and len(year) == len("1968") and len(day) <= _TWO and int(year) >= _OLDEST:
            with suppress(ValueError):
                found[form] = in_gregorian_years(int(year), int(month), int(day)).earliest
    return found


@lru_cache(maxsize=1 << 16)
def _parsed(text: str, told: str) -> date | None:
    for form in (text, without_time(text)):
        try:
            day = datetime.strptime(form, told).date()  # noqa: DTZ007 - the day alone is kept
            day = in_gregorian_years(day.year, day.month, day.day).earliest
        except ValueError:
            continue
        return _of_one_century(day) if "%y" in told else day
    return None


def _of_one_century(day: date) -> date | None:
    """Return a day whose year has two digits in the century it can be of; None where it can be of two."""
    return day.replace(year=1900 + day.year % 100) if day.year % 100 >= FIRST_OF_ONE_CENTURY else None
