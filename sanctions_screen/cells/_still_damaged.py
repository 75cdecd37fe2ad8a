"""Tell that a text is damaged still: letters lost or masked, in a wrong code page, signs in their place.

Reach for :func:`what_is_wrong`. Guarantee: what no name has is told, never passed over.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import combining, normalize

from .._late_pattern import late
from ..names import clean
from ..names.writing.scripts import LATIN, script_of
from ._code_pages import looks_wrong

__all__ = ["BYTES", "LEAD", "RUN", "WESTERN", "what_is_wrong"]

_LOST: Final = late(
    "[\ufffd\u25a0-\u25a2\u25af\u25fb\u25fc\u2610\u2b1c]|(?<=[^\\W\\d_])(?:\\*+|#{2,}|_{2,})(?=[^\\W\\d_])|(?<=[^\\W\\d_])\\*{2,}|"
    "(?<=[^\\W\\d_])[?¿]+(?=[^\\W\\d_])|(?<!\\S)\\?+(?=[^\\W\\d_])|(?<!\\S)\\?{4,}(?!\\S)"
)
_TEMPLATE: Final = late(
    r"\$\{|\{\{|<%|(?<!\S)%(?:s|\(\w+\)s)(?!\w)|\[object \w+\]"
    r"|[{<](?:[a-z]+[_.][a-z_.]+|(?:first|last|full|sur|user)?_?names?"
    r"|customer|client)[}>]",
    re.IGNORECASE,
)
_SIGN_AMID: Final = late(
    "(?<=[^\\W\\d_])[‘’“”]*[˜™•¡-©«-¿][‘’“”˜™•¡-¿]+(?=[^\\W\\d_])|(?<=[^\\W\\d_])˜(?=[^\\W\\d_])"
    "|(?<=[^\\W\\d_])[‚ƒ„…†‡ˆ‰‹›¡¢£¤¥¦§¨¬¯±²³µ¶¸¹º»¼½¾×÷\u2200-\u22ff]+(?=[^\\W\\d_])"
)
"""No name has these between two letters; texts of other code pages have."""
_TWO_SCRIPTS: Final = late(
    "[A-Za-z]{1,9}[\u05d0-\u05ea\u0621-\u064a\u0e01-\u0e5b\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]+[A-Za-z]"
    "|[\u4e00-\u9fff][\u0370-\u052f]|[A-Za-z][ΓΕΔΗΘΞΛ\u0386-\u038f][\u0386-\u03ce\u0080-\u00bf]"
)
"""A letter of another script inside a Latin word: a code page of theirs read a Western letter."""
_SIGNS_FOR_LETTERS: Final = late(
    "(?<!\\S)(?=\\S*[℘ℑℜℵ℮⊥√◎∂∆∏∑∞∫Ω≠≤≥₠-₿])(?=\\S*[^\\W\\d_])[₠-₿]?[^\\W\\d_]*[℘℮⊥√◎∂∆∏∑∞∫≠≤≥₠-₿][^\\W\\d_]*[℘℮⊥√◎∂∆∏∑∞∫≠≤≥ØɆ]|[ɐɟɥɯɹʇʌʍʎʞ]"
)
"""Signs of mathematics and money, and letters upside down, that somebody took for letters."""
_MOSTLY_ACCENTED: Final = late(
    r"(?<![^\W_])(?=[^\W\d_]{0,40}(?:[À-ÖØ-öø-ÿœžšŸ][^\W\d_]?){4})(?=[^\W\d_]{0,40}[a-zß-ÿœžš][^\W\d_]{0,40}[A-ZÀ-ÖØ-ÞŸ])[A-Za-zÀ-ÿœžšŸ]+"
)
"""Four accented letters nearly side by side, and a capital behind a small one: ÍõœJÃñ."""
WESTERN: Final = late("[\u00c0-\u00ff]{3,}")
_HIGH: Final = 0x80
_ALPHABETS: Final = (late("[A-Za-zÀ-ɏ]"), late("[Ѐ-ҁ]"), late("[Ά-ώ]"))
_OF_EUROPE: Final = frozenset({LATIN, "Cyrillic", "Greek"})
_FEWEST: Final = 2
_WORD: Final = late(r"[^\W\d_]+")


def _sloppy() -> dict[str, int]:
    """Return the byte that each character of a western code page stands for, holes of cp1252 as in
    latin-1."""
    found: dict[str, int] = {}
    for byte in range(_HIGH, 0x100):
        found[chr(byte)] = byte
        try:
            found[bytes([byte]).decode("cp1252")] = byte
        except UnicodeDecodeError:
            continue
    return found


BYTES: Final = _sloppy()
RUN: Final = late("[" + "".join(map(re.escape, sorted(BYTES))) + "]{2,}")
LEAD: Final = late(
    "[\u00c2-\u00f4][" + "".join(re.escape(c) for c, b in sorted(BYTES.items()) if b < 0xC0) + "]"
)


def what_is_wrong(text: str) -> str | None:
    """Return what is wrong with a text still, in words; None where nothing is."""
    if _LOST.search(text):
        return "letters were lost or masked before it came here (�, □, ? or * in place of them)"
    if _TEMPLATE.search(text):
        return "a field of a program's that nobody filled in stands there"
    if not text.isascii() and LEAD.search(text):
        return "it was read in the wrong code page and cannot be read again"
    if not text.isascii() and any(map(_has_two_alphabets, _WORD.findall(text))):
        return "a word of it has letters of two scripts"
    signs = not text.isascii() and (
        _SIGN_AMID.search(text) or _MOSTLY_ACCENTED.search(text) or looks_wrong(text)
    )
    if not text.isascii() and _SIGNS_FOR_LETTERS.search(text):
        return "signs that are no letters stand in place of letters"
    if not text.isascii() and _TWO_SCRIPTS.search(text):
        return "a word of it has letters of two scripts"
    if signs or any(WESTERN.fullmatch(word) for word in text.split()):
        return "it looks read in the wrong code page"
    return None


def _has_two_alphabets(word: str) -> bool:
    """Return whether a word has letters of two alphabets of Europe that do not only look like the other's."""
    if word.isascii() or sum(pattern.search(word) is not None for pattern in _ALPHABETS) < _FEWEST:
        return False
    plain = "".join(c for c in normalize("NFD", word) if not combining(c))  # Валéрый
    return len({script_of(character) for character in clean(plain)} & _OF_EUROPE) > 1
