r"""Take the time of day off a date, as databases write it: 16.07.1968 12.00.00 AM, 19680716T000000Z.

Reach for :func:`without_time`. Guarantees: pure; a word behind a time that is no part of one stays, for it
may change what is said (16 July 1968 12:00 until).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["without_time"]

_FRACTION: Final = r"(?:[.,:٫]\d+)?"
_HALF: Final = r"(?:[AaPp]\.?\s?[Mm]\.?|ص|م|صباحا|مساء|ق\.?ظ|ب\.?ظ|上午|下午|午前|午後|오전|오후)"
_ZONE: Final = r"(?:\s*(?:Z|[A-Z]{3,5}))?(?:\s*[+-]\d{2}:?(?:\d{2})?)?(?:\s+(?:UTC|GMT))?(?:\s*\([^)]*\))?"
_CLOCK: Final = (
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}}{_FRACTION})?"
    rf"|\d{{1,2}}\.\d{{2}}\.\d{{2}}{_FRACTION}"
    rf"|\d{{1,2}}\.\d{{2}}(?=\s*{_HALF})|00?\.00"
    r"|\d{1,2}\s?[hH](?:\s?\d{2}(?:\s?min)?)?"
)
_AT: Final = r"(?:kl\.?|klo|um|à|às|at|alle|ore|godz\.?|в|о|ساعة|الساعة|ساعت)"
_BEHIND: Final = re.compile(
    rf"(?:T|[\s,،]\s*(?:{_AT}\s*)?|(?<=[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})-)(?:{_HALF}\s*)?(?:{_CLOCK})"
    rf"(?:\s*{_HALF})?(?:\s*(?:[Uu]hr|hrs?|hours|midnight))?{_ZONE}$"
    r"|(?<=[0-9]{8})T?(?:[01][0-9]|2[0-4])(?:[0-5][0-9]){1,2}(?:\.[0-9]+)?Z?$"
    r"|(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9]{2}(?:[0-5][0-9]){0,2}Z?|Z|[+-][0-9]{2}:[0-9]{2})$"
)
_AMID: Final = re.compile(r"(?<=[0-9]) [0-9]{1,2}:[0-9]{2}:[0-9]{2} (?:[A-Z]{3,5} )?(?=[0-9]{4}$)")
"""Where C and Unix put it: Tue Jul 16 00:00:00 UTC 1968."""
_SHORTEST: Final = len("1968-07-16Z")


@lru_cache(maxsize=1 << 14)
def without_time(text: str) -> str:
    """Return a date without the time of day behind it, or amid it."""
    if len(text) < _SHORTEST:
        return text
    return _AMID.sub(" ", _BEHIND.sub("", text))
