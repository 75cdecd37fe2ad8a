"""Write a ship's name without what papers write against it: GOLDEN TERN CRUDE OIL TANKER, MVGOLDEN TERN.

Reach for :func:`ship_forms` with one name of a vessel. Guarantee: never the name itself; each answer is a
part of it, and the whole stays a name beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .._late_pattern import late
from ..names.tables import phrase_list

__all__ = ["ship_forms"]

_GLUED: Final = late(r"^(?:M/?[VT]|S/?S)(?=[A-Z]{3,}\s)")
_SUBSTITUTE: Final = late(
    r"[\s,(/-]+(?:or|and/or)\s+(?:sub|subs|substitute|similar|equivalent|nominated vessel)\b.*$",
    re.IGNORECASE,
)
_CALL_SIGN: Final = late(r"\s*/\s*(?=[A-Z]*[0-9])[A-Z0-9]{4,7}$")
_PLACE_OR_YEAR: Final = late(r"\s+(?:at|off|near)\s+[^\W\d_].*$|[\s,]+(?:19|20)[0-9]{2}$", re.IGNORECASE)
"""Where a ship is, or until when it had the name."""
_LIST: Final = late(r"\s*,\s*")
_FEWEST: Final = 2
"""Words of a sort of ship behind a name: a single one, Ocean Tanker, is a name."""


@cache
def _sort_behind() -> re.Pattern[str]:
    sorts = [r"[\s-]+".join(phrase) for phrase in phrase_list("vessel_prefixes.txt") if _is_sort(phrase)]
    return late(rf"[\s,-]+(?:{'|'.join(sorted(sorts, key=len, reverse=True))})$", re.IGNORECASE)


def _is_sort(phrase: tuple[str, ...]) -> bool:
    return len(phrase) >= _FEWEST and all(len(word) > 1 for word in phrase)


def ship_forms(text: str) -> Iterator[str]:
    """Yield a ship's name without its sort, prefix, substitute or call sign, and the names of a list."""
    patterns = (_sort_behind(), _GLUED, _SUBSTITUTE, _CALL_SIGN, _PLACE_OR_YEAR)
    forms = [pattern.sub("", text) for pattern in patterns]
    yield from (form for form in dict.fromkeys((*forms, *_LIST.split(text))) if form and form != text)
