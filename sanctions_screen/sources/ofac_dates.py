"""Dates as OFAC writes birth dates, in every one of its formats.

Reach for this module for a date of OFAC's; :mod:`.dates` has those of the other publishers. Guarantee: text
that is not wholly understood gives nothing.
"""

from __future__ import annotations

import re
from datetime import date

from ..model import PartialDate

__all__ = ["partial_date"]

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {m: n for n, m in enumerate(_MONTH_NAMES, start=1)}
_POINT = re.compile(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]{2})[a-z]* )?(\d{4})")
_SPAN = re.compile(r"(.+?)(?: to |(?<=\d{4})-(?=\d{4}$))(.+)")


def partial_date(text: str) -> PartialDate | None:
    """Read a date as OFAC writes birth dates; None when it is written otherwise.

    ``21 Aug 1968``, ``Aug 1968``, ``1968``, ``circa 1968``, ``1967 to 1969``, ``01 Jan 1953 to 31 Dec 1954``.
    """
    body = text.strip()
    circa = body.casefold().startswith("circa")
    if circa:
        body = body[len("circa") :].strip()
    if span := _SPAN.fullmatch(body):
        # "circa 1953 to circa 1954" says circa twice.
        first, last = _span_of(span[1]), _span_of(span[2].removeprefix("circa").strip())
    else:
        first = last = _span_of(body)
    if first is None or last is None or last[1] < first[0]:
        return None
    return PartialDate(first[0], last[1], circa)


def _span_of(text: str) -> tuple[date, date] | None:
    found = _POINT.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = found.groups()
    number = _MONTHS.get(month.lower()) if month else None
    if (month and number is None) or (day and not month):
        return None
    iso = year + (f"-{number:02d}" if number else "") + (f"-{int(day):02d}" if day else "")
    try:
        whole = PartialDate.parse(iso)
    except ValueError:
        return None
    return whole.earliest, whole.latest
