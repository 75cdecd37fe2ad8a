"""Respell Latin letters with marks: Müller is Muller or Mueller, Šešelj is Seselj or Sheshelj.

Reach for this module before marks are folded away: afterwards an s that was said sh cannot be told from an s.
Guarantees: total over strings, deterministic, at most three spellings, each once, the one with the marks left
out first; a word without marks has one spelling.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from sanctions_screen.names.romanise import Romanisation
from sanctions_screen.names.romanise.tables import read_table

__all__ = ["letter_spellings", "romanisations"]

_STANDARDS: Final = ("bare", "respelled", "heard")


@cache
def _tables() -> tuple[dict[int, str], ...]:
    tables: tuple[dict[int, str], ...] = ({}, {}, {})
    for letter, *spellings, _where in read_table("latin_letters.tsv", 5):
        for table, spelling in zip(tables, spellings, strict=True):
            table[ord(letter)] = spelling
            if len(letter.upper()) == 1:
                table.setdefault(ord(letter.upper()), spelling)
    return tables


def letter_spellings(letter: str) -> tuple[str, ...]:
    """Return how the one character *letter* is written without marks: bare, respelled, heard, each once."""
    return tuple(dict.fromkeys(r.text for r in romanisations(letter)))


def _unmarked(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return *text* in small letters without marks, by each way of leaving them out; nothing for nothing."""
    composed = unicodedata.normalize("NFKC", text)
    found: dict[str, str] = {}
    for table, standard in zip(_tables(), _STANDARDS, strict=True):
        spelled = " ".join(_unmarked(composed.translate(table)).lower().split())
        found.setdefault(spelled, standard)
    return tuple(Romanisation(spelled, standard) for spelled, standard in found.items() if spelled)
