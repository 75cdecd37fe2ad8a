"""Every weight of the score, each with its reason. How alike two words are is ``similarity``'s work.

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

from ..model import MatchRule, PartyKind
from ..names import NamePartRole, Part
from ..names.sounds.known_names import originals
from ..names.sounds.spelling import WILD_VOWEL, sounds
from ..names.tables import read_table

__all__ = [
    "Costs",
    "acronym_worth",
    "calibrated",
    "calibrated_array",
    "certainty",
    "commonness",
    "commonness_array",
    "costs",
    "may_be_cut",
    "name_score",
    "part_burden",
    "part_weight",
]  # fmt: skip

# What a part of each role tells, beside a name's own word at 1.
_ROLE_WEIGHT: Final[dict[NamePartRole, float]] = {
    "word": 1.0,
    "number": 1.0,  # 103 Arsenal and 116 Arsenal are two firms
    "generic": 0.4,  # says what an organisation does, not which it is
    "initial": 0.35,  # one letter of a name
    "suffix": 0.3,  # father and son
    "particle": 0.1,  # left out at will
    "legal-form": 0.08,  # the same firm is listed with and without
    "honorific": 0.0,
}

CUT_SIMILARITY: Final = 0.85
"""A word met one that it is the beginning of, at the end of a name that fills a short field."""
_SHORTEST_CUT: Final = 2
INITIAL_SIMILARITY: Final = 0.8
"""A letter met a name that begins with it: one in a dozen would."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What speaks against two names being of one bearer, beside what their matched parts tell.

    The score before calibration is S / (S * (1 + contradiction * L) + C): S is M ** power, M what the matched
    parts tell, L the lesser of what is left over on the two sides, C the sum of what speaks against, each
    times its cost here. ``conflict`` is at least ``missing``, so that C grows with whatever is left over on
    either side: an index relies on it.
    """

    unlike: float
    """Parts that meet but are not quite alike, by what is unlike of them."""
    unlike_syllables: float
    """The same where both names are of one language of syllables: there a letter makes another name."""
    unlike_initial: float
    """The same of an initial, or of a word cut short: it says little, and nothing against."""
    conflict: float
    """Parts left over on both sides, which contradict each other: the lesser side's weight."""
    missing: float
    """Parts that the other name does not have at all: names are shortened more often than they lie."""
    missing_syllables: float
    """The same, or more, where both names are of one language of syllables: Kwon Do is not Kwon Do-yun."""
    power: float
    """Above 1: a second matched part tells more than twice as much as one, since chance rarely gives both."""
    contradiction: float
    """What no number of matched parts makes up for: three brothers share all their names but one."""
    scale: tuple[tuple[float, float], ...]
    """What the score before calibration comes to on the one scale, from (0, 0) to (1, 1)."""

    def of_unlike(self, rule: MatchRule, *, spoken: bool) -> float:
        """Return what one unlike part costs; *spoken*: both names are of one language of syllables."""
        if rule in ("initial", "abbreviation"):
            return self.unlike_initial
        return self.unlike_syllables if spoken else self.unlike


# What a score means was measured on the halves held out (benchmarks/results; docs/scores.md has the figures):
# at 0.80, the default threshold, one to two in a hundred people on no list are alerted when compared with
# 47,000 names of three lists, and above 0.95 three in a thousand. Firms are forgiven more, and alert oftener.
_SCALE: Final = ((0.0, 0.0), (0.3, 0.55), (0.83, 0.8), (0.88, 0.95), (1.0, 1.0))
_SCALE_OF_FIRMS: Final = ((0.0, 0.0), (0.15, 0.55), (0.57, 0.8), (0.69, 0.95), (1.0, 1.0))

# Ships and aircraft are in no labelled pair: a ship's name is short, and another word is another ship.
_CRAFT: Final = Costs(
    unlike=3.0, unlike_syllables=3.0, unlike_initial=3.0,
    conflict=1.3, missing=0.4, missing_syllables=0.4, power=2.0, contradiction=0.02, scale=_SCALE,
)  # fmt: skip
# Found by search over the halves that are tuned on: labelled pairs, aliases taken off real lists, people on
# no list, and names damaged in the ways of sanctions-screening-benchmark (benchmarks/accuracy.py), for what
# is found where one in a hundred, or in a thousand, may be wrong. Firms' costs were found the same way beside
# firms on no list (benchmarks/accuracy_firms.py): their words are translated, reordered and left out where a
# person's are not, but a brand is spelled one way.
_COSTS: Final[dict[PartyKind, Costs]] = {
    "person": Costs(
        unlike=1.9, unlike_syllables=3.5, unlike_initial=1.1,
        conflict=1.1, missing=0.205, missing_syllables=0.3,
        power=1.66, contradiction=0.04, scale=_SCALE,
    ),
    "organisation": Costs(
        unlike=4.0, unlike_syllables=4.0, unlike_initial=4.0,
        conflict=1.6, missing=0.19, missing_syllables=0.19,
        power=2.4, contradiction=0.06, scale=_SCALE_OF_FIRMS,
    ),
    "vessel": _CRAFT,
    "aircraft": _CRAFT,
}  # fmt: skip


_RARE_BITS: Final = 13.0
_LEAST: Final = 0.3
_BITS_A_SOUND: Final = 2.4
"""A short word is met by chance, or by a slip in another, more often than its own frequency says."""
_WITHOUT_VOWELS: Final = 0.8
"""A romanisation of consonants alone fits several names."""
_FEW_READINGS: Final = 0.95
_MANY: Final = 4
_MANY_READINGS: Final = 0.88
_ACRONYM_WORTH: Final = {3: 0.55, 4: 0.81}
"""Three letters fit a hundred names of a long list, four a few: only the latter are hits by themselves."""
_LONG_ACRONYM_WORTH: Final = 0.9
ACRONYM_TELLS: Final = 3.0
"""As much as three rare words: that a few letters are common is said by what the score is worth."""
_NUMBER_BURDEN: Final = 4.0
"""Two firms that differ by their number alone are two firms."""
_SUFFIX_BURDEN: Final = 0.5
"""Father and son differ by it; left out, it costs little. Two generations are told apart by themselves."""
TITLE_BURDEN: Final = 0.15
"""A title is left out at will; but Haji Iqbal, a whole name, is not quite the Iqbal of another name."""
ONLY_GENERIC: Final = 0.75
"""What a score is worth where two firms share only what they do, while either has a name besides."""
FEW_GENERIC: Final = 0.92
"""What two generic words tell; three or more are as good as a name (Islamic State of Iraq)."""
MOST_GENERIC: Final = 1.3
"""What all words together that say what a firm does can tell: as much as a name (Islamic State of Iraq), no
more, or any two institutes of sciences would be one."""
SPELLED_ALIKE: Final = 0.92
"""How alike two firms' words are at most that sound the same and are spelled differently: Cisco and Sysco."""
_GENERIC_BURDEN: Final = 0.45
ONLY_INITIALS: Final = 0.6
"""What a score is worth where letters met words and no word met another: K. M. Azad and Myrna A. Kennedy."""
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
        # Digits are not heard, but tell as much as a sound.
        length = len(heard) + sum(character.isdigit() for character in part.text)
        bits = min(_common_words().get(heard, _RARE_BITS), _BITS_A_SOUND * length)
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
    if part.role == "generic":
        return _GENERIC_BURDEN
    return _COMMON_BURDEN + (1.0 - _COMMON_BURDEN) * weight if part.role == "word" else weight


def may_be_cut(part: Part) -> bool:
    """Return whether a word may be the beginning of another: not when it is a usual name by itself."""
    if part.role != "word" or len(part.text) < _SHORTEST_CUT or WILD_VOWEL in part.text:
        return False
    return sounds(part.text) not in _common_words() and not originals(part.text)


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


def name_score(
    matched: float, unlike: float, left: tuple[float, float], cost: Costs, *, spoken: bool = False
) -> float:
    """Return the score, in [0, 1], of what matched, what being unlike costs, and what is left on either side.

    It grows with *matched* and falls with the others, all of them 0 or more; 0 when nothing matched.

    *spoken*: both names are of one language of syllables.
    """
    if matched <= 0.0:
        return 0.0
    lesser, greater = min(left), max(left)
    missing = cost.missing_syllables if spoken else cost.missing
    against = unlike + cost.conflict * lesser + missing * (greater - lesser)
    strength = matched**cost.power
    return calibrated(strength / (strength * (1.0 + cost.contradiction * lesser) + against), cost)


def commonness(told: float, name_score: float) -> float:
    """Return what a hit loses because many bear names that tell only so much: from 0 down to -COMMON_NAME.

    *told* is what the matched parts tell, 1 for one rare word: the more, the less is lost. So it is the
    nearer *name_score* is to 1, and of equal names no more than COMMON_EQUAL_NAME: score and loss add up to
    a number that grows with *name_score*.
    """
    apart = min(1.0, (1.0 - name_score) / _NEARLY_EQUAL)
    most = COMMON_EQUAL_NAME + (COMMON_NAME - COMMON_EQUAL_NAME) * apart
    shared: float = 1.0 + (told / _TELLING) ** _TELLING_POWER
    loss = round(most / shared, 6)
    return -loss if loss >= _LEAST_LOSS else 0.0


def commonness_array(told: NDArray[np.float64], name_scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return :func:`commonness` of each, but for its rounding."""
    apart = np.minimum(1.0, (1.0 - name_scores) / _NEARLY_EQUAL)
    most = COMMON_EQUAL_NAME + (COMMON_NAME - COMMON_EQUAL_NAME) * apart
    loss = most / (1.0 + (told / _TELLING) ** _TELLING_POWER)
    return np.where(loss >= _LEAST_LOSS, -loss, 0.0)


def calibrated(raw: float, cost: Costs) -> float:
    """Return the score on the one scale; increasing, 0 → 0 and 1 → 1."""
    for (low, from_), (high, to) in pairwise(cost.scale):
        if raw <= high:
            return from_ + (to - from_) * (raw - low) / (high - low)
    return 1.0


def calibrated_array(raw: NDArray[np.float64], cost: Costs) -> NDArray[np.float64]:
    """Return :func:`calibrated` of each number."""
    return np.interp(raw, [low for low, _ in cost.scale], [high for _, high in cost.scale])


COMMON_NAME: Final = 0.15
"""So many share a common name that it alone is no identity; no more than a contradicting birth date takes."""
COMMON_EQUAL_NAME: Final = 0.05
"""An equal name is a hit at any threshold up to 0.95, however common: somebody has to look."""
_NEARLY_EQUAL: Final = 0.12
_TELLING: Final = 1.2
_TELLING_POWER: Final = 8.0
_LEAST_LOSS: Final = 0.005


FULLER_NAME: Final = 0.6
"""How much of what a party's fuller name scores less counts against a subject that its shorter name fits: not
all, since people have more names than lists tell."""


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
