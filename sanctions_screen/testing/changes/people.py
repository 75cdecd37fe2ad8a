"""What people do to people's names: short forms, a patronymic left out, a date in the same field."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files
from random import Random

from ...model import PartialDate, Subject

__all__ = ["birth_date_in_name", "by_nickname", "day_and_month_swapped", "exact_day", "patronymic_dropped"]


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in files(__package__).joinpath("nicknames.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            full, short = line.split("\t")
            table[full] = tuple(short.split())
    return table


def by_nickname(name: str, random: Random) -> str:
    """A given name in its short form: Bill for William, Sasha for Aleksandr."""
    words = [word for word in re.finditer(r"\w+", name) if word[0].casefold() in _nicknames()]
    if not words:
        return name
    word = random.choice(words)
    short = random.choice(_nicknames()[word[0].casefold()])
    return name[: word.start()] + (short.upper() if word[0].isupper() else short) + name[word.end() :]


_PATRONYMIC = re.compile(
    r"\s+(?:\w{3,}(?:ovich|evich|ovna|evna|yevich|ievich|ович|евич|овна|евна|ична)"
    r"|(?:bin|ibn|ben|bint|بن|ابن|بنت)\s+(?!Laden|LADEN)\w+)(?=\s|,|$)",
    re.IGNORECASE,
)


def patronymic_dropped(name: str, random: Random) -> str:
    """The father's name left out: Ivanovich, bin Rashid."""
    found = list(_PATRONYMIC.finditer(name))
    if not found:
        return name
    one = random.choice(found)
    left = name[: one.start()] + name[one.end() :]
    return left if len(re.findall(r"\w{2,}", left)) > 1 else name


def exact_day(born: PartialDate | None) -> date | None:
    """Return the day of a birth date that is known to the day; None for any other."""
    return born.earliest if born is not None and born.is_exact else None


def birth_date_in_name(subject: Subject, random: Random) -> Subject:
    """The birth date, or one, written behind the name in its field."""
    born = exact_day(subject.birth_date)
    day = born or date(random.randrange(1940, 2000), random.randrange(1, 13), random.randrange(1, 29))
    written = random.choice(
        (
            f" {day:%d/%m/%Y}",
            f" ({day:%Y-%m-%d})",
            f", DOB {day:%d.%m.%Y}",
            f" born {day:%Y}",
            f" {day:%d%m%Y}",
        )
    )
    return subject.model_copy(update={"name": subject.name + written, "birth_date": None})


def day_and_month_swapped(subject: Subject, random: Random) -> Subject:  # noqa: ARG001 -- one shape for all
    """The day of the birth date taken for the month."""
    born = exact_day(subject.birth_date)
    if born is None or born.day > 12 or born.day == born.month:
        return subject
    swapped = PartialDate.of_day(date(born.year, born.day, born.month))
    return subject.model_copy(update={"birth_date": swapped})
