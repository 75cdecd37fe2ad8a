"""Days of other calendars as ours: Solar Hijri, Islamic, Buddhist, eras of Japan and the Republic of China.

Reach for the function named after the calendar. Guarantees: pure; ValueError for a day that the calendar
has not, and for one that tells two days.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ..model import PartialDate

__all__ = [
    "ERAS", "FIRST_OF_ONE_CENTURY", "ISLAMIC_YEARS", "SOLAR_YEARS", "in_gregorian_years", "islamic_days",
    "of_era", "solar_hijri_day",
]  # fmt: skip

_LATEST_BIRTH: Final = 2039
"""Nobody who is screened is born later while this version is in use."""

FIRST_OF_ONE_CENTURY: Final = _LATEST_BIRTH % 100 + 1
"""From here on a year of two digits is of the 1900s: nobody born a century before is alive."""

SOLAR_YEARS: Final = range(1250, _LATEST_BIRTH - 621 + 1)
"""Years of birth in the Solar Hijri calendar: from 1871 on. Its rule of 33 years holds in all of them."""
_LEAPS_OF_33: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_KNOWN_YEAR, _ITS_FIRST_DAY = 1300, date(1921, 3, 21)
_MONTHS_OF_31: Final = 6
_MONTHS: Final = 12

ISLAMIC_YEARS: Final = range(1288, 1466)
"""Years of birth in the Islamic calendar: from 1871 to 2039 or a little later."""
_BEFORE_THE_FIRST: Final = date(622, 7, 18)
"""The day before 1 Muharram 1, of the arithmetical calendar (16 July 622 of the Julian one)."""
_APART: Final = timedelta(2)
"""Months begin with the new moon as it was seen, or is foretold by Umm al-Qura's rules: in one country a day
or two from another, and from the arithmetical calendar."""
_LONGEST_MONTH: Final = 30

_BUDDHIST_YEARS: Final = range(2443, _LATEST_BIRTH + 543 + 1)
"""From 1900 on: no year of birth in the Gregorian calendar."""
_AHEAD: Final = 543
_LAST_FROM_APRIL: Final = 2483
"""Thailand's last year that began in April: its January is in our year after or, as some count, not."""
_MONTHS_BEFORE_APRIL: Final = 3

ERAS: Final = {
    "明治": (1867, 6, 45), "大正": (1911, 1, 15), "昭和": (1925, 1, 64), "平成": (1988, 1, 31),
    "令和": (2018, 1, _LATEST_BIRTH - 2018), "民國": (1911, 1, _LATEST_BIRTH - 1911),
}  # fmt: skip
"""The year before each era's first, and the first and last of its years that are Gregorian."""


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAPS_OF_33


def solar_hijri_day(year: int, month: int, day: int) -> date:
    """Return a day of Iran's and Afghanistan's calendar; ValueError for none that it has since 1871."""
    longest = 31 if month <= _MONTHS_OF_31 else 30 if month < _MONTHS or _is_leap(year) else 29
    if year < SOLAR_YEARS.start or not (1 <= month <= _MONTHS and 1 <= day <= longest):
        raise ValueError(f"no such day in the Solar Hijri calendar: {year}-{month}-{day}")
    first, last = sorted((_KNOWN_YEAR, year))
    years = timedelta(365 * (last - first) + sum(map(_is_leap, range(first, last))))
    new_year = _ITS_FIRST_DAY + years if year >= _KNOWN_YEAR else _ITS_FIRST_DAY - years
    months = 31 * (month - 1) - max(month - 1 - _MONTHS_OF_31, 0)
    return new_year + timedelta(months + day - 1)


def islamic_days(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """Return the days that a day, month or year of the Islamic (lunar) calendar may be, in any country.

    Raises ValueError for one that it has not from 1871 on.
    """
    if year not in ISLAMIC_YEARS or not (1 <= (month or 1) <= _MONTHS and 1 <= (day or 1) <= _LONGEST_MONTH):
        raise ValueError(f"no such day in the Islamic calendar: {year}-{month}-{day}")
    first = _arithmetical(year, month or 1, day or 1)
    if day is not None:
        return PartialDate(first - _APART, first + _APART)
    later = (year, month + 1) if month is not None and month < _MONTHS else (year + 1, 1)
    return PartialDate(first - _APART, _arithmetical(*later, 1) - timedelta(1) + _APART)


def _arithmetical(year: int, month: int, day: int) -> date:
    """Return a day of the calendar whose months have 30 and 29 days, and of 30 of its years 11 a day more."""
    years = 354 * (year - 1) + (11 * year + 3) // 30
    return _BEFORE_THE_FIRST + timedelta(years + (59 * (month - 1) + 1) // 2 + day)


def in_gregorian_years(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """Return a day, month or year of Gregorian months, whose year is so too or, from 2443 on, Buddhist.

    Raises ValueError for a day that is none, and for one in January to March before Thailand's
    year began with January, in 1941: it is counted in two ways.
    """
    if year not in _BUDDHIST_YEARS:
        return PartialDate.parse(
            "-".join([f"{year:04d}", *(f"{one:02d}" for one in (month, day) if one is not None)])
        )
    if year > _LAST_FROM_APRIL or (month is not None and month > _MONTHS_BEFORE_APRIL):
        return in_gregorian_years(year - _AHEAD, month, day)
    if month is not None:
        raise ValueError(f"month {month} of the Buddhist year {year} may be of two Gregorian years")
    return PartialDate.parse(f"{year - _AHEAD}/{year - _AHEAD + 1}")


def of_era(era: str, year: int) -> int:
    """Return the Gregorian year of the year of an era; ValueError where the era has none such."""
    before, first, last = ERAS[era]
    if not first <= year <= last:
        raise ValueError(f"{era} has no year {year}")
    return before + year
