"""Dashes, apostrophes and spaces."""

from __future__ import annotations

import re
from random import Random

__all__ = ["apostrophes_lost", "hyphen_for_space", "padded", "punctuated_otherwise", "spaced_otherwise"]

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u00b4`\u2032"


def _respelled(name: str, signs: str, random: Random) -> str:
    return "".join(random.choice(signs) if letter in signs else letter for letter in name)


def punctuated_otherwise(name: str, random: Random) -> str:
    """Other dashes and apostrophes."""
    return _respelled(_respelled(name, _DASHES, random), _APOSTROPHES, random)


def spaced_otherwise(name: str, random: Random) -> str:
    """Other spaces between the parts, and a space or a full stop behind."""
    spacing = random.choice((" ", "  ", "\u00a0", "\u2009", "\t"))
    return spacing.join(name.split(" ")) + random.choice(("", " ", "."))


def hyphen_for_space(name: str, random: Random) -> str:
    """A space becomes a hyphen or a hyphen a space."""
    gaps = list(re.finditer(r"(?<=\w)[ -](?=\w)", name))
    if not gaps:
        return name
    gap = random.choice(gaps)
    return name[: gap.start()] + (" " if gap[0] == "-" else "-") + name[gap.end() :]


def apostrophes_lost(name: str, random: Random) -> str:  # noqa: ARG001 -- all perturbations have one shape
    """Apostrophes left out."""
    return "".join(letter for letter in name if letter not in _APOSTROPHES)


def padded(name: str, random: Random) -> str:
    """Blanks before and behind, as many as a field has left."""
    return " " * random.randrange(1, 60) + name + " " * random.randrange(0, 60)
