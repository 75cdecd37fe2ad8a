"""Say what the compiled matching is given when it is made: the tables, costs and weights of the reference.

Reach for :func:`matching_data`. Each word and number lives once, in Python's modules and data files: the
engine has none of its own. Guarantee: what is handed over is what the reference itself works with.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from .._kept import kept
from ..likeness import _cut, _nicknames, _scanned, _spelling
from ..matching import alignment, prepared
from ..matching._commonness import word_bits
from ..names.firms import SMALL_WORDS, subjects, trades
from ..names.sounds import likeness as sound_likeness
from ..names.sounds.counted import counted
from ..names.tables import phrase_list
from ..names.twin import acronyms_within_data, names_data
from ..weights import weights

__all__ = ["matching_data"]

_LETTERS: Final = tuple(map(chr, range(0x21, 0x7F)))


@cache
def matching_data() -> dict[str, Any]:
    """Return all that ``_engine.Matching`` is made of."""
    return {
        **kept("handed", _tables),
        "weights": _weights(),
    }


def _tables() -> dict[str, Any]:
    """Return all that depends on the package's files alone."""
    return {**names_data(), "lexicon": _lexicon()}


def _weights() -> dict[str, Any]:
    found = weights().model_dump(by_alias=True)
    chance = found["chance"]
    return {
        **{name: found[name] for name in ("roles", "words", "rules", "kinds", "facts")},
        "chance": {
            **chance,
            "common": chance["common"]["points"],
            "usual_words": chance["usual_words"]["points"],
            "common_word": chance["common_word"]["points"],
        },
    }


def _lexicon() -> dict[str, Any]:
    sounds = sound_likeness._ALL
    return {
        "sounds": sounds,
        "sound_weights": [sound_likeness._WEIGHTS[sound] for sound in sounds],
        "costs": _costs(bare=False),
        "bare_costs": _costs(bare=True),
        "known_same": sound_likeness._KNOWN_SAME,
        "known_different": sound_likeness._KNOWN_DIFFERENT,
        "halves": [
            (affix, strip is str.removeprefix, shortest, missing, affix in sound_likeness._ARTICLES)
            for affix, strip, shortest, missing in sound_likeness._HALVES
        ],
        "consonants": [(letter, letter.translate(_spelling._CONSONANTS)) for letter in _LETTERS],
        "outline": [(letter, letter.translate(_spelling._OUTLINE)) for letter in _LETTERS],
        "weak": "".join(sorted(_spelling._WEAK)),
        "read_as": list(_scanned._READ_AS),
        "read": "".join(sorted(_scanned._READ)),
        "nicknames": _nickname_groups(),
        "word_bits": word_bits(),
        "counted": counted(),
        "places": {place for (place,) in phrase_list(prepared.PLACES)},
        "trades": trades(),
        "subjects": subjects(),
        "patronymics": list(prepared.PATRONYMICS),
        "shortest_patronymic": prepared.SHORTEST_PATRONYMIC,
        "small_words": sorted(SMALL_WORDS),
        "never_joined": sorted(prepared._NEVER_JOINED),
        "rivals": [sorted(some) for some in alignment._RIVALS],
        "family_endings": list(_cut.FAMILY_ENDINGS),
        "outlines_alike": _spelling.OUTLINES_ALIKE,
        "outlines_without_vowels_alike": _spelling.OUTLINES_WITHOUT_VOWELS_ALIKE,
        "join_lengths_apart": alignment.JOIN_LENGTHS_APART,
        "longest_join": prepared.LONGEST_JOIN,
        "shortening": {
            **acronyms_within_data(),
            "telling": sorted(alignment._TELLING),
            "beside": alignment._FEWEST_BESIDE,
        },
    }


def _costs(*, bare: bool) -> list[list[int]]:
    """Return what each sound costs to be each other and, last, nothing."""
    costs = sound_likeness._costs(bare=bare)
    columns = [*sound_likeness._ALL, sound_likeness._NOTHING]
    return [[costs[sound + column] for column in columns] for sound in sound_likeness._ALL]


def _nickname_groups() -> list[tuple[str, list[int]]]:
    groups = _nicknames._groups()
    numbers = {
        key: number for number, key in enumerate(sorted({key for keys in groups.values() for key in keys}))
    }
    return [(name, sorted(numbers[key] for key in keys)) for name, keys in sorted(groups.items())]
