"""Compare Latin spellings of Korean names by the Hangul syllables they may stand for.

Reach for this module when both names are in Latin letters: *Sok-chol*, *Seok-cheol* and *Suk Chul* share
the key ``seok-cheol``; *Chol* and *Chon* share none. A key is the Revised Romanization of the syllables,
except that an initial ㄹ is written as the South writes it (northern *Ri*, *Ryong* are ``i``, ``yong``).

``surname_readings`` reads a surname (*Lee*, *Rhee*, *Ri* → ``i``); ``given_readings`` a given name of one
to three syllables; ``looks`` says whether the parts of a name can be a Korean name at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from ..._kept import kept
from ..tables import words
from ._syllables import NamesOfSyllables, SyllableTable
from .korean_syllables import syllable_key, syllable_spellings

__all__ = [
    "GIVEN",
    "SURNAME",
    "agreement",
    "given_readings",
    "keys",
    "looks",
    "surname_readings",
]


def _invert(syllables: Sequence[str]) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for syllable in syllables:
        key = "-".join(map(syllable_key, syllable))
        spelled = {"": 1.0}
        for part in syllable:
            spelled = {a + b: v * w for a, v in spelled.items() for b, w in syllable_spellings(part).items()}
        for spelling, weight in spelled.items():
            keys = table.setdefault(spelling, {})
            keys[key] = max(keys.get(key, 0.0), weight)
    return table


def _given() -> Mapping[str, Mapping[str, float]]:
    return _invert([*words("korean_name_syllables.txt")])


def _surnames() -> Mapping[str, Mapping[str, float]]:
    return _invert([*words("korean_surnames.tsv")])


GIVEN = SyllableTable(partial(kept, "korean-given", _given), most=3)
SURNAME = SyllableTable(partial(kept, "korean-surnames", _surnames), most=1)
_NAMES = NamesOfSyllables(SURNAME, GIVEN)

given_readings, surname_readings = GIVEN.readings, SURNAME.readings
keys, agreement, looks = _NAMES.keys, _NAMES.agreement, _NAMES.looks
