"""Romanise names in Ethiopic, the letters of Amharic and Tigrinya, as their bearers write them.

Reach for this module for a name in Ethiopic. A letter is a consonant and one of seven vowels, the sixth of
which is said only where consonants need it: ብርሃኑ is Birhanu, its ር has none. Guarantees: total over strings,
deterministic, at most three romanisations, the likeliest first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..tables import read_table
from . import Romanisation
from ._plain_words import plain_words
from ._readings import without_echoes

__all__ = ["romanisations"]

_VOWELS: Final = 8
_SIXTH: Final = 5
_OF_PLACES: Final = ("", "u", "i", "a", "e", "", "o", "wa")
_STANDARDS: Final = (("closed", "i"), ("open", "e"))
"""How the sixth vowel is written where it is said: Birhanu, Berhanu."""


@cache
def _letters() -> dict[int, tuple[str, str]]:
    rows = read_table("ethiopic_letters.tsv", 3)
    return {int(code, 16): ("" if consonant == "-" else consonant, vowel) for code, consonant, vowel in rows}


@cache
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("ethiopic_words.tsv", 2)}


@cache
def _known() -> re.Pattern[str]:
    """Return a pattern that splits a word: every second piece is known."""
    return re.compile(f"({'|'.join(sorted(_words(), key=lambda word: (-len(word), word)))})")


def _read(letter: str) -> tuple[str, str] | None:
    """Return a letter's consonant and vowel, the sixth as nothing; None for a sign that is no such letter."""
    start, place = divmod(ord(letter), _VOWELS)
    row = _letters().get(start * _VOWELS)
    if row is None:
        return None
    consonant, first = row
    return (consonant, first if place == 0 else _OF_PLACES[place])


def _said(text: str, sixth: str) -> str:
    """Return how a run of letters is said, its sixth vowel written as *sixth* where it is said."""
    letters = [letter for letter in map(_read, text) if letter is not None]
    said: list[str] = []
    closed = False
    for at, (consonant, vowel) in enumerate(letters):
        if vowel or not consonant:
            said.append(consonant + (vowel or "e"))
            closed = False
            continue
        behind = letters[at + 1 :]
        if not behind:
            said.append("iy" if closed and consonant == "y" else consonant)
            continue
        # Of two consonants at the end the first is said alone by some: ወርቅ is Werk, ፍቅር Fikr and Feker.
        ends_alone = sixth == "i" and at and len(behind) == 1 and not behind[0][1] and behind[0][0]
        needed = at == 0 or (closed and not ends_alone)
        said.append(consonant + (sixth if needed else ""))
        closed = not needed
    return "".join(said)


def _spelled(word: str, sixth: str) -> str:
    pieces = enumerate(_known().split(word))
    return "".join(_words()[piece] if at % 2 else _said(piece, sixth) for at, piece in pieces)


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text*, the likeliest first; none if it holds no such letters."""
    words = plain_words(text)
    found = [
        Romanisation(" ".join(filter(None, (_spelled(word, sixth) for word in words))), standard)
        for standard, sixth in _STANDARDS
    ]
    found += [Romanisation(one.text.replace("we", "wo"), "round") for one in found[:1]]
    return without_echoes(one for one in found if one.text)
