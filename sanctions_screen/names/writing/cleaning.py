"""Undo what Unicode allows to be written in many ways.

Reach for :func:`clean` before anything looks at a name. Guarantees: cleaning twice changes nothing; invisible
characters, direction marks and letters that only look like those of the word they stand in make no
difference; no letter of any script is lost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ..tables import read_table
from ._look_alikes import in_one_script

__all__ = ["clean"]

_DASHES: Final = "‐‑‒–—―−﹘﹣－⁃᠆־゠⸺⸻"
_APOSTROPHES: Final = "‘’‚‛ʹʻʼʽʾʿˈˊˋ′‵`´＇ꞌ׳՚"
_QUOTES: Final = "“”„‟«»‹›״″〝〞"
_TABLE: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        "\u03f2": "c",
        "\u03f9": "C",
        **{form: usual for usual, forms in read_table("han_glyphs.tsv", 2) for form in forms},
    }
)
# Fillers that Unicode calls letters though nothing shows (Hangul fillers), and the like.
_UNSEEN_LETTERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f")
_ESCAPES: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
"""What tells a terminal to change colour (ECMA-48, 5.4): its letters are no part of a name."""


def _is_unseen(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cf", "Cn", "Co", "Cs", "Me")
        or "\u0483" <= character <= "\u0487"
        or character in _UNSEEN_LETTERS
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _plain(text: str) -> str:
    """One step of cleaning: compatibility forms, what cannot be seen, dashes and apostrophes."""
    # Before NFKC, which makes a blank of a spacing accent and a sigma of the letter that looks like a c.
    text = unicodedata.normalize("NFKC", _ESCAPES.sub("", text).translate(_TABLE))
    kept = []
    for character in text:
        if unicodedata.category(character) == "Cc":
            kept.append(" ")
        elif not _is_unseen(character):
            kept.append(character)
    return " ".join("".join(kept).translate(_TABLE).split())


@lru_cache(maxsize=1 << 14)
def clean(text: str) -> str:
    """Return *text* in NFKC without what cannot be seen, dashes and apostrophes as ``-`` and ``'``."""
    if text.isascii() and text.isprintable():  # most names: there is nothing to undo
        return " ".join(text.translate(_TABLE).split())
    before = None
    while before != text:  # NFKC may make new compatibility forms once unseen characters are gone
        before, text = text, in_one_script(_plain(text))
    return text
