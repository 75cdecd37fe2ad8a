"""Write a person's name as the languages of lists do, where another language's letters give it.

Reach for :func:`respelled` with one name. Each answer is the name again: Somali x and c as h and nothing
(Xasan Cali, Hasan Ali), Swedish and old Malay sj and tj as sh and ch, Belarusian -ou as -ov, and a servant of
God whose name stands in front of a comma put together (FATTAH, Juma Abdul). Guarantee: never the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..names.sounds.known_names import originals

__all__ = ["may_be_respelled", "respelled"]

_WORD: Final = re.compile(r"[A-Za-z]+")
_SOMALI: Final = re.compile(r"x|(?<![A-Za-z])c(?=[aeiou])|(?<=[aeiou])c(?=[aeiou])", re.IGNORECASE)
_LONG: Final = re.compile(r"([aeiou])\1", re.IGNORECASE)
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_SHORTEST: Final = 3
_SIBILANTS: Final = {"sjtj": "shch", "dzj": "dzh", "sj": "sh", "tj": "ch", "zj": "zh"}
_SIBILANT: Final = re.compile("|".join(_SIBILANTS), re.IGNORECASE)
_BELARUSIAN: Final = re.compile(r"(?<![A-Za-z])(h?)([a-z]{3,}?)(?:[ijy]?(e)|(o))u(?![A-Za-z])", re.IGNORECASE)
_SERVANT: Final = re.compile(
    r"^(?P<family>[^,]+),\s*(?P<given>[^,]*(?<![^\W_])(?:abd|abdul|abdel|abdal|abdol|abd[\s-](?:al|el|ul))-?)$",
    re.IGNORECASE,
)
_HINT: Final = re.compile(r"x|c[aeiou]|[stz]j|[eo]u(?![a-z])|,.*abd", re.IGNORECASE)


def may_be_respelled(text: str) -> bool:
    """Return whether a text has such a form."""
    return _HINT.search(text) is not None and next(respelled(text), None) is not None


def respelled(text: str) -> Iterator[str]:
    """Yield the forms of a person's name in the letters of other languages."""
    forms = (_somali(text), _SIBILANT.sub(_sibilant, text), _belarusian(text), _servant(text))
    yield from (form for form in dict.fromkeys(forms) if form != text)


def _somali(text: str) -> str:
    """Return a name without Somali x and c; as it is, where no word of it becomes an Arabic name."""
    if not any(_is_arabic(_plain(word)) and not _is_arabic(word) for word in _WORD.findall(text)):
        return text
    return _WORD.sub(lambda found: _plain(found[0]), text)


def _plain(word: str) -> str:
    return _LONG.sub(r"\1", _SOMALI.sub(lambda found: "h" if found[0] in "xX" else "", word))


def _is_arabic(word: str) -> bool:
    return len(word) >= _SHORTEST and any(map(_ARABIC.match, originals(word.lower())))


def _sibilant(found: re.Match[str]) -> str:
    return _SIBILANTS[found[0].lower()]


def _belarusian(text: str) -> str:
    def russian(found: re.Match[str]) -> str:
        head, stem, soft, hard = found.groups()
        stem = re.sub("^ryh", "rig", stem, flags=re.IGNORECASE)
        return f"{'G' if head else ''}{stem}{'iev' if soft and not hard else 'ov'}"

    return _BELARUSIAN.sub(russian, text)


def _servant(text: str) -> str:
    found = _SERVANT.match(text)
    return f"{found['given']} {found['family']}" if found else text
