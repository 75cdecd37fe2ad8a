"""Read a day as people write it in words, in part or by another calendar: 12 марта 1971 г., 21 Esfand 1349.

Reach for :func:`written_date`. Guarantees: pure; nothing for a text with two readings, for one whose numbers
are all that tells (03/04/1971), for one with a word that is not known (before March 1971), and for a day that
its calendar has not.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import Final

from ..model import PartialDate
from ._birth_marks import Unmarked, unmarked
from ._east_asian_dates import east_asian_date
from ._islamic_dates import islamic_date
from .calendars import FIRST_OF_ONE_CENTURY, SOLAR_YEARS, in_gregorian_years, solar_hijri_day
from .date_words import is_usual_month, is_weekday, month_called, parted, said, solar_month_called, without

__all__ = ["written_date"]

_LONGEST: Final = 60
_SPAN: Final = re.compile(
    r"(?:between\s+)?((?:18|19|20)[0-9]{2})\s*(?:-|/|to|and|or|bis|до|или)\s*((?:18|19|20)[0-9]{2})"
)
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})\s?([.-])\s?([0-9]{1,2})\s?\2\s?([0-9]{1,2})")
_MONTH_ALONE: Final = re.compile(r"(?:00[./-])?([0-9]{1,2})\s?[./-]\s?([0-9]{4})|([0-9]{4})-([0-9]{2})-00")
_YEAR_ALONE: Final = re.compile(r"00[./-]00[./-]([0-9]{4})|([0-9]{4})-00-00|([0-9]{4})")
_SOLAR: Final = re.compile(r"([0-9]{4})(?:\s?([/.-])\s?([0-9]{1,2})(?:\s?\2\s?([0-9]{1,2}))?)?")
_SOLAR_BACKWARDS: Final = re.compile(r"([0-9]{1,2})\s?([/.-])\s?([0-9]{1,2})\s?\2\s?([0-9]{4})")
_VIETNAMESE: Final = re.compile(r"\b(?:tháng|thg)\b")
_ABBREVIATED: Final = re.compile(r"[a-zа-я](?:[.:]|\s*[0-9])")
"""A letter in front may stand for what is no birth: d. 16 July 1968, when somebody died."""
_MONTHS: Final = 12
_ROMANS: Final = "i ii iii iv v vi vii viii ix x xi xii"
_ROMAN: Final = {roman: number for number, roman in enumerate(_ROMANS.split(), start=1)}
_OF_LOCAL_YEARS: Final = re.compile("[฀-໿ក-៿]")
"""Thai, Lao and Khmer, in which a year of two digits may be of the Buddhist calendar."""
_YEAR, _DAY_OR_YEAR = 4, 2


@lru_cache(maxsize=1 << 14)
def written_date(text: str) -> PartialDate | None:
    """Return the date that a text tells in words or in part; None where it tells none for certain."""
    if len(text) > _LONGEST:
        return None
    cell = unmarked(text)
    for reading in (_of_solar_hijri, islamic_date, _of_numbers, _of_east_asia, _of_words):
        try:
            found = reading(cell)
        except ValueError:
            continue
        if found is not None:
            return PartialDate(found.earliest, found.latest, circa=found.circa or cell.about)
    return None


def _of_numbers(cell: Unmarked) -> PartialDate | None:
    """Return a span of years, a day whose year stands in front, a month, or a year."""
    if span := _SPAN.fullmatch(cell.text):
        return PartialDate.parse(f"{span[1]}/{span[2]}")
    if year := _YEAR_ALONE.fullmatch(cell.text):
        return in_gregorian_years(int(year[1] or year[2] or year[3]))
    if month := _MONTH_ALONE.fullmatch(cell.text):
        return in_gregorian_years(int(month[2] or month[3]), int(month[1] or month[4]))
    if day := _YEAR_FIRST.fullmatch(cell.text):
        return in_gregorian_years(int(day[1]), int(day[3]), int(day[4]))
    return None


def _of_east_asia(cell: Unmarked) -> PartialDate | None:
    return east_asian_date(cell.text)


def _of_solar_hijri(cell: Unmarked) -> PartialDate | None:
    """Return a day of Iran's calendar, which its month's name, a word for it, or Persian digits tell.

    In other digits a year such as 1347 may be of the Islamic calendar as well.
    """
    numbers, words = parted(cell.text)
    joined = without("solar", words)
    if joined and (month := solar_month_called(joined)):
        years = [one for one in numbers if len(one) == _YEAR]
        days = [one for one in numbers if len(one) <= _DAY_OR_YEAR]
        return (
            _solar(years[0], month, *days)
            if len(years) == 1 and len(years) + len(days) == len(numbers)
            else None
        )
    if joined or not (cell.persian or said("solar").search(" ".join(words))):
        return None
    plain = re.sub(r"[^0-9/.\-]+", " ", cell.text).strip(" .")
    if found := _SOLAR.fullmatch(plain):
        return _solar(found[1], *(found[place] for place in (3, 4) if found[place]))
    if found := _SOLAR_BACKWARDS.fullmatch(plain):
        day, month = int(found[1]), int(found[3])
        return _solar(found[4], month, day) if day > _MONTHS or day == month else _solar(found[4])
    return None


def _solar(year: str, *month_and_day: str | int) -> PartialDate | None:
    """Return the days of a year of that calendar, of a month, or a day; None for a year of another."""
    if int(year) not in SOLAR_YEARS:
        return None
    month, day = (*map(int, month_and_day), None, None)[:2]
    first = solar_hijri_day(int(year), month or 1, day or 1)
    if day:
        return PartialDate.of_day(first)
    later = (int(year), month + 1) if month and month < _MONTHS else (int(year) + 1, 1)
    return PartialDate(first, solar_hijri_day(*later, 1) - timedelta(1))


def _of_words(cell: Unmarked) -> PartialDate | None:
    """Return a day or a month whose month is a word: 12 de marzo de 1971, March 1971, 12-III-1971."""
    if _ABBREVIATED.match(cell.text):
        return None
    numbers, words = parted(cell.text)
    if _VIETNAMESE.search(cell.text):
        return in_gregorian_years(*map(int, reversed(numbers))) if len(numbers) == 3 else None
    joined = without("buddhist", _without_weekday(words))
    joined = without("common", joined.split()) if month_called(joined) is None else joined
    month = month_called(joined) or _roman(cell.text)
    years = [one for one in numbers if len(one) == _YEAR] or _years_of_one_century(cell.text, numbers)
    if month is None or len(years) != 1 or len(numbers) > _DAY_OR_YEAR:
        return None
    days = [int(one) for one in numbers if one not in years]
    year = int(years[0]) if len(years[0]) == _YEAR else 1900 + int(years[0])
    return in_gregorian_years(year, month, *days)


def _without_weekday(words: list[str]) -> list[str]:
    """Return words without a day of the week at either end, which some languages write in two words.

    A day's short name may be a month's in another language: it is a day's where the rest is a month and no
    day. Of 21 Mar 1968 (Sat), in which each word may be either, Mar is the month: it is one of a language
    that more people write.
    """
    counts = [count for count in (2, 1) if len(words) > count]
    cut = [each for at in counts for each in ((words[:at], words[at:]), (words[-at:], words[:-at]))]
    for day, rest in cut:
        if is_weekday(" ".join(day)):
            return rest
    rests = [rest for day, rest in cut if _is_short_weekday(day, rest)]
    usual = [rest for rest in rests if is_usual_month(without("buddhist", rest))]
    return next((found[0] for found in (rests, usual) if len(found) == 1), words)


def _is_short_weekday(day: list[str], rest: list[str]) -> bool:
    return (
        bool(said("weekday").fullmatch(" ".join(day))) and month_called(without("buddhist", rest)) is not None
    )


def _roman(text: str) -> int | None:
    """Return the month of a date that has a Roman numeral in the middle."""
    found = re.fullmatch(r"[0-9]{1,4}[\s./-]+([ivx]+)[\s./-]+[0-9]{1,4}", text)
    return _ROMAN.get(found[1]) if found else None


def _years_of_one_century(text: str, numbers: list[str]) -> list[str]:
    """Return the numbers of two digits that are years of the last century and can be no day."""
    if _OF_LOCAL_YEARS.search(text):
        return []
    return [one for one in numbers if len(one) == _DAY_OR_YEAR and int(one) >= FIRST_OF_ONE_CENTURY]
