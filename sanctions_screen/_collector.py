"""Python's cycle collector held back while records are made, of a file or of an answer.

A list is a hundred thousand small objects that all live on, and the collector looks through them again and
again in vain: reading a list takes twice the time with it. Reach for this module around work that only builds
records. Guarantee: the collector is as it was afterwards, whatever happened in between; what is freed by
reference counting, which is nearly everything here, is freed meanwhile as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

__all__ = ["collector_held", "without_collector"]

T = TypeVar("T")


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the collector back for the time of a ``with`` block; one inside another changes nothing."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def without_collector(call: Callable[[], T]) -> T:
    """Return what *call* does, the collector held back meanwhile."""
    with collector_held():
        return call()
