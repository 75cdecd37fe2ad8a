"""Spell an alphabet in Latin letters by a table of letters and letter groups.

Reach for this module for a script that writes its vowels. A table has a row for each
language and standard (see data/cyrillic_letters.tsv for the form). Guarantees: the longest group of letters
that fits is read first; what the table does not know is kept as it is; the same word gives the same spelling.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .tables import read_table

__all__ = ["spell", "standards"]

_Rules = dict[str, str]


@cache
def _table(name: str) -> dict[str, dict[str, _Rules]]:
    found: dict[str, dict[str, _Rules]] = {}
    for language, standard, base, pairs in read_table(name, 4):
        rules: _Rules = {}
        if base != "-":
            base_language, base_standard = base.split("/")
            rules.update(found[base_language][base_standard])
        for pair in pairs.split(" "):
            letters, _, spelling = pair.partition("=")
            rules[letters] = spelling
        found.setdefault(language, {})[standard] = rules
    return found


@cache
def _reader(name: str, language: str, standard: str) -> re.Pattern[str]:
    """One pattern for all letter groups of a standard, the longest first, anchored ones before plain ones."""
    groups = sorted(_table(name)[language][standard], key=lambda group: (-len(group), group))
    pieces = []
    for group in groups:
        start, end = group.startswith("^"), group.endswith("$")
        core = re.escape(group.removeprefix("^").removesuffix("$"))
        pieces.append((r"\A" if start else "") + core + (r"\Z" if end else ""))
    return re.compile("|".join(pieces))


def standards(name: str, language: str) -> tuple[str, ...]:
    """Return the standards that table *name* holds for *language*, the likeliest first."""
    return tuple(_table(name)[language])


@lru_cache(maxsize=1 << 14)
def spell(word: str, name: str, language: str, standard: str) -> str:
    """Return *word* (small letters) in Latin letters, by one standard of table *name*."""
    rules = _table(name)[language][standard]

    def spelling(found: re.Match[str]) -> str:
        letters = found.group()
        keys = [letters]
        if found.end() == len(word):
            keys.insert(0, letters + "$")
        if found.start() == 0:
            keys.insert(0, "^" + letters)
        return next(rules[key] for key in keys if key in rules)

    return _reader(name, language, standard).sub(spelling, word)
