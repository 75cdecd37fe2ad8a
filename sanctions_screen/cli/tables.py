"""The options that say how a file of customers is to be read, the same in every command that reads one.

Reach for :data:`reading` to have them, and :func:`read_as` for the arguments they stand for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["character", "read_as", "reading"]

F = TypeVar("F", bound=Callable[..., Any])


def reading(what: str) -> Callable[[F], F]:
    """Return the options; *what* is what a command's help calls the file."""
    options = (
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="FIELD=TITLE",
            help=f"Which column of {what} holds what: name=Kunde. Repeated for one field, the cells are "
            "joined; with no TITLE the field is left out. Fields: name, kind, birth_date, countries, "
            "identifiers, aliases, gender, reference.",
        ),
        click.option(
            "--encoding",
            metavar="NAME",
            help=f"Encoding of {what}. Default: by its byte-order mark, or UTF-8.",
        ),
        click.option(
            "--delimiter",
            metavar="CHAR",
            help=f"What parts the columns of {what}. Default: told from the header.",
        ),
        click.option(
            "--date-format",
            metavar="FORMAT",
            help="How birth dates are written when not YYYY-MM-DD: %d/%m/%Y or dd/mm/yyyy. Default: the one "
            "format that fits every date of the column, where there is one.",
        ),
    )

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def read_as(
    columns: tuple[str, ...], encoding: str | None, delimiter: str | None, date_format: str | None
) -> dict[str, Any]:
    """Return the arguments of a batch that the options' values stand for."""
    return {
        "columns": _columns(columns), "encoding": encoding, "delimiter": character(delimiter),
        "date_format": date_format,
    }  # fmt: skip


def character(told: str | None) -> str | None:
    r"""Return a delimiter as told; a tab is hard to write in a shell but as ``\t``."""
    return "\t" if told == "\\t" else told


def _columns(told: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    plan: dict[str, tuple[str, ...]] = {}
    for text in told:
        field, equals, title = text.partition("=")
        if not equals:
            raise click.UsageError(f"--column {text!r} has no '='; write FIELD=TITLE, such as name=Kunde.")
        titles = (title,) if title.strip() else ()
        plan[field.strip()] = plan.get(field.strip(), ()) + titles
    return plan
