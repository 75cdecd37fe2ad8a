"""Two forms of one given name: Bill, William; Sasha, Aleksandr. No chain of them: Jack is not Hans."""

from __future__ import annotations

from functools import cache

from ..model import MatchRule
from ..names.tables import read_table
from ..weights import weights

__all__ = ["RULE", "alike", "keys"]

RULE: MatchRule = "nickname"


@cache
def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group, circles in read_table("nicknames.tsv", 2):
        known_abroad = circles.partition(";")[0].partition(",")[0]
        for number, circle in enumerate(circles.split(";")):
            for member in (known_abroad, *circle.split(",")):
                groups.setdefault(member.strip(), set()).add(f"n:{group}/{number}")
    return {name: frozenset(found) for name, found in groups.items()}


def keys(word: str) -> frozenset[str]:
    """Return the circles of forms that *word* is in."""
    return _groups().get(word, frozenset())


def alike(first: str, second: str) -> int:
    """Return the likeness of two forms of one name; 0 of any others."""
    return 0 if keys(first).isdisjoint(keys(second)) else weights().rules.nickname
