"""Know what stands in a name's place where there is none (FNU, Unknown, XXX), and a name of one word doubled.

Reach for :func:`without_placeholders`. Guarantee: a text with other words keeps them all.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..names import fold
from ..names.languages import languages
from ..names.tables import read_table

__all__ = ["beside_a_filler", "placeholder_words", "single_name", "without_placeholders"]

_SHORTEST_DOUBLED: Final = 3


@cache
def _phrases(where: str) -> tuple[str, ...]:
    rows = read_table("name_placeholders.tsv", 2)
    return tuple(phrase.strip() for at, some in rows if at == where for phrase in some.split(","))


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_phrases("within"), key=len, reverse=True)
    joined = (r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(joined)})\.?(?![^\W_])", re.IGNORECASE)


@cache
def placeholder_words() -> frozenset[str]:
    """Return a word of each placeholder, in small letters; with i for ı, too: both are I in capitals."""
    phrases = (*_phrases("within"), *_phrases("alone"), *_phrases("beside"))
    words = [max(re.split(r"[\s']+", phrase), key=len) for phrase in phrases]  # noma'lum stands in two words
    return frozenset([*words, *(word.replace("ı", "i") for word in words)])


def without_placeholders(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* without its placeholders, and these; a text of them alone has nothing left."""
    if " ".join(text.casefold().strip(" .-").split()) in _phrases("alone"):
        return "", (text,)
    held = tuple(found[0].strip() for found in _pattern().finditer(text))
    if not held:
        return text, ()
    rest = " ".join(_pattern().sub(" ", text).split()).strip(" ,;-")
    return (rest if any(character.isalnum() for character in rest) else ""), held


def beside_a_filler(text: str) -> str | None:
    """Return a name without a filler that may be a name too (Null, None); None where it has none."""
    words = text.replace(",", " ").split()
    kept = [word for word in words if word.casefold().strip(".-#[]()") not in _phrases("beside")]
    return " ".join(kept) if 0 < len(kept) < len(words) else None


def single_name(text: str) -> str | None:
    """Return the one word of a name that repeats it, as passports of one name do; None of other names.

    Not of a name of syllables: Than Than and Ling Ling are names.
    """
    words = fold(text).replace(",", " ").replace("/", " ").replace("-", " ").split()
    if len(words) != 2 or words[0] != words[1] or len(words[0]) < _SHORTEST_DOUBLED:
        return None
    return None if languages(tuple(words)) else re.split(r"[\s,/-]+", text.strip())[0]
