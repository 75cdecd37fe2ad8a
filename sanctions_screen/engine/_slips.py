"""Find the words that differ from a word by at most one slip of the pen, without comparing them all.

Reach for :class:`Slips`, filled once with the words held. Words that one slip makes of each other (a letter
left out, added, changed, or two neighbours swapped) are equal once at most one letter is left out of either
(Bocek, Hunt and Stiller 2007): each word is kept under the checksums of its spellings with a letter left out.
Guarantee: ``near`` leaves out no such word; it may give others, whose checksums happen to be equal.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..likeness import _slips

__all__ = ["Slips"]


class Slips:
    """Words by their spellings with one letter left out. Words are added first and asked for afterwards."""

    def __init__(self) -> None:
        self._adding = (array("q"), array("i"))
        self._sums = np.empty(0, dtype=np.int64)
        self._numbers = np.empty(0, dtype=np.int64)

    def add(self, text: str, number: int) -> None:
        """Keep *number* as that of the word *text*."""
        for checksum in _checksums(text):
            self._adding[0].append(checksum)
            self._adding[1].append(number)

    def freeze(self) -> None:
        """Order what was added. Nothing is added afterwards."""
        sums, numbers = (np.array(column, dtype=np.int64) for column in self._adding)
        order = np.argsort(sums, kind="stable")
        self._sums, self._numbers = sums[order], numbers[order].astype(np.int32)
        self._adding = (array("q"), array("i"))

    def near(self, text: str) -> NDArray[np.int64]:
        """Return, each once and in order, the numbers of the words that one slip may make of *text*."""
        wanted = np.array(sorted(set(_checksums(text))), dtype=np.int64)
        firsts = np.searchsorted(self._sums, wanted, side="left").tolist()
        lasts = np.searchsorted(self._sums, wanted, side="right").tolist()
        found = [self._numbers[first:last] for first, last in zip(firsts, lasts, strict=True)]
        return np.unique(np.concatenate(found)).astype(np.int64) if found else np.empty(0, dtype=np.int64)


def _checksums(text: str) -> Iterator[int]:
    return (crc32(key.encode()) for key in _slips.keys(text))
