"""Read a Latin spelling as the sounds it stands for, whatever the habit it was written in.

Reach for this module to see whether two Latin spellings may be of one original: ``sounds`` makes Mohamed and
Mohammed the same, Yuriy, Yuri, Iurii and Jurij nearly so, and leaves the rest to
``sanctions_screen.names.romanise.similarity``. Guarantees: both functions are pure, total over strings, and
spellings that differ only in doubled consonants or in a hyphen or apostrophe have the same sounds.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from sanctions_screen.names.romanise.tables import read_table

__all__ = ["WILD_VOWEL", "skeleton", "sounds"]

WILD_VOWEL: Final = "*"
"""Stands, in a consonant pattern, where a script without vowels may have any vowel or none."""

_VOWELS: Final = frozenset("aeiouy")
_VOWEL_SOUNDS: Final = re.compile("[aeiouAOE3*]")
_DOUBLED: Final = re.compile(r"([skdtgcpz]h)\1+|([b-df-hj-np-tv-z])\2+")
# A doubled digraph is often written with one h: Abbassh, Wadddhah, Mokhkhtar, Rassheed.
_HALF_DOUBLED: Final = re.compile(r"([skdtg])(?=\1h)")
_NOT_LETTERS: Final = re.compile(r"[^a-z*]+")

_Rules = dict[str, tuple[tuple[str, str], ...]]


@cache
def _rules() -> tuple[_Rules, int]:
    rules: _Rules = {}
    for spelling, where, value, _reason in read_table("latin_sounds.tsv", 4):
        rules[spelling] = (*rules.get(spelling, ()), (where, value))
    return rules, max(map(len, rules))


def _fits(where: str, token: str, start: int, end: int) -> bool:
    if where == "any":
        return True
    if where == "start":
        return start == 0
    if where == "end":
        return end == len(token) and start > 0
    vowel_next = end < len(token) and token[end] in _VOWELS
    return vowel_next if where == "V" else not vowel_next


def _next_sound(token: str, start: int) -> tuple[str, int]:
    rules, longest = _rules()
    for end in range(min(len(token), start + longest), start, -1):
        for where, value in rules.get(token[start:end], ()):
            if _fits(where, token, start, end):
                return value, end
    return token[start], start + 1


@lru_cache(maxsize=1 << 16)
def sounds(token: str) -> str:
    """Return the sounds of *token*, one character each as data/romanise/latin_sounds.tsv names them.

    *token* is one word in small ASCII letters; anything else in it but the wild vowel is passed over, so an
    empty result means that there was nothing to read.
    """
    letters = _NOT_LETTERS.sub("", token)
    letters = _DOUBLED.sub(lambda found: found.group(1) or found.group(2), letters)
    letters = _HALF_DOUBLED.sub("", letters)
    read: list[str] = []
    position = 0
    while position < len(letters):
        value, position = _next_sound(letters, position)
        read.append(value)
    # Two rules may meet in the same sound; a doubled sound says nothing more than a single one.
    return re.sub(r"(.)\1+", r"\1", "".join(read))


def skeleton(token: str) -> str:
    """Return the consonants among the sounds of *token*: what a script without vowels would write."""
    return _VOWEL_SOUNDS.sub("", sounds(token))
