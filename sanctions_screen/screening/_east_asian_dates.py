"""Read a day as it is written in East Asia: 一九六八年七月十六日, 昭和43年7月16日, 1968년 7월 16일.

Reach for :func:`east_asian_date`. Guarantees: pure; nothing for a day of the lunar calendar, which is told
by other words (正月, 初五, 음력), for a year of two digits without its era, and for one that its era has not.
"""

from __future__ import annotations

import re
from typing import Final

from ..model import PartialDate
from .calendars import ERAS, of_era

__all__ = ["east_asian_date"]

_LONG: Final = {one[0]: one for one in ERAS} | {
    "m": "明治", "t": "大正", "s": "昭和", "h": "平成", "r": "令和", "中": "民國",
}  # fmt: skip
"""An era by the first character of what it is called."""
_CALLED: Final = "明治|大正|昭和|平成|令和|中[華华]民[國国]|民[國国]"
_DAY_OF_ERA: Final = re.compile(
    rf"({_CALLED}|[明大昭平令mtshr](?=[0-9]{{1,2}}[./-]))\s?([0-9]{{1,3}}|元)\s?"
    r"(?:年\s?([0-9]{1,2})\s?月\s?([0-9]{1,2})\s?[日号號]?|([./-])([0-9]{1,2})\5([0-9]{1,2}))"
)
_PART_OF_ERA: Final = re.compile(rf"({_CALLED})\s?([0-9]{{1,3}}|元)\s?年(?:\s?([0-9]{{1,2}})\s?月)?")
_DAY: Final = re.compile(r"([0-9]{4})\s?[年년]\s*([0-9]{1,2})\s?[月월]\s*([0-9]{1,2})\s?[日号號일]?")
_PART: Final = re.compile(r"([0-9]{4})\s?[年년](?:\s*([0-9]{1,2})\s?[月월])?")
_WEEKDAY: Final = re.compile(
    r"\s*(?:星期[一二三四五六日天]|[월화수목금토일]요일|[月火水木金土日]曜日?|\([月火水木金土日월화수목금토일]\))$"
)
_YEAR_TWICE: Final = re.compile(r"([^()]+?)年?\s?\(([^()]+?)年?\)\s?年?(.*)")
_HAN: Final = {one: number for number, one in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_HAN_YEAR: Final = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
_HAN_NUMBER: Final = re.compile(
    "(?<![〇○零一二三四五六七八九十])(?:([二三四五六七八九]?)(十)([一二三四五六七八九]?)|([一二三四五六七八九]))(?=[年月日号號])"
)


def east_asian_date(text: str) -> PartialDate | None:
    """Return the day, month or year that a text tells, or None; ValueError for one that is in no calendar."""
    text = _WEEKDAY.sub("", _in_digits(text).replace("西元", "").replace("公元", "").replace("西暦", ""))
    if twice := _YEAR_TWICE.fullmatch(text):
        return _agreeing(twice)
    if found := _DAY_OF_ERA.fullmatch(text):
        month, day = found[3] or found[6], found[4] or found[7]
        return PartialDate.parse(f"{_year_of(found)}-{int(month):02d}-{int(day):02d}")
    if found := _PART_OF_ERA.fullmatch(text):
        return PartialDate.parse(f"{_year_of(found)}" + (f"-{int(found[3]):02d}" if found[3] else ""))
    if found := _DAY.fullmatch(text):
        return PartialDate.parse(f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}")
    if found := _PART.fullmatch(text):
        return PartialDate.parse(found[1] + (f"-{int(found[2]):02d}" if found[2] else ""))
    return None


def _agreeing(twice: re.Match[str]) -> PartialDate | None:
    """Return the date of one whose year is written twice, where both are one: 1968年(昭和43年)."""
    dates = [east_asian_date(f"{year}年{twice[3]}") for year in (twice[1], twice[2])]
    return dates[0] if dates[0] == dates[1] else None


def _year_of(found: re.Match[str]) -> int:
    return of_era(_LONG[found[1][0]], 1 if found[2] == "元" else int(found[2]))


def _in_digits(text: str) -> str:
    """Return a text with the numbers before year, month and day that are written in characters in ours."""
    text = _HAN_YEAR.sub(lambda found: "".join(str(_HAN[one]) for one in found[0]), text)
    return _HAN_NUMBER.sub(lambda found: str(_han_number(found)), text)


def _han_number(found: re.Match[str]) -> int:
    if found[4]:
        return _HAN[found[4]]
    return 10 * _HAN.get(found[1], 1) + _HAN.get(found[3], 0)
