"""Read a day as people write it in words, in part or by another calendar: 12 марта 1971 г., 21 Esfand 1349.

Reach for :func:`written_date`. Guarantees: pure; nothing for a text with two readings, for one whose numbers
are all that tells (03/04/1971), for one with a word that is not known (before March 1971), and for a day that
its calendar has not.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, lru_cache
from typing import Final

from ..model import PartialDate
from ._birth_marks import Unmarked, unmarked
from ._east_asian_dates import east_asian_date
from .calendars import FIRST_OF_ONE_CENTURY, SOLAR_YEARS, in_gregorian_years, solar_hijri_day
from .date_words import BESIDE, is_weekday, month_called, phrases, solar_month_called, words_of

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
    for reading in (_of_solar_hijri, _of_numbers, _of_east_asia, _of_words):
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
    numbers, words = _parted(cell.text)
    joined = _without("solar", words)
    if joined and (month := solar_month_called(joined)):
        years = [one for one in numbers if len(one) == _YEAR]
        days = [one for one in numbers if len(one) <= _DAY_OR_YEAR]
        return (
            _solar(years[0], month, *days)
            if len(years) == 1 and len(years) + len(days) == len(numbers)
            else None
        )
    if joined or not (cell.persian or _silent("solar").search(" ".join(words))):
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


@cache
def _silent(sort: str) -> re.Pattern[str]:
    said = sorted({" ".join(words_of(phrase)) for phrase in phrases(sort)}, key=lambda one: (-len(one), one))
    return re.compile(rf"(?:^| )(?:{'|'.join(map(re.escape, said))})(?= |$)")


def _without(sort: str, words: list[str]) -> str:
    """Return words, joined, without the phrases of one sort and what says nothing."""
    kept = _silent(sort).sub(" ", " ".join(words)).split()
    return " ".join(word for word in kept if word not in BESIDE)


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?<=[0-9])(?:{'|'.join(map(re.escape, phrases('ordinal')))})(?![^\W\d_])")


def _parted(text: str) -> tuple[list[str], list[str]]:
    """Return the numbers and the words of a text, each in order."""
    return re.findall("[0-9]+", text), words_of(_ordinal().sub("", text))


def _of_words(cell: Unmarked) -> PartialDate | None:
    """Return a day or a month whose month is a word: 12 de marzo de 1971, March 1971, 12-III-1971."""
    if _ABBREVIATED.match(cell.text):
        return None
    numbers, words = _parted(cell.text)
    if _VIETNAMESE.search(cell.text):
        return in_gregorian_years(*map(int, reversed(numbers))) if len(numbers) == 3 else None
    joined = _without("buddhist", _without_weekday(words))
    joined = _without("common", joined.split()) if month_called(joined) is None else joined
    month = month_called(joined) or _roman(cell.text)
    years = [one for one in numbers if len(one) == _YEAR] or _years_of_one_century(cell.text, numbers)
    if month is None or len(years) != 1 or len(numbers) > _DAY_OR_YEAR:
        return None
    days = [int(one) for one in numbers if one not in years]
    year = int(years[0]) if len(years[0]) == _YEAR else 1900 + int(years[0])
    return in_gregorian_years(year, month, *days)


def _without_weekday(words: list[str]) -> list[str]:
    """Return words without a day of the week at either end, which some languages write in two words."""
    for count in (2, 1):
        if len(words) > count and is_weekday(" ".join(words[:count])):
            return words[count:]
        if len(words) > count and is_weekday(" ".join(words[-count:])):
            return words[:-count]
    return words


def _roman(text: str) -> int | None:
    """Return the month of a date that has a Roman numeral in the middle."""
    found = re.fullmatch(r"[0-9]{1,4}[\s./-]+([ivx]+)[\s./-]+[0-9]{1,4}", text)
    return _ROMAN.get(found[1]) if found else None


def _years_of_one_century(text: str, numbers: list[str]) -> list[str]:
    """Return the numbers of two digits that are years of the last century and can be no day."""
    if _OF_LOCAL_YEARS.search(text):
        return []
    return [one for one in numbers if len(one) == _DAY_OR_YEAR and int(one) >= FIRST_OF_ONE_CENTURY]
