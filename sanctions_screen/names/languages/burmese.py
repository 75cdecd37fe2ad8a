"""Compare Latin spellings of Burmese names by the Burmese syllables they may stand for.

Reach for this module when both names are in Latin letters: *Htay* and *Tay*, *Kyaw* and *Kyo*, *Maung* and
*Mg* share a key; *Nwe* and *Shwe*, *Tin* and *Tint* share none. A key is a syllable's initial and rhyme
(``ht.ei``), several joined by ``-``: the same keys that ``burmese_syllables.words`` gives for Burmese script.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import Final

from ..._kept import kept
from ._syllables import SyllableReading, SyllableTable
from .burmese_syllables import lexicon, part_table, words

__all__ = ["NAMES", "agreement", "keys", "looks", "readings"]


# Two rare spellings in one syllable are a chance at best.
_LEAST_WEIGHT = 0.1
_USUAL = 0.9
_SWAPPED = 0.5
_LONG = 5
_UNKNOWN: Final[Mapping[str, float]] = {"": 0.0}


def _load() -> Mapping[str, Mapping[str, float]]:
    parts = part_table()
    table: dict[str, dict[str, float]] = {}

    def add(spelling: str, key: str, weight: float) -> None:
        keys = table.setdefault(spelling, {})
        keys[key] = max(keys.get(key, 0.0), weight)

    for ((initial,), heads), (rhymes, tails) in product(parts["initial"].values(), parts["rhyme"].values()):
        for (head, v), (tail, w), wa in product(heads.items(), tails.items(), ("", "w")):
            if head + wa + tail and v * w >= _LEAST_WEIGHT:
                for rank, rhyme in enumerate(rhymes):
                    add(head + wa + tail, f"{initial}{wa}.{rhyme}", round(v * w * (0.9**rank), 3))
    for text, spelled in lexicon().items():
        for word in words(text)[:1]:
            for spelling, weight in spelled.items():
                for key in word.keys:
                    add(spelling.replace("-", ""), key, weight)
    return table | _mistyped(table)


def _mistyped(table: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return the usual spellings with two neighbours swapped, but for those that are another's spelling."""
    found: dict[str, dict[str, float]] = {}
    for spelling, keys_ in table.items():
        usual = [key for key, weight in keys_.items() if weight >= _USUAL]
        for slip in _swaps(spelling) if usual else ():
            if max(table.get(slip, _UNKNOWN).values()) < _SWAPPED:
                known = found.setdefault(slip, dict(table.get(slip, {})))
                known |= {key: max(known.get(key, 0.0), _SWAPPED) for key in usual}
    return found


def _swaps(spelling: str) -> Iterator[str]:
    """Yield a long spelling with two neighbours swapped, as it is mistyped: Thien; the first letter stays."""
    for at in range(1, len(spelling) - 1 if len(spelling) >= _LONG else 0):
        if spelling[at] != spelling[at + 1]:
            yield spelling[:at] + spelling[at + 1] + spelling[at] + spelling[at + 2 :]


NAMES = SyllableTable(partial(kept, "burmese", _load), most=4)


def readings(word: str) -> tuple[SyllableReading, ...]:
    """Return the Burmese syllables that a Latin word may stand for, best first."""
    return NAMES.readings(word)


def keys(token: str) -> frozenset[str]:
    """Return the keys of *token*; two tokens that share one may be spellings of one Burmese word."""
    return NAMES.keys(token)


def agreement(first: str, second: str) -> float:
    """Return how far two spellings may be the same Burmese syllables, in [0, 1]; symmetric."""
    found = NAMES.agreement(first, second)
    # There is no standard: Winn is Win and Thain is Thein as people spell themselves, not another name.
    return 1.0 - (1.0 - found) / 4 if found >= _OWN_SPELLING else found


def looks(parts: Sequence[str]) -> bool:
    """Return whether every part of a name reads well as one Burmese syllable or known word, or as two.

    At least one part must be one syllable or a known word: many a foreign name can be cut into two.
    """
    best = _NONE
    for part in parts:
        rank = _plainness(part)
        if rank == _NONE:
            return False
        best = max(best, rank)
    return best == _ONE


_ONE, _TWO, _NONE = 2, 1, 0
_OWN_SPELLING = 0.74
_READS_WELL = 0.3
_READS_WELL_AS_TWO = 0.6


def _plainness(part: str) -> int:
    if max(NAMES.table.get(part.casefold(), {"": 0.0}).values()) >= _READS_WELL:
        return _ONE
    best = NAMES.readings(part)
    return _TWO if best and best[0].weight >= _READS_WELL_AS_TWO and best[0].key.count("-") == 1 else _NONE
