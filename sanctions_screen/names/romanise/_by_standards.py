"""Romanise a name in an alphabet by each standard of its table.

Reach for :func:`by_standards` from the romaniser of an alphabet that one language uses. Guarantees: the
likeliest standard first; a spelling that reads aloud like an earlier one is left out.
"""

from __future__ import annotations

from .._alphabets import spell, standards
from . import Romanisation
from ._plain_words import plain_words
from ._readings import without_echoes

__all__ = ["by_standards"]


def by_standards(text: str, name: str, language: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text* by each standard of a language, each once; none without letters."""
    words = plain_words(text)
    spellings: dict[str, str] = {}
    for standard in standards(name, language):
        spelled = " ".join(spell(word, name, language, standard) for word in words)
        spellings.setdefault(spelled, standard)
    return without_echoes(Romanisation(spelled, standard) for spelled, standard in spellings.items())
