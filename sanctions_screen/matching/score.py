"""Every weight of the score, each with its reason. Nothing else in the library holds one.

A name's score is what its matched parts tell, M, against what speaks against them, C: M / (M + C). It is 1
when nothing does, falls as evidence against grows, and rises with every part that matches.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from ..names import NamePartRole, Part
from ..names.romanise.latin_sounds import sounds
from ..names.tables import read_table

__all__ = [
    "ALIGNED_DIFFERENCE", "CONFLICT", "INITIAL_SIMILARITY", "MISSING", "part_weight", "score_of",
]  # fmt: skip

# What a part of each role tells, beside a name's own word at 1.
_ROLE_WEIGHT: Final[dict[NamePartRole, float]] = {
    "word": 1.0,
    "number": 1.0,  # 103 Arsenal and 116 Arsenal are two firms
    "generic": 0.45,  # says what an organisation does, not which it is
    "initial": 0.35,  # one letter of a name
    "suffix": 0.3,  # father and son
    "particle": 0.1,  # left out at will
    "legal-form": 0.08,  # the same firm is listed with and without
    "honorific": 0.0,
}

CONFLICT: Final = 1.6
"""Two parts, one on each side, that meet nothing: they contradict each other."""
MISSING: Final = 0.35
"""A part that the other name does not have at all: names are shortened more often than they lie."""
ALIGNED_DIFFERENCE: Final = 2.2
"""Parts that meet but are not quite alike."""
INITIAL_SIMILARITY: Final = 0.8

_RARE_BITS: Final = 13.0
_LEAST: Final = 0.35


@cache
def _common_words() -> dict[str, float]:
    try:
        return {key: float(bits) for key, bits in read_table("word_bits.tsv", 2)}
    except FileNotFoundError:
        return {}


def part_weight(part: Part) -> float:
    """Return what a part tells about who is meant; 1 for a rare word of a name."""
    weight = _ROLE_WEIGHT[part.role]
    if part.role == "word":
        bits = _common_words().get(sounds(part.text), _RARE_BITS)
        weight *= max(_LEAST, bits / _RARE_BITS)
    return weight


def score_of(matched: float, against: float) -> float:
    """Return the score, in [0, 1], of what speaks for and against; 0 when nothing speaks for."""
    return matched / (matched + against) if matched > 0.0 else 0.0


# -- evidence beside the name --------------------------------------------------------------------------------

NAME_FIRST: Final = 0.5
"""Below this the names are of different people, and agreeing facts are chance."""
BIRTH_DATE_AGREES: Final = 0.1
"""A shared birthday has a chance of one in some 20,000 among adults; kept small so that the name leads."""
BIRTH_DATE_IN_PART: Final = 0.5
"""Only the year, or a span, agrees: one in fifty."""
BIRTH_DATE_CONTRADICTS: Final = -0.15
"""Lists give wrong birth dates too: an equal name stays above the default threshold."""
YEARS_NEAR: Final = 1
YEARS_NEAR_CIRCA: Final = 5
"""Publishers' circa spans a few years to either side."""
COUNTRY_AGREES: Final = 0.02
"""Namesakes share countries: it hardly tells."""
COUNTRY_CONTRADICTS: Final = -0.03
"""People have several."""
GENDER_CONTRADICTS: Final = -0.12
KIND_CONTRADICTS: Final = -0.12
"""Publishers call a ship's owner and the ship by one name, and mistake one kind for another."""
IDENTIFIER_SETTLES: Final = 0.99
"""An equal number that only one bearer has: a hit whatever the name, below none but an equal name."""
IDENTIFIER_CONTRADICTS: Final = -0.35
"""A ship keeps its IMO number for life: another number is another ship, whatever it is called."""
