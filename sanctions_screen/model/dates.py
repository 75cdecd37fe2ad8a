"""A date known in part: a day, a month, a year, a span of them, or one of these said to be about right.

Reach for this module for birth dates. Written as text the forms are those of EDTF (ISO 8601-2:2019,
levels 0 and 1): ``1955-09-07``, ``1955-09``, ``1955``, ``1955/1958`` (some day in that span) and a
trailing ``~`` for *circa* (``1955~``). Text → value → text changes nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

__all__ = ["PartialDate"]

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _span_of(text: str) -> tuple[date, date]:
    """Return the first and last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ValueError otherwise."""
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError("not a date; write YYYY, YYYY-MM, YYYY-MM-DD or FROM/TO, with '~' for circa")
    year, month, day = (int(g) if g else None for g in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise ValueError("no such day in the calendar") from error


def _point_text(first: date, last: date) -> str | None:
    """Return the shortest EDTF point that spans exactly *first* to *last*, or None if none does."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    is_month = (first.year, first.month, first.day) == (last.year, last.month, 1)
    if is_month and last.day == monthrange(last.year, last.month)[1]:
        return first.isoformat()[:7]
    return None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that lies from :attr:`earliest` to :attr:`latest`, both included; *circa* when only about.

    Raises ValueError when ``latest`` is before ``earliest``.
    """

    earliest: date
    latest: date
    circa: bool = False

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"a span of dates ends before it starts: {self.earliest}/{self.latest}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read EDTF text such as ``1955-09-07``, ``1955~`` or ``1955/1958``; ValueError otherwise."""
        body = text.strip()
        circa = "~" in body
        first, slash, second = body.replace("~", "").partition("/")
        try:
            earliest, latest = _span_of(first)
            if slash:
                latest = _span_of(second)[1]
        except ValueError as error:
            raise ValueError(f"{text!r}: {error}") from error
        return cls(earliest, latest, circa)

    @classmethod
    def of_day(cls, day: date) -> PartialDate:
        """Return the date known to the day."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """True when the day is known and not said to be *circa*."""
        return self.earliest == self.latest and not self.circa

    @property
    def years(self) -> range:
        """The calendar years in which the date may lie."""
        return range(self.earliest.year, self.latest.year + 1)

    def __str__(self) -> str:
        mark = "~" if self.circa else ""
        point = _point_text(self.earliest, self.latest)
        if point is not None:
            return point + mark
        if (self.earliest.month, self.earliest.day, self.latest.month, self.latest.day) == (1, 1, 12, 31):
            return f"{self.earliest.year:04d}/{self.latest.year:04d}{mark}"
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}{mark}"

    @classmethod
    def _coerce(cls, value: Any) -> PartialDate:
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date):
            return cls(date(value.year, value.month, value.day), date(value.year, value.month, value.day))
        if isinstance(value, str):
            return cls.parse(value)
        raise ValueError("a partial date is text such as '1955-09-07', '1955' or '1955/1958'")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._coerce, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "description": "EDTF date: 1955-09-07, 1955-09, 1955, 1955/1958, 1955~"}
