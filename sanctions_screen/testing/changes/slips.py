"""Slips of the fingers on a QWERTY keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from .parts import WORD

__all__ = ["doubled", "dropped", "slipped", "swapped"]

_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@cache
def _neighbour_keys() -> dict[str, str]:
    """Return, for each key of a QWERTY keyboard, the keys beside, above and below it."""
    at = {key: (row, column) for row, keys in enumerate(_KEY_ROWS) for column, key in enumerate(keys)}
    return {
        key: "".join(
            other for other, (r, c) in at.items() if other != key and abs(r - row) + abs(c - column) == 1
        )
        for key, (row, column) in at.items()
    }


def _typed(name: str, random: Random, at: Callable[[str, int, Random], str]) -> str:
    places = [
        place for word in WORD.finditer(name) if len(word[0]) >= 4
        for place in range(word.start(), word.end() - 1) if name[place : place + 2].isalpha()
    ]  # fmt: skip
    return at(name, random.choice(places), random) if places else name


def swapped(name: str, random: Random) -> str:
    """Two neighbouring letters swapped."""
    return _typed(name, random, lambda n, p, _: n[:p] + n[p + 1] + n[p] + n[p + 2 :])


def dropped(name: str, random: Random) -> str:
    """A letter left out."""
    return _typed(name, random, lambda n, p, _: n[:p] + n[p + 1 :])


def doubled(name: str, random: Random) -> str:
    """A letter typed twice."""
    return _typed(name, random, lambda n, p, _: n[: p + 1] + n[p:])


def slipped(name: str, random: Random) -> str:
    """The key beside the right one."""

    def slip(text: str, place: int, source: Random) -> str:
        keys = _neighbour_keys().get(text[place].lower())
        if not keys:
            return text
        key = source.choice(keys)
        return text[:place] + (key.upper() if text[place].isupper() else key) + text[place + 1 :]

    return _typed(name, random, slip)
