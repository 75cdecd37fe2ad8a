"""Clean subjects to count false alerts on: made of frequent names, or the user's own customers.

Reach for :func:`built_in_population` where no file of customers may be used, else :func:`read_population`.
The made ones are people, firms and ships on no list as far as chance goes: a frequent name of a culture that
is much listed may well be a listed name, and then it is a false alert as it would be with a real customer.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

from ...batch.customers import customers_in
from ...errors import BatchError
from ...model import Subject
from ...model.arguments import PATH, checked

__all__ = ["CleanSubject", "built_in_population", "read_population"]

logger = logging.getLogger("sanctions_screen.testing")


@dataclass(frozen=True)
class CleanSubject:
    """A subject that is on no list, and the culture its name is of."""

    subject: Subject
    culture: str


_FIRM_HEADS = (
    "Northern", "Blue", "Alpha", "Green Valley", "Atlas", "Silver", "Delta", "Horizon", "Crescent", "Baltic",
    "Riverside", "Sunrise", "Global", "Phoenix", "Pacific", "Summit", "Harbour", "Cedar", "Eagle", "Orient",
    "Nova", "Continental", "Royal", "Union", "Victoria", "Zenith", "Mercury", "Falcon", "Coral", "Granite",
)  # fmt: skip
_FIRM_TRADES = (
    "Trading", "Foods", "Logistics", "Textiles", "Engineering", "Software", "Consulting", "Motors",
    "Furniture", "Electronics", "Construction", "Chemicals", "Shipping", "Investments", "Pharma", "Energy",
    "Steel",
    "Travel",    "Import Export", "Media", "Real Estate", "Agricultural Products", "Petroleum", "Machinery",
)  # fmt: skip
_FIRM_FORMS = (
    "Ltd", "Limited", "LLC", "Inc.", "GmbH", "S.A.", "Co., Ltd.", "B.V.", "FZE", "Pty Ltd", "OOO", "S.r.l.",
    "Sdn Bhd", "Corporation", "AG", "JSC",
)  # fmt: skip
_SHIP_HEADS = (
    "Ocean", "Star", "Golden", "Sea", "Nordic", "Pearl", "Baltic", "Atlantic", "Coral", "Morning", "Silver",
    "Lady", "Queen", "Spirit of", "Blue", "Eastern", "Southern", "Pride of", "Green", "Iron",
)  # fmt: skip
_SHIP_TAILS = (
    "Dawn", "Pioneer", "Trader", "Breeze", "Voyager", "Harmony", "Glory", "Wave", "Maria", "Elena", "Fortune",
    "Horizon", "Explorer", "Venture", "Dolphin", "Hope", "Grace", "Champion", "Aurora", "Liberty",
)  # fmt: skip


@cache
def _cultures() -> dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]]:
    """Return each culture's order of parts and its parts."""
    found: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {}
    for line in files(__package__).joinpath("population_parts.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            culture, order, part, names = line.split("\t")
            _, parts = found.setdefault(culture, (tuple(order.split()), {}))
            parts[part] = tuple(name.replace("_", " ") for name in names.split())
    return found


def _person(culture: str, random: Random) -> str:
    order, parts = _cultures()[culture]
    text, drawn = "", set[str]()
    for place_word in order:
        if place_word == "bin":  # the word itself
            text += " bin"
            continue
        optional, joint = place_word.endswith("?"), place_word[0] if place_word[0] in "+-" else " "
        if optional and random.random() < 0.5:
            continue
        part = random.choice([each for each in parts[place_word.strip("?+-")] if each not in drawn])
        drawn.add(part)
        text += {"+": "", "-": "-", " ": " "}[joint] + part
    return text.strip()


def _firm(random: Random) -> str:
    return " ".join(map(random.choice, (_FIRM_HEADS, _FIRM_TRADES, _FIRM_FORMS)))


def _ship(random: Random) -> str:
    return " ".join(map(random.choice, (_SHIP_HEADS, _SHIP_TAILS)))


def built_in_population(count: int, random_seed: int = 0) -> tuple[CleanSubject, ...]:
    """Return *count* subjects at most: people of each culture alike, a tenth of firms, a fortieth of ships.

    Their names are different from each other; the same count and seed give the same population.
    """
    firms, ships = count // 10, count // 40
    quotas = Counter({"firms": firms, "ships": ships})
    cultures = sorted(_cultures())
    for place in range(count - firms - ships):
        quotas[cultures[place % len(cultures)]] += 1
    found: list[CleanSubject] = []
    for culture in (*cultures, "firms", "ships"):
        found += _drawn(culture, quotas[culture], Random(f"{random_seed} {culture}"))  # noqa: S311 -- test data
    return tuple(found)


def _drawn(culture: str, count: int, random: Random) -> Iterator[CleanSubject]:
    seen: set[str] = set()
    for _ in range(count * 20):  # a culture of few combinations gives fewer
        if len(seen) == count:
            return
        if culture == "firms":
            subject = Subject(name=_firm(random), kind="organisation")
        elif culture == "ships":
            subject = Subject(name=_ship(random), kind="vessel")
        else:
            subject = Subject(name=_person(culture, random), kind="person")
        if subject.name not in seen:
            seen.add(subject.name)
            yield CleanSubject(subject, culture)


@checked(path=PATH)
def read_population(
    path: str | Path, count: int | None = None, random_seed: int = 0, **read_as: Any
) -> tuple[CleanSubject, ...]:
    """Return the customers of a file, read as a batch reads it, or *count* of them drawn.

    *read_as* are the arguments ``columns``, ``encoding``, ``delimiter`` and ``date_format`` of a batch.
    They are grouped by a column ``culture``, where there is one. They are taken to be clean: whoever is known
    to be listed must not be in it. Cells that cannot be used are left out, as in a batch, and counted in a
    warning of :mod:`logging`.

    Raises:
        BatchError: No such file, an encoding that must be told, no column with the name, no customers, or a
            row that cannot be read, with its line.
    """
    rows = [row for row in customers_in(path, **read_as) if row.read.subject.name.strip()]
    if not rows:
        raise BatchError(f"{path}: there are no customers in it")
    if in_part := [row for row in rows if row.read.not_used]:
        first = in_part[0]
        logger.warning(
            "%s: %d customers are asked for without a cell that cannot be used; the first in line %d: %s",
            path, len(in_part), first.line, first.read.not_used[0],
        )  # fmt: skip
    if count is not None and count < len(rows):
        chosen = sorted(Random(random_seed).sample(range(len(rows)), count))  # noqa: S311 -- a fixed sample
        rows = [rows[place] for place in chosen]
    return tuple(
        CleanSubject(row.read.subject, row.cells.get("culture", "").strip() or "customers") for row in rows
    )
