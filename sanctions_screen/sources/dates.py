"""The dates that publishers write, in the many ways they write them.

Reach for this module for any date in a list but OFAC's. Where day and month are numbers, the day comes first:
every publisher read here but the United States' BIS does so (see :func:`month_first`). Guarantee: text that
is not wholly understood gives nothing, so that the caller can report it; no part of a date is ever guessed.
"""

from __future__ import annotations

import re
from datetime import date

from ..model import PartialDate

__all__ = ["day_of", "month_first", "partial_date", "partial_dates"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CIRCA = re.compile(r"^(?:approximately|approx\.?|circa|about|around|c\.)\s*", re.IGNORECASE)
_CIRCA_AFTER = re.compile(r"\s*\(?(?:approximative|approximately|approx\.?|circa)\)?$", re.IGNORECASE)
_UNKNOWN = re.compile(r"^(?:00|dd)[/.-](?:00|mm)[/.-](\d{4})$|^(?:00|mm)/(\d{4})$", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH = re.compile(r"(?:00|dd)?[/.-]?(\d{1,2})[/.-](\d{4})", re.IGNORECASE)
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3})[a-z]*\.?[ ,-]+(\d{4})")
_TIME = re.compile(
    r"(?<=\d-\d\d)(?:[T ]\d\d:[\d:.]*(?:Z|[-+]\d\d:?\d\d)?|[-+]\d\d:\d\d|Z)$"
    r"|(?<=\d{4}) 00:00:00$|(?<=^\d{4})\.0$"
)
_SPAN = re.compile(r"(?:between\s+)?(\d{4})\s*(?:-|–|/|to|and)\s*(\d{4})", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?<!\w)[a-z]\)\s*|\(\d+\)\s*|;|\n|,(?=\s*\D*\d)|(?<=\d{4})\s+(?=\d)|(?<=\d{4})\.(?=\d{4})"
    r"|\s+(?:or|and)\s+(?=\D*\d)",
    re.IGNORECASE,
)


def partial_dates(text: str) -> tuple[list[PartialDate], list[str]]:
    """Return the dates in a field that may hold several, and the parts of it that are none."""
    whole = text.replace("\xa0", " ").strip()
    if not whole:
        return [], []
    if (single := partial_date(whole)) is not None:
        return [single], []
    parts = [part for part in _BETWEEN.split(whole) if part and part.strip(" .,")]
    found = [(part, partial_date(part)) for part in parts]
    return [when for _, when in found if when], [part.strip() for part, when in found if when is None]


def partial_date(text: str) -> PartialDate | None:
    """Return one date; None when *text* is not one."""
    body = _TIME.sub("", text.replace("\xa0", " ").strip(" .,"))
    plain = _CIRCA.sub("", _CIRCA_AFTER.sub("", body))
    circa, body = plain != body, plain
    if span := _SPAN.fullmatch(body):
        body = f"{span[1]}/{span[2]}"
    try:
        when = PartialDate.parse(_iso(body))
    except ValueError:
        return None
    return PartialDate(when.earliest, when.latest, circa or when.circa)


def _iso(body: str) -> str:
    if found := _UNKNOWN.fullmatch(body):
        return found[1] or found[2]
    if (found := _NUMBERS.fullmatch(body)) and int(found[1]) == 0:
        return f"{found[3]}-{int(found[2]):02d}"
    if found:
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    if found := _MONTH.fullmatch(body):
        return f"{found[2]}-{int(found[1]):02d}"
    if (found := _WORDS.fullmatch(body)) and found[2].lower() in _MONTHS:
        month = f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1:02d}"
        return f"{month}-{int(found[1]):02d}" if found[1] else month
    return body


def day_of(text: str) -> date | None:
    """Return the day *text* names; None when it names none, or more than a day."""
    when = partial_date(text)
    return when.earliest if when is not None and when.is_exact else None


def month_first(text: str) -> date | None:
    """Return the day in ``06/29/2056``, the United States' order."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip())
    return day_of(f"{found[2]}/{found[1]}/{found[3]}") if found else None
