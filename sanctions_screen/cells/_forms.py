"""What every step of reading a cell looks at: blanks, invisible signs, tables of marks and glosses.

Reach for :func:`compact` before a text is measured. Guarantee: no letter or digit is lost.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from .._late_pattern import late
from ..names.tables import phrase_list

__all__ = ["compact", "glosses", "is_without_case", "plain_words", "with_whole_forms"]

_STORM: Final = late(
    "([\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_UNSEEN: Final = late(
    "[\u0640\u2120\u2122\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_BLANKS: Final = late("(?:[^\\S\n\t\r\v\f\x1c-\x1e\x85\u2028\u2029]|\u2800)+")
_TABS: Final = late(" ?\t[ \t]*")
_FILLING: Final = late(r"(?:[._*~#-]\s?){5,}")
"""Dots and lines that lead from one word to the next."""
_LINES: Final = late(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_WHOLE: Final = {
    "株": "株式会社", "有": "有限会社", "合": "合同会社", "社": "社団法人", "財": "財団法人",
    "주": "주식회사", "유": "유한회사", "사": "사단법인", "재": "재단법인",
    "㈱": "株式会社", "㈲": "有限会社", "㈳": "社団法人", "㈶": "財団法人", "㈜": "주식회사",
}  # fmt: skip
_IN_BRACKETS: Final = late("[(（]([株有合社財주유사재])[)）]|([㈱㈲㈳㈶㈜])")
_WORD: Final = late("(?:[^\\W_]|[\u0900-\u109f\u1780-\u17d3])+")
"""Scripts of India and its neighbours write vowels as marks, which belong to a word."""
_ACCENTS: Final = late(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
"""Marks without which a letter is the same to a table; vowels of Thai and marks of kana are none of these."""
_WIDE_SIGNS: Final = (0xFF0E, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_WIDE: Final = {code: code - 0xFEE0 for code in _WIDE_SIGNS}
"""Letters and digits as wide as an East Asian character."""


def compact(text: str) -> str:
    """Return *text* without what counts for nothing: blanks beyond one, what cannot be seen, storms of marks,
    dots and lines that lead on.

    Zero-width joiners part no letters in a name as it is compared; a line's end stays one, and so does a tab.
    """
    if not text.isascii():
        text = _STORM.sub(r"\1", _UNSEEN.sub("", text))
    return _LINES.sub("\n", _TABS.sub("\t", _FILLING.sub(" ", _BLANKS.sub(" ", text)))).strip()


def with_whole_forms(text: str) -> str:
    """Return *text* with the legal forms of East Asia whole that are a character in brackets (丸吉(株)), and
    with wide letters as ours, in which marks are written: ＡＫＡ."""
    if text.isascii():
        return text
    return _IN_BRACKETS.sub(lambda found: _WHOLE[found[1] or found[2]], text).translate(_WIDE)


def plain_words(text: str) -> list[str]:
    """Return the words of *text*, in small letters without accents."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _WORD.findall(plain if plain.isascii() else unicodedata.normalize("NFC", plain))


def is_without_case(text: str) -> bool:
    """Return whether *text* is more than one letter without case: such a name may be one word."""
    return len(text) > 1 and text.lower() == text.upper()


@cache
def glosses() -> frozenset[str]:
    """Return the words of which remarks beside a name are made."""
    return frozenset(word for phrase in phrase_list("cell_glosses.txt") for word in phrase)
