"""Romanise Hebrew script, Yiddish spellings among it.

Reach for this module for a name in Hebrew letters. Short vowels are not written, so a word is looked up among
known names first (data/hebrew_names.tsv) and otherwise spelled as a consonant pattern in which ``*``
stands for a vowel or none (קרשנינ is ``k*r*sh*nin``); vav and yod are taken for vowels between consonants.
Guarantees: total over strings, deterministic, at most ``LIMIT`` romanisations, the likeliest first; vowel
points, and which mark is written for a geresh, make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from ..parts import VOWELS_GUESSED
from ..sounds.spelling import WILD_VOWEL
from ..tables import read_table
from . import Romanisation
from ._readings import LIMIT, combine, distinct_readings
from ._translated import translated

__all__ = ["romanisations"]

# Points and accents are not letters; NFKD splits the presentation forms into a letter and its points.
_POINTS: Final = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_GERESH: Final = re.compile("(?<=[\u05d0-\u05ea])['`´’‘ʼ′׳]")
_WORD: Final = re.compile(r"(?:[^\W\d_](?:'|\"(?=[^\W\d_]))?)+")
_CONSONANT_END: Final = re.compile("[^aeiou*]$")
_VOWEL_CARRIERS: Final = "אעהוי"
_LONGEST: Final = 3
_SHIN: Final = "ש"


@cache
def _letters() -> dict[str, str]:
    return {letter: "" if latin == "-" else latin for letter, latin, _ in read_table("hebrew_letters.tsv", 3)}


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return the spellings of known words: of a Hebrew name its own, then those of names from abroad."""
    names = {
        element: distinct_readings(spellings.split())
        for element, spellings, _ in read_table("hebrew_names.tsv", 3)
    }
    for element, spellings in read_table("foreign_names_in_hebrew.tsv", 2):
        names[element] = (*names.get(element, ()), *spellings.split())
    return names


def _units(word: str) -> list[str]:
    """Split *word* into letters, each with its geresh, and the groups that stand for one sound."""
    units: list[str] = []
    position = 0
    while position < len(word):
        sizes = (n for n in range(_LONGEST, 1, -1) if word[position : position + n] in _letters())
        size = next(sizes, 1)
        units.append(word[position : position + size])
        position += size
    return units


def _latin_unit(units: list[str], position: int) -> str:
    unit = units[position]
    before = units[position - 1] if position else ""
    after = units[position + 1] if position + 1 < len(units) else ""
    if unit == "ו" and not before:
        return "v"
    if unit == "י" and not before:
        return "y"
    if unit == "ו" and after == "א" and before:
        return "u"
    if unit == "ה" and not after and before:
        return "a"
    if unit == "א" and before and not after:
        return "a"
    if unit == "א" and before and before not in _VOWEL_CARRIERS and after:
        return "a"
    return _letters().get(unit, "")


def _spell(word: str) -> str:
    """Return *word*, one word in Hebrew letters, as a consonant pattern in small Latin letters and ``*``."""
    units = _units(word)
    pattern = ""
    for position in range(len(units)):
        latin = _latin_unit(units, position)
        if latin == "" or (latin[0] not in "aeiou" and _CONSONANT_END.search(pattern)):
            pattern += WILD_VOWEL
        pattern += latin
    # A pattern must hold the sign, or it would be compared as a word with all its vowels.
    return pattern if WILD_VOWEL in pattern else WILD_VOWEL + pattern


@lru_cache(maxsize=1 << 14)
def _word_readings(word: str) -> tuple[str, ...]:
    if known := _names().get(word):
        return known
    as_shin = _spell(word)
    as_sin = as_shin.replace("sh", "s") if _SHIN in word else as_shin  # one letter, for two sounds
    # Of several bets behind the first letter all may be v; a single one is found by sound.
    as_vet = as_shin[:1] + as_shin[1:].replace("b", "v") if as_shin[1:].count("b") > 1 else as_shin
    as_fe = as_shin.replace("p", "f")  # a pe that does not end the word is either: Flynn, Plotkin
    as_one = as_shin.replace("t*s", "ts")  # of Betsy and Watson: a vowel between them is seldom meant
    return tuple(dict.fromkeys((as_shin, as_sin, as_vet, as_fe, as_one)))


def _words(text: str) -> list[str]:
    plain = _POINTS.sub("", unicodedata.normalize("NFKD", text)).replace("\u05be", " ")
    # An acronym's gershayim stands before its last letter, and is read as if it were not there.
    return [word.replace('"', "") for word in _WORD.findall(_GERESH.sub("'", plain).replace("״", '"'))]


def _readings(text: str) -> tuple[tuple[str, ...], ...]:
    """Return for each word of *text* its readings, the likeliest first."""
    return tuple(_word_readings(word) for word in _words(text))


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of *text*, the likeliest first; none when it holds no letters."""
    spelled = tuple(
        Romanisation(spelling, VOWELS_GUESSED) for spelling in combine(_readings(text), LIMIT - 1)
    )
    return spelled + translated(_words(text), lambda word: _word_readings(word)[0])
