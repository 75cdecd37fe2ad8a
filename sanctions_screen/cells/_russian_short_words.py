"""Write out the short words of Russian firms' names: PO Sever is the Sever Production Association.

Reach for :func:`in_full_russian` with a firm's name, and for :func:`is_short_in_russian` with a word before.
Guarantee: a word that is not known stays, and so does a name that has no other word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from ..names.tables import read_table

__all__ = ["in_full_russian", "is_short_in_russian"]

_FORMS: Final = frozenset({
    "ooo", "oao", "zao", "pao", "nao", "ao", "llc", "jsc", "ojsc", "cjsc", "pjsc", "fgup", "gup", "mup",
    "too",
    "odo", "chup", "rup", "ооо", "оао", "зао", "пао", "нао", "ао", "фгуп", "гуп", "муп", "тоо", "тов", "одо",
    "чуп", "руп", "ат", "пат", "прат", "ltd",
})  # fmt: skip
_AROUND: Final = "«»\"'“”„().,"


class _Meaning(NamedTuple):
    english: str
    where: str


@cache
def _short() -> dict[str, tuple[_Meaning, ...]]:
    found: dict[str, tuple[_Meaning, ...]] = {}
    for english, where, cyrillic, latin in read_table("russian_short_words.tsv", 4):
        # Of the two alphabets the Latin one has brands and countries of as many letters.
        rows = ((cyrillic, "first" if where == "form" else where), (latin, where))
        for shorts, at in rows:
            for short in shorts.split(","):
                found[short.strip()] = (*found.get(short.strip(), ()), _Meaning(english, at))
    return found


def is_short_in_russian(word: str) -> bool:
    """Return whether a word in small letters may be one of a Russian firm's short ones."""
    return word in _short()


def in_full_russian(text: str, *, sure: bool) -> Iterator[str]:
    """Yield a firm's name with a short word written out, once for each meaning.

    *sure*: it is known to be a firm's; else only what stands in capitals beside other letters counts.
    """
    words = text.split()
    plain = [word.strip(_AROUND).lower() for word in words]
    others = [at for at, word in enumerate(plain) if word and word not in _FORMS]
    for at in others:
        meanings = _short().get(plain[at], ())
        if not meanings or len(others) == 1 or not (sure or _stands_out(words, at)):
            continue
        for english, where in meanings:
            behind_a_form = at > 0 and at == others[0]
            if where == "any" or (at == others[0] and (where == "first" or behind_a_form)):
                yield " ".join((*words[:at], english, *words[at + 1 :]))


def _stands_out(words: list[str], at: int) -> bool:
    """Return whether a word is in capitals, and the others are not: neither of ANNA PO and Po Anna is."""
    rest = "".join(words[:at] + words[at + 1 :])
    return words[at].strip(_AROUND).isupper() and not rest.isupper()
