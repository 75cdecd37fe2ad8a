"""Two forms of one given name: Bill, William; Sasha, Aleksandr."""

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
    for group, members in read_table("nicknames.tsv", 2):
        for member in members.split(","):
            groups.setdefault(member.strip(), set()).add(f"n:{group}")
    return {name: frozenset(found) for name, found in groups.items()}


def keys(word: str) -> frozenset[str]:
    """Return the groups of nicknames that *word* is in."""
    return _groups().get(word, frozenset())


def alike(first: str, second: str) -> int:
    """Return the likeness of two forms of one name; 0 of any others."""
    return 0 if keys(first).isdisjoint(keys(second)) else weights().rules.nickname
