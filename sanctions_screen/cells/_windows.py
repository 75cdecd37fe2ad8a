"""Cut a text that is longer than any name into parts that overlap.

Reach for :func:`windows_of` with a text that may be one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ._brackets import LONGEST_NAME

__all__ = ["few_words", "windows_of"]

_MOST_WORDS: Final = 40
_FEW_WORDS: Final = 4
"""A name of two words is found beside two others; three words stand whole in four, begun at every second."""


def windows_of(text: str, *, in_running_text: bool) -> Iterator[str]:
    """Yield a text, or where it is longer than any name parts of it that overlap by half.

    *in_running_text*: also every few words, since a short name among many others is no match of all of them.
    """
    words = text.split()
    if len(text) <= LONGEST_NAME and len(words) <= _MOST_WORDS:
        yield text
        return
    yield from _long_windows(words)
    if in_running_text:
        yield from few_words(words)


def few_words(words: Sequence[str]) -> Iterator[str]:
    """Yield every few words of a text."""
    for start in range(0, len(words), _FEW_WORDS // 2):
        yield " ".join(words[start : start + _FEW_WORDS])


def _long_windows(words: Sequence[str]) -> Iterator[str]:
    start = 0
    while start < len(words):
        end, size = start, 0
        while (
            end < len(words)
            and end - start < _MOST_WORDS // 2
            and (size := size + len(words[end]) + 1) < LONGEST_NAME
        ):
            end += 1
        end = max(end, start + 1)
        yield " ".join(words[start:end])
        if end >= len(words):
            return
        start = max(start + 1, (start + end) // 2)
