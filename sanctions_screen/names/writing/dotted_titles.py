"""Tell titles abbreviated with dots (H.E., Ph.D.) from the initials they look like.

Reach for this module with a person's folded name cut at its commas, before its dots are lost. Guarantees:
only letters with dots between are touched; a name keeps at least two whole words, since ``H.E. Smith`` is
somebody's initials; titles are known in front or behind a comma, degrees only behind the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..tables import read_table

__all__ = ["spelled_out"]

_WHOLE_WORD = re.compile(r"(?<![a-z.])[a-z]{2,}(?![a-z])")
_FEWEST_WORDS = 2


@cache
def _meanings() -> dict[str, str]:
    """Return the honorific that each abbreviation, without its dots, stands for."""
    rows = read_table("dotted_titles.tsv", 3)
    return {"".join(short.split()): meant for _, meant, shorts in rows for short in shorts.split(",")}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    """Return where abbreviations stand: ``before`` a name, ``behind`` it, or ``alone`` in a segment."""
    rows = read_table("dotted_titles.tsv", 3)
    shorts = [s.split() for at, _, all_ in rows if place in (at, "alone") for s in all_.split(",")]
    longest_first = sorted(shorts, key=lambda letters: (-len("".join(letters)), letters))
    choices = "|".join(r"\. ?".join(letters) for letters in longest_first)
    return re.compile(
        {
            "before": rf"^ *(?P<short>{choices})(?:\. *| +)(?![.]|[a-z](?![a-z]))",
            "behind": rf"(?<=[a-z]) +(?P<short>{choices})\.? *$",
            "alone": rf"^ *(?P<short>{choices})\.? *$",
        }[place]
    )


def _meant(found: re.Match[str]) -> str:
    return f" {_meanings()[re.sub('[^a-z]', '', found['short'])]} "


def spelled_out(segments: Sequence[str]) -> list[str]:
    """Return the *segments* of a person's name with dotted titles as the honorifics they stand for."""
    result = []
    for number, segment in enumerate(segments):
        others = sum(len(_WHOLE_WORD.findall(s)) for i, s in enumerate(segments) if i != number)
        for place in ("before", "behind", "alone")[: 3 if number else 2]:
            found = _pattern(place).search(segment)
            if found is None:
                continue
            rest = segment[: found.start()] + " " + segment[found.end() :]
            if others + len(_WHOLE_WORD.findall(rest)) >= _FEWEST_WORDS:
                segment = segment[: found.start()] + _meant(found) + segment[found.end() :]
        result.append(segment)
    return result
