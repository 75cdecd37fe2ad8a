"""A name reduced to what does not vary with typing, for files that repeat and lists that return.

Reach for this module to find the same name again within one publisher's own texts. It is no comparison of
names: one letter's difference gives another key. Guarantee: the key does not depend on case, accents,
punctuation, the order of parts, or whether a word is spelt the British or the American way. Keys are stored,
so they do not follow the folding that matching uses, which may improve.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["firm_key", "firm_keys", "name_key", "name_keys"]

_SMALL = frozenset({"a", "an", "and", "at", "de", "for", "in", "of", "the"})
_SHORTEST_OF_FIRMS = 8
"""Letters: below are acronyms, which firms share."""

_SPELLINGS = (
    (re.compile(r"(?<=[aeiou]n)ce(?=s?$)"), "se"),  # defence, licence, offence
    (re.compile(r"(?<=\w\w)our(?=s?$)"), "or"),  # harbour, labour
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),  # centre, fibre
    (re.compile(r"(?<=\w\wi)s(?=e[ds]?$|ing$|ations?$)"), "z"),  # organisation
    (re.compile(r"amme(?=s?$)"), "am"),  # programme
)


@lru_cache(maxsize=2**17)  # files repeat a name once for each of its spellings
def name_key(text: str) -> str:
    """Return the key of a name; empty when no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(
        char if char.isalnum() else "" if unicodedata.combining(char) or char in "'’`" else " "
        for char in plain
    )
    return " ".join(sorted(_american(word) for word in letters.split()))


def name_keys(texts: Iterable[str]) -> dict[str, str]:
    """Return by names their keys."""
    return {text: name_key(text) for text in texts}


def firm_keys(texts: Iterable[str]) -> dict[str, str]:
    """Return by firms' names their keys; those too short to tell a firm by have none."""
    return {text: key for text in texts if (key := firm_key(text))}


def firm_key(text: str) -> str | None:
    """Return the key of a firm's name without its small words; None of one too short to tell a firm by.

    "Directorate of Defence Industries" and "Directorate for Defense Industries" have one.
    """
    key = " ".join(word for word in name_key(text).split() if word not in _SMALL)
    return key if len(key.replace(" ", "")) >= _SHORTEST_OF_FIRMS else None


def _american(word: str) -> str:
    """Return *word* with the endings that British and American spelling write differently made one.

    Only for comparing: it also turns "finance" into "finanse", on both sides alike.
    """
    for ending, replacement in _SPELLINGS:
        word = ending.sub(replacement, word)
    return word
