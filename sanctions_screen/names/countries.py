"""The ISO 3166-1 code of a country, from a code, a name, an older name or an adjective.

Reach for :func:`country_code` where a list writes a country, in English, and for :func:`country_called`
where a user does, in any usual language. Guarantee: case, accents, punctuation, inversion
(``Korea, North``) and the articles make no difference; a name that does not tell one state (``USSR``,
``Korea``) has no code, and none is guessed. The names are data: ``data/countries.tsv``, and in other
languages ``data/country_names.tsv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from .tables import read_table

__all__ = ["country_called", "country_code", "country_names"]

# Words that carry nothing in a country's name, in the languages the table has.
_EMPTY_WORDS = frozenset({"the", "of", "and"})
# As keyboards without these letters write them: Oesterreich, Daenemark.
_SPELT_OUT = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("å"): "aa", ord("ø"): "oe", ord("æ"): "ae"}
_BRACKETED = re.compile(r"([^()]+)\(([^()]+)\)")
_NOT_WORD = re.compile(r"[^\w]+")


@cache
def _abroad() -> dict[str, str]:
    """Return what countries are called in other languages; a name of two countries is an error."""
    table: dict[str, str] = {}
    for code, names in read_table("country_names.tsv", 2):
        for name in names.split("|"):
            for key in (_key(name), _key(name.lower().translate(_SPELT_OUT))):
                if table.setdefault(key, code) != code:
                    raise ValueError(f"country_names.tsv: {name!r} stands under {table[key]} and {code}")
    return table


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
    with several successors and for a name that fits two states. A name with another of the same state behind
    it in brackets tells that: ``Democratic People's Republic of Korea (North Korea)``.
    """
    return _told(text, _table().get)


@lru_cache(maxsize=4096)
def country_called(text: str) -> str | None:
    """Return the code as :func:`country_code` does, for a name in any of the usual languages, too.

    What English means by a name comes first: a name that tells no one state in it tells none.
    """
    return _told(text, lambda key: _table()[key] if key in _table() else _abroad().get(key))


def _told(text: str, code_of: Callable[[str], str | None]) -> str | None:
    """Return the code of a name, or the one code of a name and another in brackets behind it."""
    found = code_of(_key(text)) if text else None
    both = None if found else _BRACKETED.fullmatch(text.strip())
    codes = {code_of(_key(part)) for part in both.groups()} if both else {found}
    return codes.pop() if len(codes) == 1 else None


def country_names() -> tuple[tuple[str | None, str], ...]:
    """Return (code, name) of every name in the table; None for a name that tells no one state."""
    return tuple(
        (code if code != "-" else None, name)
        for code, _, names in read_table("countries.tsv", 3)
        for name in names.split("|")
    )
