"""Hand the tables, words and numbers of this room over to a compiled twin of it.

Reach for :func:`words`, :func:`numbers` and :func:`syllables`. Each lives once, here: a twin has none of its
own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from . import (
    _KOREAN_SURNAMES,
    _READ_AS,
    _SURNAME_FIRST,
    _WRITTEN_IN,
    Language,
    _syllables,
    burmese,
    chinese,
    korean,
    vietnamese,
)

__all__ = ["numbers", "syllables", "words"]

_SYLLABLES: Final = {
    "burmese_latin.NAMES": burmese.NAMES,
    "chinese_latin.GIVEN": chinese.GIVEN,
    "chinese_latin.SURNAME": chinese.SURNAME,
    "korean_latin.GIVEN": korean.GIVEN,
    "korean_latin.SURNAME": korean.SURNAME,
}


def words() -> dict[str, list[str]]:
    """Return the words that decide in which language a name is."""
    return {
        "chinese_latin._IN_PINYIN_ALONE": [" ".join(row).strip() for row in chinese._IN_PINYIN_ALONE],
        "similarity._KOREAN_SURNAMES": sorted(_KOREAN_SURNAMES),
        "similarity._READ_AS": _rows(_READ_AS),
        "similarity._SURNAME_FIRST": sorted(_SURNAME_FIRST),
        "similarity._WRITTEN_IN": _rows(_WRITTEN_IN),
        "vietnamese_latin._SYLLABLE": [vietnamese._SYLLABLE.pattern],
    }


def _rows(read: Mapping[str, frozenset[Language]]) -> list[str]:
    """Return standards, each with its languages behind blanks."""
    return sorted(" ".join((by, *sorted(some))) for by, some in read.items())


def numbers() -> dict[str, float]:
    """Return the numbers of this room."""
    return {
        "burmese_latin._OWN_SPELLING": burmese._OWN_SPELLING,
        "burmese_latin._READS_WELL": burmese._READS_WELL,
        "burmese_latin._READS_WELL_AS_TWO": burmese._READS_WELL_AS_TWO,
        "chinese_latin._PINYIN": chinese._PINYIN,
        "syllables._LONGEST_WORD": _syllables._LONGEST_WORD,
        "syllables._MOST_READINGS": _syllables._MOST_READINGS,
        "vietnamese_latin._FEWEST": vietnamese._FEWEST,
        "vietnamese_latin._MOST": vietnamese._MOST,
    }


def syllables() -> dict[str, dict[str, Any]]:
    """Return the tables of syllables, each weight as its place among those that occur.

    What Python makes of a weight stands beside it, so that a twin rounds nothing.
    """
    return {name: _table(table) for name, table in _SYLLABLES.items()}


def _table(table: _syllables.SyllableTable) -> dict[str, Any]:
    found = sorted({weight for spelled in table.table.values() for weight in spelled.values()})
    places = {weight: place for place, weight in enumerate(found)}
    rounded = [round(weight, 4) for weight in found]
    return {
        "most": table._most,
        "weights": found,
        "rounded": rounded,
        "likeness": [_syllables._likeness(weight) for weight in rounded],
        "shares": [_syllables._MORE_SYLLABLES**count for count in range(table._most + 1)],
        "rows": [
            (spelling, syllable, places[weight])
            for spelling, spelled in table.table.items()
            for syllable, weight in spelled.items()
        ],
    }
