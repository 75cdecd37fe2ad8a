"""Text from anywhere made fit to be shown: nothing in a name can steer a terminal or turn a line around.

Reach for :func:`printable` before any published or customer's text goes to a terminal, a picture or a page.
"""

from __future__ import annotations

import unicodedata

__all__ = ["printable"]

# Marks that reorder what is shown (Unicode TR 36, "bidirectional text spoofing"): LRM, RLM, ALM, embeddings,
# overrides, isolates. Joiners (U+200C, U+200D) stay: Persian and Indic names are spelled with them.
_TURNING = frozenset([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS = 8
"""On one letter. No script needs half as many; hundreds of them are drawn over the lines above and below."""


def printable(text: str) -> str:
    """Return *text* with control, reordering and unpaired characters written out: ``\\x1b``, ``\\u202e``.

    So are marks on a letter past the eighth, which would be drawn over other text.
    """
    if text.isascii() and text.isprintable():
        return text
    found: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in _MARKS else 0
        found.append(_shown(letter) if marks <= _MOST_MARKS else _code(letter))
    return "".join(found)


def _shown(letter: str) -> str:
    if ord(letter) in _TURNING or unicodedata.category(letter) in _HIDDEN:
        return _code(letter)
    return letter


def _code(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
