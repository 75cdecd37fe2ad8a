"""Cut a name in Latin letters into words, grouped by the commas between them.

Reach for :func:`segments` when a name has been read in Latin letters: a comma tells the order of its parts.
Guarantees: words are of small letters and digits, or hold the sign for a vowel that a script leaves out
(``sounds.spelling.WILD_VOWEL``); no more of them, and none longer, than any real name has.
"""

from __future__ import annotations

import re
from typing import Final

from .dotted_titles import spelled_out
from .folding import fold

__all__ = ["is_whole", "segments"]

_MOST_WORDS: Final = 40
_LONGEST_WORD: Final = 60
"""No real name has as many words, or a word as long; what is behind is not compared, to bound the time."""
_DOTTED: Final = re.compile(r"(?<![a-z])(?:[a-z]\.){2,}[a-z]?(?![a-z])")
_WORDS: Final = re.compile(r"[0-9]+(?:st|nd|rd|th)(?![a-z])|[a-z*]+|[0-9]+")
_SEPARATORS: Final = re.compile(r"[^a-z0-9*]+")
_CODE: Final = re.compile(r"[a-z]+[0-9]+[a-z]+[a-z0-9]*")
"""A word in which digits stand between letters is one word: G4S, M1X. Behind letters they are a number."""


def segments(text: str, *, titles: bool) -> tuple[tuple[str, ...], ...]:
    """Return the words of *text*, comma by comma.

    *titles*: letters with dots between may be a person's titles (Ph.D.); else they are a firm's initials.
    """
    found: list[tuple[str, ...]] = []
    left = _MOST_WORDS
    for piece in _pieces(text, titles=titles):
        if words := tuple(word[:_LONGEST_WORD] for word in _words_of(piece)[:left]):
            found.append(words)
            left -= len(words)
    return tuple(found)


def is_whole(text: str, *, titles: bool) -> bool:
    """Return whether :func:`segments` leaves out no word of *text* and none of their letters."""
    words = [word for piece in _pieces(text, titles=titles) for word in _words_of(piece)]
    return len(words) <= _MOST_WORDS and all(len(word) <= _LONGEST_WORD for word in words)


def _pieces(text: str, *, titles: bool) -> list[str]:
    text = fold(text).replace("&", " and ").replace("'", "")
    if titles:
        return spelled_out(text.split(","))
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), text).split(",")


def _words_of(piece: str) -> list[str]:
    chunks = _SEPARATORS.split(piece)
    words = (
        word for chunk in chunks for word in ([chunk] if _CODE.fullmatch(chunk) else _WORDS.findall(chunk))
    )
    return [word for word in words if word.strip("*")]
