"""Keep the names of many subjects ready to be compared, and tell which of them a few parties may be.

Reach for :func:`written_names` with a block of subjects, and for :func:`open_names` to take it up again.
Guarantee: whoever a search finds a party for is among those told, whichever engine runs. The engine in Python
keeps no names ready: it reads them again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .._code_digest import code_digest
from ..errors import SanctionsScreenError
from ..identifiers import compared_values
from ..matching.sides import Asked
from ..weights import weights
from . import name
from .chosen import Matcher, threads_here

if TYPE_CHECKING:
    from . import _engine

__all__ = ["KeptNames", "KeptNamesError", "Thresholds", "names_key", "open_names", "written_names"]


class KeptNamesError(SanctionsScreenError):
    """A block of names cannot be used here; the message says why."""


class Thresholds(NamedTuple):
    """The scores from which a party is a hit."""

    whole: float
    one_word: float
    """For subjects of whom nothing but single words is known."""


class KeptNames:
    """A block of subjects' names. Never changed."""

    def __init__(self, names: _engine.Customers) -> None:
        self._names = names

    def meeting(self, matcher: Matcher, thresholds: Thresholds) -> tuple[list[int], list[int]] | None:
        """Return the numbers of those who may be one of a matcher's parties, and of those that were not read.

        None where only a search for each tells.
        """
        among = getattr(matcher, "among", None)
        if among is None or thresholds.whole <= 0.0 or thresholds.one_word <= 0.0:
            return None
        found: tuple[list[int], list[int]] = among(self._names, *thresholds)
        return found


def names_key() -> bytes:
    """Return what kept names are known by: all that their content depends on beside the subjects."""
    parts = ["names", name(), weights().digest, code_digest(), _engine_digest()]
    return hashlib.sha256("\n".join(parts).encode()).digest()


def _engine_digest() -> str:
    if name() == "reference":
        return ""
    from .image import engine_digest

    return engine_digest()


def written_names(asked: Sequence[Asked], one_word: Sequence[bool], key: bytes) -> bytes:
    """Return a block of subjects' names as it is written to a file; empty where none are kept ready.

    *one_word*: of each whether it is searched for at the threshold of single words.
    """
    if name() == "reference":
        return b""
    from . import _engine
    from .compiled import engine_matching, given_subjects

    more = [
        (word, [value for one in each.subject.identifiers for value in compared_values(one)])
        for each, word in zip(asked, one_word, strict=True)
    ]
    subjects = _engine.Subjects(given_subjects(asked))
    return _engine.Customers.written(engine_matching(), subjects, more, threads_here(), key)


def open_names(path: Path, start: int, length: int, key: bytes) -> KeptNames | None:
    """Return the names that stand at a place of a file; None where none were kept, or by another engine.

    KeptNamesError when they are not as they were written.
    """
    if not length or key != names_key() or name() == "reference":
        return None
    from . import _engine

    try:
        return KeptNames(_engine.Customers.open(path, start, length, key))
    except ValueError as error:
        raise KeptNamesError(str(error)) from None
