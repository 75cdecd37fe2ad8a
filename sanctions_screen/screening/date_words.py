"""The words of written dates: what months and days of the week are called, and what may stand beside them.

Reach for :func:`parted` for the numbers and words of a text, for :func:`without` for the words that are left
without what says nothing, and for :func:`month_called` and its siblings for the month that words name.
Guarantee: a word that two languages have for two months names none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..names import fold
from ..names.tables import read_table

__all__ = [
    "BESIDE", "is_usual_month", "is_weekday", "islamic_month_called", "month_called", "parted", "phrases",
    "said", "solar_month_called", "without", "words_of",
]  # fmt: skip

_BETWEEN: Final = re.compile(r"[\s\d.,;:/،؛。\\()\[\]'’ʼ\"_|‐-―−·-]+")
_ARABIC_AS_PERSIAN: Final = str.maketrans("يىك", "ییک")
_ATTACHED: Final = ("ב", "ב־")
"""What Hebrew writes to the month itself: in July."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded, without numbers and what parts them."""
    return [word for word in _BETWEEN.split(fold(text).translate(_ARABIC_AS_PERSIAN)) if word]


@cache
def phrases(sort: str) -> tuple[str, ...]:
    """Return the phrases of one sort in ``date_words.tsv``, longest first."""
    found = next(words for key, words in read_table("date_words.tsv", 2) if key == sort)
    return tuple(sorted((each.strip() for each in found.split(",")), key=lambda one: (-len(one), one)))


BESIDE: Final = frozenset(word for phrase in phrases("beside") for word in words_of(phrase))
"""Words that may stand in a date and say nothing."""


@cache
def _called(*tables: str) -> dict[str, str]:
    """Return (the words of a name, joined) → what the tables say it is."""
    rows = (
        (key, name) for table in tables for key, names in read_table(table, 2) for name in names.split(",")
    )
    return {" ".join(words_of(name)): key for key, name in rows}


def _months_and_days() -> dict[str, str]:
    return _called("month_names_unicode.tsv", "month_names.tsv")


def month_called(words: str) -> int | None:
    """Return the number of the month that folded words, joined by blanks, name; None where they name none."""
    for prefix in ("", *_ATTACHED):
        found = _months_and_days().get(words.removeprefix(prefix), "")
        if found.isdecimal():
            return int(found)
    return None


def is_usual_month(words: str) -> bool:
    """Return whether words name a month in a language that many write in Latin or Cyrillic letters."""
    return words in _called("month_names.tsv")


def solar_month_called(words: str) -> int | None:
    """Return the same for a month of the Solar Hijri calendar."""
    found = _called("solar_hijri_months.tsv").get(words)
    return int(found) if found else None


def islamic_month_called(words: str) -> int | None:
    """Return the same for a month of the Islamic calendar, whose names are written in one word or several."""
    found = _islamic_months().get(words.replace(" ", ""))
    return int(found) if found else None


@cache
def _islamic_months() -> dict[str, str]:
    return {words.replace(" ", ""): key for words, key in _called("islamic_months.tsv").items()}


@cache
def said(sort: str) -> re.Pattern[str]:
    """Return what a phrase of one sort looks like among folded words that are joined by blanks."""
    found = sorted({" ".join(words_of(phrase)) for phrase in phrases(sort)}, key=lambda one: (-len(one), one))
    return re.compile(rf"(?:^| )(?:{'|'.join(map(re.escape, found))})(?= |$)")


def without(sort: str, words: list[str]) -> str:
    """Return words, joined, without the phrases of one sort and what says nothing."""
    kept = said(sort).sub(" ", " ".join(words)).split()
    return " ".join(word for word in kept if word not in BESIDE)


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?<=[0-9])(?:{'|'.join(map(re.escape, phrases('ordinal')))})(?![^\W\d_])")


def parted(text: str) -> tuple[list[str], list[str]]:
    """Return the numbers and the words of a text, each in order."""
    return re.findall("[0-9]+", text), words_of(_ordinal().sub("", text))


def is_weekday(word: str) -> bool:
    """Return whether a folded word is a day of the week, and no month."""
    return _months_and_days().get(word) == "weekday"
