"""One field of a list that holds several spellings of a name, taken apart.

Reach for this module where a publisher writes ``Azim Adhajani; Azim Agha-Jani`` or ``Jin Tiesan (金铁三)`` in
one name field: compared as one string, neither spelling would be found. Guarantee: every letter of the field
is in one of the spellings, apart from the markers between them; a parenthesis in the same script as the name
before it stays with it, since it may be part of the name.
"""

from __future__ import annotations

import re

__all__ = ["spellings"]

_MARKER = re.compile(r"(?:^|(?<=\s))[a-z]\)\s")  # "a) Mohammed Sabet b) M. Javad Kareemi"
_SCRIPT_LABEL = re.compile(r"^(?:original script|in \w+ script|arabic|chinese|russian)\s*:\s*", re.IGNORECASE)
_OUTSIDE = re.compile(r";(?![^()]*\))")  # a semicolon that is not inside a parenthesis
_TWO = re.compile(r"([^()]+)\(([^()]+)\)\s*")


def spellings(text: str) -> list[str]:
    """Return the spellings in *text*, in order; *text* itself when it is one."""
    pieces = [part for field in _MARKER.split(text) for part in _OUTSIDE.split(field)]
    return [name for piece in pieces if piece.strip() for name in _by_script(piece.strip())]


def _by_script(text: str) -> list[str]:
    found = _TWO.fullmatch(text)
    if not found:
        return [text]
    outer, inner = found[1].strip(), _SCRIPT_LABEL.sub("", found[2].strip())
    if {_is_latin(outer), _is_latin(inner)} != {True, False}:
        return [text]
    return [outer, *(part.strip() for part in inner.split(";") if part.strip())]


def _is_latin(text: str) -> bool | None:
    """Return whether all letters are Latin (True) or none is (False); None for both or no letters."""
    kinds = {ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in text if char.isalpha()}
    return kinds.pop() if len(kinds) == 1 else None
