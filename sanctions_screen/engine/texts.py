"""Hand names as written over to the compiled engine, spelled in Latin letters where it cannot read them.

Reach for :func:`given_texts` with a batch: the border is crossed once. What is not in Latin letters is
cleaned, folded and romanised by the reference. Guarantee: the engine makes of each text the name that
``names.comparable_name`` makes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..names.comparable import SpelledName, in_latin
from ..names.writing.folding import fold
from . import _engine

__all__ = ["given_texts"]


def given_texts(matching: _engine.Matching, texts: Sequence[str]) -> list[_engine.GivenText]:
    """Return each text as the engine takes it over."""
    return [
        (text, None) if readable else ("", _spelled(text))
        for text, readable in zip(texts, matching.readable(texts), strict=True)
    ]


@lru_cache(maxsize=1 << 13)
def _spelled(text: str) -> _engine.GivenSpelling:
    """Return a name folded, with its readings as a person's and as a firm's."""
    person = in_latin(text, "person")
    # Only digits are read in another way.
    firm = in_latin(text, "organisation") if any(map(str.isnumeric, text)) else person
    return person.folded, _readings(person), _readings(firm)


def _readings(spelled: SpelledName) -> list[tuple[str, str | None]]:
    return [(fold(latin), standard) for latin, standard in spelled.readings]
