"""Options that several commands share, and how their values are read.

Reach for the decorators here so that an option means the same in every command.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = [
    "AGE",
    "DAY",
    "SHARE",
    "WORDS",
    "as_json",
    "database",
    "known_on",
    "list_choice",
    "max_age",
    "screening",
    "subject_evidence",
    "svg_file",
]

F = TypeVar("F", bound=Callable[..., Any])

_WRITTEN_AGE = re.compile(r"([0-9]{1,4})([hdw])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_WRITTEN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class _Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return _day(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write YYYY-MM-DD", param, ctx)


def _day(text: str) -> date:
    if not _WRITTEN_DAY.fullmatch(text):  # Python reads 20240702 and 2024-W27-2 too
        raise ValueError(text)
    return date.fromisoformat(text)


class _Moment(click.ParamType[Any]):
    """A revision's number, or a moment with its time zone."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, (int, datetime)):
            return value
        if value.isascii() and value.isdecimal():
            return int(value)
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self.fail(
                f"{value!r} is no revision and no moment; write a number that 'lists revisions' shows, or "
                "YYYY-MM-DDTHH:MM:SSZ",
                param,
                ctx,
            )
        return moment


class _BirthDate(click.ParamType[Any]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from ..model import PartialDate

        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class _Share(click.ParamType[float]):
    """A number from 0 to 1. click's FloatRange lets NaN through, which is above and below nothing."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if not 0.0 <= number <= 1.0:
            self.fail(f"{value!r} is not a number from 0 to 1", param, ctx)
        return number


class _Age(click.ParamType[timedelta]):
    """A span of time: ``36h``, ``3d``, ``2w``."""

    name = "age"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        if isinstance(value, timedelta):
            return value
        found = _WRITTEN_AGE.fullmatch(value)
        if found is None:
            self.fail(f"{value!r} is no age; write hours, days or weeks as 36h, 3d or 2w", param, ctx)
        return int(found[1]) * _UNITS[found[2]]


class _Words(click.ParamType[str]):
    """Text. What the locale could not decode is UTF-8, or an error.

    Python gives such bytes as lone surrogates; taken like that, a name would have lost these letters.
    """

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if not any("\ud800" <= letter <= "\udfff" for letter in text):
            return text
        try:
            return os.fsencode(text).decode("utf-8")
        except UnicodeError:
            self.fail(
                f"{text!r} is not in the terminal's encoding, nor in UTF-8; nothing was screened or shown",
                param,
                ctx,
            )


class _Kind(click.Choice[str]):
    """A kind, by any word a batch takes for it in a column, so that a word is right in both or in none."""

    def __init__(self) -> None:
        super().__init__(("person", "organisation", "vessel", "aircraft"))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from ..model import kind_called

        return kind_called(str(value)) or super().convert(value, param, ctx)


DAY = _Day()
WORDS = _Words()
AGE = _Age()
SHARE = _Share()


def _all(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def svg_file(what: str) -> Callable[[F], F]:
    """Return the option that names the file of a picture; *what* says what the picture shows."""
    kind = click.Path(path_type=Path, dir_okay=False, writable=True)
    return click.option("--svg", type=kind, metavar="FILE", help=what)


database = click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="SANCTIONS_SCREEN_DB",
    show_envvar=True,
    metavar="FILE",
    help="Your own store of lists. Without it, the lists that ship with the package: a selection.",
)
as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON for programs, one object a line, instead of text."
)
list_choice = click.option(
    "--list",
    "list_ids",
    multiple=True,
    metavar="ID",
    help="Screen against this list only; may be repeated. Default: every list in the store.",
)
_as_of = click.option(
    "--as-of",
    type=DAY,
    metavar="DAY",
    help="The day the answer is for. Default: the newest day of the lists.",
)
known_on = click.option(
    "--known-on",
    type=_Moment(),
    metavar="REVISION|MOMENT",
    help="Answer by what the store knew on a revision of it, or by a moment such as 2026-11-28T10:00Z. "
    "Default: by all that it knows.",
)
screening = _all(
    database,
    list_choice,
    _as_of,
    known_on,
    click.option("--threshold", type=SHARE, help="Least score of a hit, from 0 to 1.  [default: 0.80]"),
    click.option(
        "--one-word-threshold",
        type=SHARE,
        help="Least score of a hit for a person of whom one word is known, such as 0.6.  [default: the same]",
    ),
    click.option("--no-delisted", is_flag=True, help="Leave out parties delisted by that day."),
    click.option("--no-weak-aliases", is_flag=True, help="Leave out aliases the publisher calls weak."),
    click.option(
        "--leave-out-later-lists",
        is_flag=True,
        help="Go on without a list of which nothing is known as early as --as-of; the answer names it.",
    ),
    click.option("--max-hits", type=click.IntRange(min=1), help="Keep at most this many hits a name."),
)
"""What decides which parties are screened against, and when one is a hit."""

max_age = click.option(
    "--max-age",
    type=AGE,
    default="31d",
    show_default=True,
    metavar="AGE",
    help="Shout of lists older than this today, such as 36h, 3d or 2w.",
)

subject_evidence = _all(
    click.option(
        "--kind",
        type=_Kind(),
        help="What is being screened; other words for it, such as company or ship, are taken too. "
        "Default: anything.",
    ),
    click.option("--birth-date", type=_BirthDate(), help="YYYY-MM-DD, YYYY-MM, YYYY or FROM/TO."),
    click.option("--country", "countries", multiple=True, help="ISO code or name; may be repeated."),
    click.option(
        "--id",
        "identifiers",
        multiple=True,
        metavar="[TYPE:]VALUE",
        help="An identifier such as passport:A123 or imo:9123456; may be repeated.",
    ),
    click.option(
        "--alias", "aliases", multiple=True, type=WORDS, help="Another name of the same; may be repeated."
    ),
)
"""What is known of the one who is screened."""
