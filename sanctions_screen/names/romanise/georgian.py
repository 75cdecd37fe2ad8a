"""Romanise Georgian: official standard first, then the usual ways.

Reach for this module for a name in Georgian letters. Guarantees: total over strings, deterministic, at most
one romanisation a standard of data/georgian_letters.tsv, the likeliest first; accents and capitals make no
difference.
"""

from __future__ import annotations

from .._alphabets import spell, standards
from . import Romanisation
from ._by_standards import by_standards
from ._plain_words import plain_words
from ._translated import translated

__all__ = ["romanisations"]

_TABLE = "georgian_letters.tsv"
_LANGUAGE = "ka"


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text* by each standard, each once, and its words in English where known."""
    usual = standards(_TABLE, _LANGUAGE)[0]
    in_english = translated(plain_words(text), lambda word: spell(word, _TABLE, _LANGUAGE, usual))
    return by_standards(text, _TABLE, _LANGUAGE) + in_english
