"""Patterns that are compiled when they are first asked for something.

Reading cells takes some two hundred patterns, of which a plain name needs ten: to compile them all was a
twelfth of the processor's time of a single answer. Reach for :func:`late` where ``re.compile`` would stand.
Guarantee: what :func:`late` returns does what the compiled pattern does; one that is no pattern is the same
error, at its first use.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

__all__ = ["late", "without_case"]

_OF_ONE_LETTER: Final = str.maketrans("İıſ", "iis")
"""Letters that a pattern takes for one when it ignores case, and ``casefold`` does not, or for two."""

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "flags", "groups")


class _Late:
    """A pattern that is not compiled yet: its methods come to be when one of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(f"a pattern has no {name!r}")
        compiled = re.compile(self.pattern, self._flags)
        for each in _METHODS:  # from now on they are found at once
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, compiled at its first use; *flags* as ``re.compile`` takes them."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def without_case(text: str) -> str:
    """Return a text by which to look up what a pattern that ignores case has found: ADI as adı, İ as i.

    Guarantee: two texts of Latin letters that such a pattern takes for equal give the same.
    """
    return text.translate(_OF_ONE_LETTER).casefold()
