"""Every weight of the score, each with its reason. Nothing else in the library holds one.

A name's score weighs what its matched parts tell against what speaks against them (see :class:`Costs`). It is
1 when nothing does, falls as evidence against grows, and rises with every part that matches.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..model import PartyKind
from ..names import NamePartRole, Part
from ..names.romanise.latin_sounds import WILD_VOWEL, sounds
from ..names.tables import read_table

__all__ = [
    "Costs",
    "acronym_worth",
    "calibrated",
    "calibrated_array",
    "certainty",
    "costs",
    "name_score",
    "part_burden",
    "part_weight",
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

INITIAL_SIMILARITY: Final = 0.8
"""A letter met a name that begins with it: one in a dozen would."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What speaks against two names being of one bearer, beside what their matched parts tell.

    The score before calibration is M ** power / (M ** power + C): M what the matched parts tell, C the sum of
    what speaks against, each times its cost here. ``conflict`` is at least ``missing``, so that C grows with
    whatever is left over on either side: an index relies on it.
    """

    unlike: float
    """Parts that meet but are not quite alike, by what is unlike of them."""
    conflict: float
    """Parts left over on both sides, which contradict each other: the lesser side's weight."""
    missing: float
    """Parts that the other name does not have at all: names are shortened more often than they lie."""
    power: float
    """Above 1: a second matched part tells more than twice as much as one, since chance rarely gives both."""


# Found by search over the half of the labelled pairs that is tuned on (benchmarks/accuracy.py), for recall
# where one random pair in a thousand is wrong. A firm's words are translated, reordered and left out
# where a person's are not, and two firms seldom share one by chance: what is left over costs a person four
# times as much.
_COSTS: Final[dict[PartyKind, Costs]] = {
    "person": Costs(unlike=8.0, conflict=3.0, missing=0.45, power=2.7),
    "organisation": Costs(unlike=4.2, conflict=1.3, missing=0.07, power=2.0),
    "vessel": Costs(unlike=5.0, conflict=2.0, missing=0.6, power=2.0),
    "aircraft": Costs(unlike=5.0, conflict=2.0, missing=0.6, power=2.0),
}


_RARE_BITS: Final = 13.0
_LEAST: Final = 0.3
_BITS_A_SOUND: Final = 2.4
"""A short word is met by chance, or by a slip in another, more often than its own frequency says."""
_WITHOUT_VOWELS: Final = 0.8
"""A romanisation of consonants alone fits several names."""
_FEW_READINGS: Final = 0.95
_MANY: Final = 4
_MANY_READINGS: Final = 0.88
_ACRONYM_WORTH: Final = {3: 0.76, 4: 0.84}
"""Three letters fit a hundred names of a long list, four a few: only the latter are hits by themselves."""
_LONG_ACRONYM_WORTH: Final = 0.9
_NUMBER_BURDEN: Final = 4.0
"""Two firms that differ by their number alone are two firms."""
_SUFFIX_BURDEN: Final = 1.2
"""Father and son differ by it alone; left out, it costs little."""
OTHER_NUMBER: Final = 0.5
"""What a score is worth where either name has a number, or a generation, that the other contradicts: 27 and 4
are two institutes however much else agrees, and even equal names stay well below the default threshold."""
OTHER_ORDER: Final = 0.6
"""What a score is worth where the syllables of two names are the same in another order: Lee Jeong-ho is
not Lee Ho-jeong. Not less, since clerks do mix the order up."""
_COMMON_BURDEN: Final = 0.5


@cache
def _common_words() -> dict[str, float]:
    return {key: float(bits) for key, bits in read_table("word_bits.tsv", 2)}


@lru_cache(maxsize=1 << 17)
def part_weight(part: Part) -> float:
    """Return what a part tells about who is meant; 1 for a rare word of a name."""
    weight = _ROLE_WEIGHT[part.role]
    if part.role == "word":
        heard = sounds(part.text)
        bits = min(_common_words().get(heard, _RARE_BITS), _BITS_A_SOUND * len(heard))
        weight *= max(_LEAST, bits / _RARE_BITS)
        if WILD_VOWEL in part.text:
            weight *= _WITHOUT_VOWELS
    return weight


@lru_cache(maxsize=1 << 17)
def part_burden(part: Part) -> float:
    """Return what a part costs when it meets nothing; for a word more than it tells when it is common.

    That one bearer has two surnames is as unlikely for a common one as for a rare.
    """
    weight = part_weight(part)
    if part.role == "number":
        return _NUMBER_BURDEN
    if part.role == "suffix":
        return _SUFFIX_BURDEN
    return _COMMON_BURDEN + (1.0 - _COMMON_BURDEN) * weight if part.role == "word" else weight


def certainty(readings: int) -> float:
    """Return what a match of one of so many readings of a name is worth beside a match of the only one.

    Each reading is another chance to meet a name that is not meant.
    """
    return 1.0 if readings <= 1 else _FEW_READINGS if readings < _MANY else _MANY_READINGS


def acronym_worth(text: str) -> float:
    """Return what a score is worth where one name is the acronym *text* of the other."""
    return _ACRONYM_WORTH.get(len(text), _LONG_ACRONYM_WORTH)


def costs(kind: PartyKind) -> Costs:
    """Return the costs by which names of *kind* are compared."""
    return _COSTS[kind]


def name_score(matched: float, unlike: float, left: tuple[float, float], cost: Costs) -> float:
    """Return the score, in [0, 1], of what matched, what met but is unlike, and what is left on either side.

    It grows with *matched* and falls with the others, all of them 0 or more; 0 when nothing matched.
    """
    if matched <= 0.0:
        return 0.0
    lesser, greater = min(left), max(left)
    against = cost.unlike * unlike + cost.conflict * lesser + cost.missing * (greater - lesser)
    strength = matched**cost.power
    return calibrated(strength / (strength + against))


def calibrated(raw: float) -> float:
    """Return the score on the one scale; increasing, 0 → 0 and 1 → 1."""
    for (low, from_), (high, to) in pairwise(_SCALE):
        if raw <= high:
            return from_ + (to - from_) * (raw - low) / (high - low)
    return 1.0


def calibrated_array(raw: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return :func:`calibrated` of each number."""
    return np.interp(raw, [low for low, _ in _SCALE], [high for _, high in _SCALE])


# What a score means, measured on the tuned halves on 2026-11-23: above 0.55 lies one in a thousand random
# pairs of names of one culture; above 0.80, the default threshold, one or two in a hundred people on no
# list whose name is compared with all 34,000 names of OFAC's SDN of 2023-07-25 and the UN's of 2026-08-01.
_SCALE: Final = ((0.0, 0.0), (0.31, 0.55), (0.7, 0.8), (1.0, 1.0))


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
