"""Read a Latin spelling as the sounds it stands for, whatever the habit it was written in.

Reach for this module to see whether two Latin spellings may be of one original: ``sounds`` makes Mohamed and
Mohammed the same, Yuriy, Yuri, Iurii and Jurij nearly so, and leaves the rest to
``likeness``. Guarantees: ``sounds`` is pure, total over strings, and
spellings that differ only in doubled consonants or in a hyphen or apostrophe have the same sounds.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from ..tables import read_table

__all__ = ["WILD_VOWEL", "sounds"]

WILD_VOWEL: Final = "*"
"""Stands, in a consonant pattern, where a script without vowels may have any vowel or none."""

_VOWELS: Final = frozenset("aeiouy")
_DOUBLED: Final = re.compile(r"([skdtgcpz]h)\1+|([b-df-hj-np-tv-z])\2+")
# A doubled digraph is often written with one h: Abbassh, Wadddhah, Mokhkhtar, Rassheed.
_HALF_DOUBLED: Final = re.compile(r"([skdtg])(?=\1h)")
# Where a Slavic surname ends in the German and Polish -ow, every w in it is a v: Lawrow.
_GERMAN_W: Final = re.compile(r"[a-z]*w[a-z]*[oe]wa?")
_NOT_LETTERS: Final = re.compile(r"[^a-z*]+")
_REPEATED: Final = re.compile(r"(.)\1+")

# A rule's place in a word as a pattern: behind the spelling's first letter, and behind the spelling.
_PLACES: Final = {
    "any": ("", ""),
    "start": (r"(?<=\A.)", ""),
    "end": (r"(?<!\A.)", r"\Z"),
    "V": ("", f"(?=[{''.join(sorted(_VOWELS))}])"),
    "C": ("", f"(?![{''.join(sorted(_VOWELS))}])"),
}


@cache
def _rules() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one pattern of every rule, longest spelling first, each a group, and the sounds of each group.

    The rules are bracketed by their first letter, so that few are tried at a place; where none fits, a letter
    is its own sound.
    """
    rows = sorted(read_table("latin_sounds.tsv", 4), key=lambda row: (row[0][0], -len(row[0])))
    values = [""]
    branches = []
    for letter, rules in groupby(rows, key=lambda row: row[0][0]):
        tried = []
        for spelling, where, value, _reason in rules:
            before, behind = _PLACES[where]
            tried.append(f"({before}{re.escape(spelling[1:])}{behind})")
            values.append(value)
        branches.append(f"{re.escape(letter)}(?:{'|'.join(tried)})")
    return re.compile("|".join(branches)), tuple(values)


@lru_cache(maxsize=1 << 16)
def sounds(token: str) -> str:
    """Return the sounds of *token*, one character each as data/latin_sounds.tsv names them.

    *token* is one word in small ASCII letters; anything else in it but the wild vowel is passed over, so an
    empty result means that there was nothing to read.
    """
    letters = _NOT_LETTERS.sub("", token)
    letters = _DOUBLED.sub(lambda found: found.group(1) or found.group(2), letters)
    letters = _HALF_DOUBLED.sub("", letters)
    if _GERMAN_W.fullmatch(letters):
        letters = letters.replace("w", "v")
    pattern, values = _rules()
    read = pattern.sub(lambda found: values[found.lastindex or 0], letters)
    # Two rules may meet in the same sound; a doubled sound says nothing more than a single one.
    return _REPEATED.sub(r"\1", read)
