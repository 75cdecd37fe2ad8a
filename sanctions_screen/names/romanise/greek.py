"""Romanise Greek: official standard first, then the usual ways.

Reach for this module for a name in Greek letters. Guarantees: total over strings, deterministic, at most
one romanisation a standard of data/romanise/greek.tsv, the likeliest first; accents and capitals make no
difference.
"""

from __future__ import annotations

from sanctions_screen.names.romanise import Romanisation
from sanctions_screen.names.romanise.letter_rules import by_standards, spell, standards
from sanctions_screen.names.romanise.organisation_words import translation
from sanctions_screen.names.romanise.plain_words import plain_words

__all__ = ["romanisations"]

_TABLE = "greek.tsv"
_LANGUAGE = "el"


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text* by each standard, each once, and its words in English where known."""
    usual = standards(_TABLE, _LANGUAGE)[0]
    translated = translation(plain_words(text), lambda word: spell(word, _TABLE, _LANGUAGE, usual))
    return by_standards(text, _TABLE, _LANGUAGE) + translated
