"""Say what the compiled engine is given for firms' words, sounds and known names, beside ``handed``.

Reach for :func:`firm_data`. Each word and number lives once, in Python's modules and data files. The Cyrillic
words of the tables are romanised and heard here, so that the engine knows no Cyrillic. Guarantee: what is
handed over is what the reference itself works with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..names import acronyms, firm_words, organisations
from ..names.romanise import known_names, latin_sounds, organisation_words
from .handed import Rows, numbers, tables, words

__all__ = ["firm_data", "firm_numbers", "firm_tables", "firm_words_named"]


def firm_tables() -> dict[str, Rows]:
    """Return the stems of Russian, Ukrainian and Belarusian words, by the sound that the words begin with.

    One table has a stem and its English in a row, the other a long stem with a sound left out and that stem.
    """
    own, places = organisation_words._WORDS, organisation_words._PLACES
    initials = sorted(set(organisation_words._initials().values()))
    return {
        "firms/stems_by_sound": _rows(
            (initial, organisation_words._romanised(initial, own, places)) for initial in initials
        ),
        "firms/stems_mistyped": _rows(
            (initial, organisation_words._mistyped(initial)) for initial in initials
        ),
    }


def _rows(by_initial: Iterable[tuple[str, dict[str, str]]]) -> Rows:
    return [(initial, *pair) for initial, found in by_initial for pair in found.items()]


def firm_words_named() -> dict[str, list[str]]:
    """Return the words and letters that the reference's modules name, by module and name."""
    return {
        "known_names._BETWEEN": [known_names._BETWEEN],
        "known_names._U_FOR_O": _pairs(known_names._U_FOR_O),
        "latin_sounds._VOWELS": sorted(latin_sounds._VOWELS),
        "organisation_words._SOUND_CLASSES": _pairs(organisation_words._SOUND_CLASSES),
        "organisations.SMALL_WORDS": sorted(organisations.SMALL_WORDS),
        "organisations._SURE_FORMS": sorted(organisations._SURE_FORMS),
    }


def _pairs(letters: dict[int, Any]) -> list[str]:
    """Return what ``str.translate`` takes for another, each with that other."""
    return sorted(chr(letter) + chr(letter).translate(letters) for letter in letters)


def firm_numbers() -> dict[str, float]:
    """Return the numbers that the reference's modules name, by module and name."""
    return {
        "acronyms.FEWEST_LETTERS": acronyms.FEWEST_LETTERS,
        "acronyms.MOST_LETTERS": acronyms.MOST_LETTERS,
        "firm_words._LONGEST_ENDING": firm_words._LONGEST_ENDING,
        "firm_words._SHORTEST_STEM": firm_words._SHORTEST_STEM,
        "known_names._SHORTEST": known_names._SHORTEST,
        "organisation_words._LONGEST_ENDING": organisation_words._LONGEST_ENDING,
        "organisation_words._SHORTEST_MISTYPED": organisation_words._SHORTEST_MISTYPED,
        "organisation_words._SHORTEST_ROMANISED": organisation_words._SHORTEST_ROMANISED,
    }


def firm_data() -> dict[str, Any]:
    """Return all that ``_engine.Words`` is made of."""
    return {
        "tables": {**tables(), **firm_tables()},
        "words": {**words(), **firm_words_named()},
        "numbers": {**numbers(), **firm_numbers()},
    }
