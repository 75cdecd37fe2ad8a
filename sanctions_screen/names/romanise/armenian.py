"""Romanise Armenian: official standard first, then the usual ways.

Reach for this module for a name in Armenian letters. Guarantees: total over strings, deterministic, at most
one romanisation a standard of data/romanise/armenian.tsv, the likeliest first; accents and capitals make no
difference.
"""

from __future__ import annotations

from sanctions_screen.names.romanise import Romanisation
from sanctions_screen.names.romanise.letter_rules import spell, standards
from sanctions_screen.names.romanise.plain_words import plain_words
from sanctions_screen.names.romanise.readings import without_echoes

__all__ = ["romanisations"]

_TABLE = "armenian.tsv"
_LANGUAGE = "hy"


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text* by each standard, each once; none when it holds no letters."""
    words = plain_words(text)
    spellings: dict[str, str] = {}
    for standard in standards(_TABLE, _LANGUAGE):
        spelled = " ".join(spell(word, _TABLE, _LANGUAGE, standard) for word in words)
        spellings.setdefault(spelled, standard)
    return without_echoes(Romanisation(spelled, standard) for spelled, standard in spellings.items())
