"""Find the phrases of a table among the words of a name.

Reach for :func:`longest_phrase`. Guarantees: the longest phrase that begins at a place is found; its standing
form is the table's, or for a plain list of phrases the phrase written as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .tables import phrase_list, phrase_table

__all__ = ["longest_phrase"]


@cache
def _lengths(name: str) -> dict[str, tuple[int, ...]]:
    """Return of each word how many words the phrases of table *name* have that it begins, most first."""
    table = phrase_table(name) if name.endswith(".tsv") else phrase_list(name)
    found: dict[str, set[int]] = {}
    for phrase in table:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def longest_phrase(words: Sequence[str], start: int, name: str) -> tuple[str, int] | None:
    """Return the standing form of the longest phrase of table *name* at *start*, and where it ends."""
    for length in _lengths(name).get(words[start], ()):
        end = start + length
        if end > len(words):
            continue
        phrase = tuple(words[start:end])
        if name.endswith(".tsv"):
            if (standing := phrase_table(name).get(phrase)) is not None:
                return standing, end
        elif phrase in phrase_list(name):
            return "".join(phrase), end
    return None
