"""Compare Latin spellings of Chinese names by the Mandarin syllables they may stand for.

Reach for this module when both names are in Latin letters: *Hsiao-lung* and *Xiaolong*, *Tse-tung* and
*Zedong*, *Cheung* and *Zhang*, *Tan* and *Chen* (a surname) share a key; *Wang* and *Zheng* share none. A key
is pinyin without tones, ü as ``v``, syllables joined by ``-``. A Cantonese spelling stands for the pinyin of
the characters that sound so in Cantonese, each with the share of such characters as its weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import Final

from ..._kept import kept
from ._syllables import NamesOfSyllables, SyllableTable
from .chinese_syllables import characters, hong_kong, shown, surnames, wade_giles

__all__ = [
    "GIVEN",
    "SURNAME",
    "agreement",
    "given_readings",
    "is_pinyin",
    "keys",
    "looks",
    "pinyin_agreement",
    "surname_readings",
]

_Table = dict[str, dict[str, float]]
_WADE_GILES = 0.9
_CANTONESE = 0.8
_SOUTHERN = 0.8
# A pinyin syllable that fewer of the characters of one Cantonese sound have is left out: a chance at best.
_LEAST_SHARE = 0.1
_LEAST_WEIGHT = 0.15
_PINYIN: Final = 1.0
"""The weight of a reading all of whose syllables are spelled in pinyin: every other system's weigh less."""
_IN_PINYIN_ALONE: Final = (
    ("x", ""), ("q", ""), ("zh", ""), ("b", ""), ("d", ""), ("z", "t"), ("g", "n"), ("r", "e"), ("yong", ""),
)  # fmt: skip
"""Letters that stand for a sound in pinyin, and in Wade-Giles and Hong Kong's spelling for none; each with
the letter behind which they do there, or end a syllable (tz, ng, er)."""


def _add(table: _Table, spelling: str, key: str, weight: float) -> None:
    if weight < _LEAST_WEIGHT:
        return
    keys = table.setdefault(spelling, {})
    keys[key] = max(keys.get(key, 0.0), round(weight, 3))


def _add_mandarin(table: _Table, pinyin: str) -> None:
    for spelling in (shown(pinyin), pinyin, pinyin.replace("v", "yu")):
        _add(table, spelling, pinyin, _PINYIN)
    for spelling, weight in wade_giles(pinyin).items():
        _add(table, spelling, pinyin, _WADE_GILES * weight)


def _given() -> Mapping[str, Mapping[str, float]]:
    table: _Table = {}
    # Characters with a Korean reading are the common ones of three countries; the rest would drown them.
    known = [readings for readings in characters().values() if readings.hangul and readings.pinyin]
    for pinyin in sorted({sound for readings in known for sound in readings.pinyin[:2]}):
        _add_mandarin(table, pinyin)
    pairs = Counter((r.jyutping[0], r.pinyin[0]) for r in known if r.jyutping)
    sounds = Counter(r.jyutping[0] for r in known if r.jyutping)
    for (jyutping, pinyin), count in sorted(pairs.items()):
        share = count / sounds[jyutping]
        if share >= _LEAST_SHARE:
            for spelling, weight in hong_kong(jyutping).items():
                _add(table, spelling, pinyin, _CANTONESE * weight * min(1.0, 2 * share))
    return table


def _surnames() -> Mapping[str, Mapping[str, float]]:
    table: _Table = {}
    for surname in surnames().values():
        for spelling in (shown(surname.pinyin), surname.pinyin):  # Lü, and Lv where a keyboard has no ü
            _add(table, spelling, surname.pinyin, _PINYIN)
        for spelling, weight in wade_giles(surname.pinyin).items():
            _add(table, spelling, surname.pinyin, _WADE_GILES * weight)
        for spelling in surname.cantonese:
            _add(table, spelling, surname.pinyin, _CANTONESE)
        for spelling in surname.southern:
            _add(table, spelling, surname.pinyin, _SOUTHERN)
    return table


GIVEN = SyllableTable(partial(kept, "chinese-given", _given), most=3)
SURNAME = SyllableTable(partial(kept, "chinese-surnames", _surnames), most=1)
_NAMES = NamesOfSyllables(SURNAME, GIVEN)

given_readings, surname_readings = GIVEN.readings, SURNAME.readings
keys, agreement, looks = _NAMES.keys, _NAMES.agreement, _NAMES.looks


def is_pinyin(words: Sequence[str]) -> bool:
    """Return whether a Chinese name can be spelled in pinyin alone: Zhang Xiaoping, of which no other system
    has the zh and the x; Li Ping may be Wade-Giles."""
    return any(map(_has_its_letters, words)) and all(map(_in_pinyin, words))


def pinyin_agreement(first: str, second: str) -> float:
    """Return 1 where two words of names in pinyin are the same syllables, else 0."""
    return float(not _in_pinyin(first).isdisjoint(_in_pinyin(second)))


def _has_its_letters(word: str) -> bool:
    return any(
        word.startswith(letters, at) and not (behind and word.startswith(behind, at - 1))
        for letters, behind in _IN_PINYIN_ALONE
        for at in range(len(word))
    )


@lru_cache(maxsize=1 << 14)
def _in_pinyin(word: str) -> frozenset[str]:
    """Return the syllables that a word stands for in pinyin."""
    readings = (*GIVEN.readings(word), *SURNAME.readings(word))
    return frozenset(reading.key for reading in readings if reading.weight == _PINYIN)
