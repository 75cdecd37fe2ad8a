"""The ISO 3166-1 code of a country, from a code, a name, an older name or an adjective.

Reach for this module wherever a list or a user writes a country. Guarantee: case, accents, punctuation,
inversion (``Korea, North``) and the articles make no difference; a name that does not tell one state
(``USSR``, ``Korea``) has no code, and none is guessed. The names are data: ``data/countries.tsv``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .tables import read_table

__all__ = ["country_code", "country_names"]

# Words that carry nothing in a country's name, in the languages the table has.
_EMPTY_WORDS = frozenset({"the", "of", "and"})
_NOT_WORD = re.compile(r"[^\w]+")


@cache
def _table() -> dict[str, str | None]:
    table: dict[str, str | None] = {}
    for code, alpha3, names in read_table("countries.tsv", 3):
        meant = code if code != "-" else None
        for name in (*(c for c in (code, alpha3) if c != "-"), *names.split("|")):
            key = _key(name)
            if table.setdefault(key, meant) != meant:
                raise ValueError(f"countries.tsv: {name!r} stands under {table[key]} and {meant}")
    return table


def _key(text: str) -> str:
    """Return the words of *text* without case, accents, empty words or order."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    # Dotted abbreviations are one word (U.S.A.); an apostrophe parts no word (People's).
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", plain)
    plain = re.sub(r"['`\u2018\u2019\u02bc]", "", plain)
    words = [word for word in _NOT_WORD.split(plain) if word]
    if len(words) > 1:  # alone, "and" is the code of Andorra
        words = [word for word in words if word not in _EMPTY_WORDS]
    return " ".join(sorted("st" if word == "saint" else word for word in words))


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code (``XK`` for Kosovo) that *text* names, or None.

    Codes of two or three letters are read in any case. None is returned for an unknown name, for a state
    with several successors and for a name that fits two states.
    """
    return _table().get(_key(text)) if text else None


def country_names() -> tuple[tuple[str | None, str], ...]:
    """Return (code, name) of every name in the table; None for a name that tells no one state."""
    return tuple(
        (code if code != "-" else None, name)
        for code, _, names in read_table("countries.tsv", 3)
        for name in names.split("|")
    )
