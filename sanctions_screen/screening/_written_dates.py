"""Read a day as people write it in words, in part or by an era: 12 марта 1971 г., 昭和46年3月12日.

Reach for :func:`written_date`. Guarantees: pure; nothing for a text with two readings, for one whose numbers
are all that tells (03/04/1971), and for a day that no calendar has.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from ..model import PartialDate
from ..names import fold
from ..names.tables import read_table
from ..names.writing.digits import in_our_digits

__all__ = ["written_date"]

_LONGEST: Final = 60
_ABOUT: Final = re.compile(
    r"^(?:circa|ca|c|about|approx(?:imately)?|around|около|примерно|env(?:iron)?|um|vers|hacia)\b\.?\s*"
    r"|\s*(?:\(?approx\.?\)?|\(?circa\)?|\?|~)$"
)
_BORN: Final = re.compile(
    r"^(?:born(?: on| in)?|b|dob|d\.o\.b|nee? le|geb(?:oren)?(?: am)?|ur|nar)\b\.?\s*:?\s*"
    r"|\s*(?:г\.?\s?р|г|года?(?: рождения)?|р\.?\s?н|р|року)\.?$"
)
_SPAN: Final = re.compile(
    r"(?:between\s+)?((?:18|19|20)[0-9]{2})\s*(?:-|/|to|and|or|bis|до|или)\s*((?:18|19|20)[0-9]{2})"
)
_IN_ORDER: Final = re.compile(
    r"([0-9]{4})(?:\s*[年년]\s*|[.]\s?|-)([0-9]{1,2})(?:\s*[月월]\s*|[.]\s?|-)([0-9]{1,2})\s*[日일.]?"
)
_MONTH_ALONE: Final = re.compile(
    r"(?:00[./-])?([0-9]{1,2})[./-]([0-9]{4})|([0-9]{4})[年년]\s*([0-9]{1,2})[月월]|([0-9]{4})-([0-9]{2})-00"
)
_YEAR_ALONE: Final = re.compile(r"00[./-]00[./-]([0-9]{4})|([0-9]{4})-00-00|([0-9]{4})\s?[年년]?")
_ERA: Final = re.compile(
    r"(明治|大正|昭和|平成|令和|民國|民国|中華民國|[MTSHR](?=[0-9]{1,2}[.]))\s?([0-9]{1,3}|元)\s?[年.]\s?([0-9]{1,2})\s?[月.]\s?([0-9]{1,2})\s?日?"
)
_BEFORE: Final = {
    "明治": 1867, "M": 1867, "大正": 1911, "T": 1911, "昭和": 1925, "S": 1925, "平成": 1988, "H": 1988,
    "令和": 2018, "R": 2018, "民國": 1911, "民国": 1911, "中華民國": 1911,
}  # fmt: skip
"""The year before each era's first."""
_ROMANS: Final = "i ii iii iv v vi vii viii ix x xi xii"
_ROMAN: Final = {roman: number for number, roman in enumerate(_ROMANS.split(), start=1)}
_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+(?:\.[^\W\d_]+)?")
_NO_PART: Final = frozenset(
    {"de", "del", "of", "the", "st", "nd", "rd", "th", "er", "den", "m", "d", "ngay", "nam"}
)
_YEAR: Final = 4


@lru_cache(maxsize=1 << 14)
def written_date(text: str) -> PartialDate | None:
    """Return the date that a text tells in words or in part; None where it tells none for certain."""
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return None
    plain = _plain(text)
    plain, about = _ABOUT.subn("", plain, count=1)
    for reading in (_of_an_era(text), _of_numbers(plain), _of_words(plain)):
        if reading and (found := _parsed(reading + "~" * bool(about))):
            return found
    return None


def _plain(text: str) -> str:
    """Return a text in small letters, with our digits and hyphens, without what says that it is a birth."""
    plain = re.sub("[‐-―−]", "-", unicodedata.normalize("NFKC", in_our_digits(text))).strip(" '\"").lower()
    return _BORN.sub("", plain).strip(" ,.")


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _of_an_era(text: str) -> str | None:
    found = _ERA.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return None
    year = _BEFORE[found[1]] + (1 if found[2] == "元" else int(found[2]))
    return f"{year:04d}-{int(found[3]):02d}-{int(found[4]):02d}"


def _of_numbers(plain: str) -> str | None:
    """Return a span of years, a day whose year stands in front, a month, or a year."""
    if span := _SPAN.fullmatch(plain):
        return f"{span[1]}/{span[2]}" if span[1] < span[2] else None
    if year := _YEAR_ALONE.fullmatch(plain):
        return year[1] or year[2] or year[3]
    if month := _MONTH_ALONE.fullmatch(plain):
        year_of, number = month[2] or month[3] or month[5], month[1] or month[4] or month[6]
        return f"{year_of}-{int(number):02d}"
    if day := _IN_ORDER.fullmatch(plain):
        return f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}"
    return None


@cache
def _months() -> dict[str, int]:
    rows = read_table("month_names.tsv", 2)
    return {fold(name): int(number) for number, names in rows for name in names.split(",")}


def _of_words(plain: str) -> str | None:
    """Return a day or a month whose month is a word: 12 de marzo de 1971, March 1971, 12-III-1971."""
    if "tháng" in plain:
        numbers = re.findall("[0-9]+", plain)
        return f"{numbers[2]}-{int(numbers[1]):02d}-{int(numbers[0]):02d}" if len(numbers) == 3 else None
    tokens = [one for one in _TOKEN.findall(fold(plain)) if one not in _NO_PART]
    if len(tokens) > 1 and tokens[0].isalpha() and tokens[0] not in _months() and tokens[0] not in _ROMAN:
        tokens = tokens[1:]  # Friday, 12 March 1971
    numbers = [one for one in tokens if one.isdecimal()]
    words = [one for one in tokens if not one.isdecimal()]
    joined = " ".join(words)
    month = _months().get(joined) or (_ROMAN.get(joined) if tokens[1:2] == words else None)
    years = [one for one in numbers if len(one) == _YEAR]
    if month is None or len(years) != 1 or len(numbers) > 2:
        return None
    days = [one for one in numbers if one not in years]
    return f"{years[0]}-{month:02d}" + "".join(f"-{int(day):02d}" for day in days)
