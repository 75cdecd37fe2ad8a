"""Read a day of the Islamic (lunar) calendar: 12 Rajab 1388, 1388/7/12 هـ, ١٣٨٨هـ, 12-07-1388 AH.

Reach for :func:`islamic_date`. Guarantees: pure; nothing for a date that no month's name and no mark says to
be of this calendar, nor for one that may be of Iran's; a day is never told but as the days it may be.
"""

from __future__ import annotations

import re
from typing import Final

from ..model import PartialDate
from ._birth_marks import Unmarked
from .calendars import islamic_days
from .date_words import islamic_month_called, parted, said, without

__all__ = ["islamic_date"]

_YEAR, _DAY = 4, 2
_MONTHS: Final = 12
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})(?:\s?([/.-])\s?([0-9]{1,2})(?:\s?\2\s?([0-9]{1,2}))?)?")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})\s?([/.-])\s?([0-9]{1,2})\s?\2\s?([0-9]{4})")
_PERSIAN_LETTER: Final = re.compile("[یک]")


def islamic_date(cell: Unmarked) -> PartialDate | None:
    """Return the days that a text may tell; None where it is of another calendar, or tells nothing certain.

    Raises ValueError for a day that the calendar has not.
    """
    numbers, words = parted(cell.text)
    joined = without("islamic", words)
    if joined and (month := islamic_month_called(joined)):
        years = [one for one in numbers if len(one) == _YEAR]
        days = [int(one) for one in numbers if len(one) <= _DAY]
        alone = len(years) == 1 and len(days) <= 1 and len(years) + len(days) == len(numbers)
        return islamic_days(int(years[0]), month, *days) if alone else None
    if joined or not _is_marked(cell, " ".join(words)):
        return None
    return _of_numbers(re.sub(r"[^0-9/.\-]+", " ", cell.text).strip(" ./-"))


def _is_marked(cell: Unmarked, words: str) -> bool:
    """Return whether words say that it is this calendar: those of the Hijra alone do, where Persian is not
    written, whose calendar counts from it as well."""
    if said("lunar").search(words):
        return True
    return bool(said("islamic").search(words)) and not cell.persian and not _PERSIAN_LETTER.search(cell.text)


def _of_numbers(plain: str) -> PartialDate | None:
    if found := _YEAR_FIRST.fullmatch(plain):
        return islamic_days(*(int(found[place]) for place in (1, 3, 4) if found[place]))
    if found := _YEAR_LAST.fullmatch(plain):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        return islamic_days(year, month, day) if day > _MONTHS or day == month else islamic_days(year)
    return None
