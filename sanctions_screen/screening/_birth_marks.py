"""Take off a date what says that it is a birth's, or about right: 16.07.1968 г.р., circa 1968, 1968年生.

Reach for :func:`unmarked`. Guarantees: pure; what is left has our digits, small letters and hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ..names.writing.digits import in_our_digits
from .date_words import phrases

__all__ = ["Unmarked", "unmarked"]

_PERSIAN_DIGITS: Final = re.compile("[۰-۹]")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks of direction, which programs put into dates in Arabic, and what else does not show."""
_HYPHENS: Final = re.compile("[‐-―−]")
_COUNTED: Final = "年月日号號년월일"
"""Behind these letters a word needs no blank before it."""
_A_LETTER: Final = r"(?=[.:]|\s*[0-9])"
"""What follows one letter that stands for a word: C'hwevrer is a word of its own."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The text of a date alone."""

    text: str
    about: bool = False
    """It is said to be about right."""
    persian: bool = False
    """Its digits are those that Persian is written in."""
    ours: bool = True
    """Its digits are ours: in another script's a year of two digits may be of another calendar."""


@lru_cache(maxsize=1 << 14)
def unmarked(text: str) -> Unmarked:
    """Return a date without what says that it is a birth's, and whether it is said to be about right."""
    wide = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    plain = in_our_digits(wide).replace("·", ".")
    ours = all(map(str.isascii, filter(str.isdecimal, wide)))
    plain = _HYPHENS.sub("-", plain).strip(" '\"").lower()
    plain = _bare(_marks("born"), plain)
    about = _bare(_marks("about"), plain)
    persian = bool(_PERSIAN_DIGITS.search(text))
    return Unmarked(_bare(_marks("born"), about), about != plain, persian, ours)


def _bare(marks: re.Pattern[str], text: str) -> str:
    return marks.sub("", text).strip(" ,.")


@cache
def _marks(sort: str) -> re.Pattern[str]:
    """Return what a phrase of one sort looks like before a date, and behind it."""
    in_order = [(phrase, r"\.?\s*".join(map(re.escape, phrase.split()))) for phrase in phrases(sort)]
    # A letter behind a number may be anything's: 1968b.
    behind = "|".join(pattern for phrase, pattern in in_order if not (phrase.isascii() and len(phrase) == 1))
    before = "|".join(pattern + _A_LETTER * (len(phrase) == 1) for phrase, pattern in in_order)
    signs = "^~|[?~]$|" if sort == "about" else ""
    return re.compile(
        rf"{signs}^(?:{before})(?![^\W\d_])[.:\s]*(?=\S)"
        rf"|[\s,(]*(?:(?<![^\W\d_])|(?<=[{_COUNTED}]))(?:{behind})\.?\)?$"
    )
