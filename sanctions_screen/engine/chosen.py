"""Make the matcher that answers: the compiled one, from an image where there is one, or the one in Python.

Reach for :func:`matcher_of`. Guarantees: the answers are the same whichever it is; an image that is missing,
damaged, of something else or not to be trusted is made anew, and one that cannot be written is done without.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from ..matching import Judgement
from ..matching.prepared import ReadName
from ..matching.reference import Answer, Fetch, Searched
from ..matching.sides import Asked
from ..model import Party, PartyId, ScreeningSettings, Subject
from . import name

if TYPE_CHECKING:
    from ._engine import Index
    from .pairs import Indexed

__all__ = ["Matcher", "matcher_of", "matcher_of_parties", "threads_here"]

_IMAGES_KEPT: Final = 3
"""Of one store: the day before's and another day's are asked again, older ones seldom."""


class Matcher(Protocol):
    """Searches parties by name and other evidence; see ``matching.reference.Reference``."""

    threads: int
    """How many threads a search takes."""

    @property
    def read(self) -> ReadName:
        """What reads names for it: the same, whichever."""

    def searched(self, asked: Sequence[Asked], threshold: float) -> Searched:
        """Return the parties that may reach *threshold* (in [0, 1]), of many subjects at once."""

    def judged(self, searched: Searched) -> list[Answer]:
        """Return what a search found, judged, in the subjects' order."""

    def answers(self, subjects: Iterable[Subject], threshold: float) -> Iterator[Answer]:
        """Yield for each subject, in their order, what is found at *threshold* (in [0, 1])."""

    def indexed(self, party: Party) -> Indexed | None:
        """Return where an index has the names of a party, which is one of its own; None where none has."""

    def search(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return the parties whose score reaches *threshold*, best first, ties by party_id."""

    def explain(self, subject: Subject, party_id: PartyId) -> Judgement:
        """Return how the subject compares with one party, whatever the score."""


def matcher_of(
    parties: Callable[[], Iterable[Party]],
    fetch: Fetch,
    settings: ScreeningSettings,
    digests: Iterable[str],
    store: Path | None = None,
    states: Callable[[], Mapping[PartyId, str]] = dict,
) -> Matcher:
    """Return a matcher of parties.

    Args:
        parties: Gives them all, each once; called only where an index has to be made.
        fetch: Gives some of them by their ids.
        settings: Whether weak aliases are compared.
        digests: All that decides who the parties are and what they are called.
        store: The file beside which the image is kept; None keeps none.
        states: Gives by party a text that is the same only while all that is compared of it is: so the image
            of a store that changed is made of that of before. Empty where there is no such text.
    """
    if name() == "reference":
        from .matcher import PartyMatcher  # and with it numpy, which the compiled one does without

        return PartyMatcher(parties(), settings)
    from .compiled import CompiledMatcher  # only where the engine was built

    return CompiledMatcher(
        _index(parties, fetch, settings, digests, store, states), settings, fetch, threads_here()
    )


def threads_here() -> int:
    """Return how many threads a search may take: one for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def matcher_of_parties(parties: Iterable[Party], settings: ScreeningSettings) -> Matcher:
    """Return a matcher of *parties*, each once, which it holds; nothing is kept in a file."""
    held = {party.party_id: party for party in parties}
    return matcher_of(held.values, lambda _: held, settings, ())


def _index(
    parties: Callable[[], Iterable[Party]],
    fetch: Fetch,
    settings: ScreeningSettings,
    digests: Iterable[str],
    store: Path | None,
    states: Callable[[], Mapping[PartyId, str]],
) -> Index:
    from .compiled import derived_index, index_of
    from .image import ImageError, earlier_index, image_key, image_path, images_of, open_image, write_image

    key = image_key(digests, settings)
    if store is None:
        return index_of(parties(), settings, key)
    path = image_path(store, key)
    with suppress(ImageError):
        return open_image(path, key)
    now, before = states(), earlier_index(store, key)
    index = derived_index(before, fetch, settings, key, now) if now and before is not None else None
    if index is None:
        index = index_of(parties(), settings, key, now)
    with suppress(OSError):  # a store that may only be read has no image beside it
        write_image(index, path)
        for old in images_of(store)[_IMAGES_KEPT:]:
            old.unlink(missing_ok=True)
    return index
