"""A firm's name with its country in it, and without: "Myanmar Directorate of Defence Industries".

Reach for :func:`without_country` to read the country out of a firm's key, and :func:`written_otherwise` for
the keys that another list may give firms. Guarantee: what the one takes out the other puts in, so that either
firm finds the other; a rest too short to tell a firm by is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ..names.countries import country_names
from ..names.keys import firm_key, name_key

__all__ = ["is_long", "with_countries", "without_country", "written_otherwise"]

_LONG = 14
"""Letters of a firm's name, of two words or more, that is enough to know it by."""
_FEWEST_LETTERS = 4
"""Of a country's name: shorter ones are acronyms, which stand for other things, too."""

_Words = frozenset[str]


def is_long(key: str) -> bool:
    """Return whether a firm's key has so many letters, in two words or more, that few firms share it."""
    return len(key.replace(" ", "")) >= _LONG and " " in key


def without_country(key: str) -> set[tuple[str, str]]:
    """Return (country's code, the rest) for each country that a firm's key names."""
    words = frozenset(key.split())
    named = {each for word in words for each in _by_word().get(word, ()) if each[1] <= words}
    # Of "Democratic People's Republic of Korea" the words "Republic of Korea" name no country.
    whole = [(code, of) for code, of in named if code and not any(of < other for _, other in named)]
    rests = {(code, " ".join(word for word in key.split() if word not in of)) for code, of in whole}
    return {(code, rest) for code, rest in rests if is_long(rest)}


def written_otherwise(firms: Iterable[tuple[str, Sequence[str]]]) -> list[set[str]]:
    """Return what another list may call firms: with its country in the name, or without.

    Each is given by the key of its name and the codes of its countries.
    """
    return [set(_otherwise(key, codes)) for key, codes in firms]


def _otherwise(key: str, codes: Sequence[str]) -> Iterator[str]:
    yield from with_countries(key, codes)
    for code, rest in without_country(key):
        yield rest
        yield from with_countries(rest, [code])


def with_countries(key: str, codes: Iterable[str]) -> Iterator[str]:
    """Yield a firm's key with the names of countries put in; nothing for a key that is not long."""
    if is_long(key):
        for code in codes:
            yield from (" ".join(sorted((*key.split(), *of))) for of in _by_code().get(code, ()))


@cache
def _countries() -> tuple[tuple[str | None, _Words], ...]:
    found = {(code, frozenset((firm_key(name) or name_key(name)).split())) for code, name in country_names()}
    return tuple((code, of) for code, of in found if sum(map(len, of)) >= _FEWEST_LETTERS)


@cache
def _by_word() -> dict[str, list[tuple[str | None, _Words]]]:
    """Return each country's name under the word of it that fewest have: "of" and "Republic" are in many."""
    having = Counter(word for _, of in _countries() for word in of)
    found: dict[str, list[tuple[str | None, _Words]]] = {}
    for code, of in _countries():
        found.setdefault(min(of, key=lambda word: (having[word], word)), []).append((code, of))
    return found


@cache
def _by_code() -> dict[str, list[_Words]]:
    found: dict[str, list[_Words]] = {}
    for code, of in _countries():
        if code:
            found.setdefault(code, []).append(of)
    return found
