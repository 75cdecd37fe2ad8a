"""This library's own screener in the shape that the laws ask, with all its abilities.

Reach for :meth:`ScreenerUnderTest.of_store`, which calls this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from ..engine.chosen import matcher_of_parties
from ..model import Party, ScreeningResult, ScreeningSettings, Subject
from ..screening import Screener
from ..store import ListStore
from .known_parties import known_parties
from .under_test import Screen, ScreenerUnderTest

__all__ = ["own_screener"]


@dataclass(frozen=True)
class _Elsewhere:
    """The screener of a store, made where it is asked: in another process."""

    file: Path | None
    lists: tuple[str, ...]
    as_of: date
    settings: ScreeningSettings

    def __call__(self, subject: Subject) -> ScreeningResult:
        return _made(self).screen(subject)

    def many(self, subjects: Sequence[Subject]) -> Iterator[ScreeningResult]:
        """Yield the answers to many, in their order."""
        return _made(self).screen_many(subjects)


@cache
def _made(where: _Elsewhere) -> Screener:
    store = ListStore.open(where.file, read_only=True) if where.file else ListStore.embedded()
    with store:
        return Screener(store, where.lists, where.as_of, where.settings)


def own_screener(
    store: ListStore,
    lists: Iterable[str] | None = None,
    as_of: date | None = None,
    settings: ScreeningSettings | None = None,
) -> ScreenerUnderTest:
    """Return this library's :class:`Screener` over *store*; arguments as there."""
    chosen = settings or ScreeningSettings()
    list_ids = tuple(info.list_id for info in store.lists()) if lists is None else tuple(lists)
    screener = Screener(store, list_ids, as_of, chosen)
    read = tuple(told.list_id for told in screener.provenance.lists)
    known = known_parties(store, read, screener.as_of, include_delisted=chosen.include_delisted)

    @cache
    def made_with(threshold: float) -> Screener:
        return Screener(store, list_ids, as_of, chosen.model_copy(update={"threshold": threshold}))

    def with_parties(parties: Sequence[Party]) -> Screen:
        matcher = matcher_of_parties(parties, chosen)
        return lambda subject: {
            match.party_id: match.score for match in matcher.search(subject, chosen.threshold)
        }

    @cache
    def on_day(day: date) -> ScreenerUnderTest:
        return own_screener(store, list_ids, day, chosen.model_copy(update={"leave_out_later_lists": True}))

    elsewhere = _elsewhere(store, read, screener)

    def workers(threshold: float) -> Callable[[Sequence[Subject]], Iterable[ScreeningResult]]:
        assert elsewhere is not None
        return replace(elsewhere, settings=chosen.model_copy(update={"threshold": threshold})).many

    return ScreenerUnderTest(
        screen=screener.screen,
        screen_many=screener.screen_many,
        with_threshold=lambda threshold: made_with(threshold).screen,
        many_at=lambda threshold: made_with(threshold).screen_many,
        explain=lambda subject, party_id: screener.explain(subject, party_id),
        with_parties=with_parties,
        on_day=on_day,
        workers=workers if elsewhere is not None else None,
        elsewhere=elsewhere,
        name="sanctions_screen.Screener",
    ).knowing(known)


def _elsewhere(store: ListStore, lists: tuple[str, ...], screener: Screener) -> _Elsewhere | None:
    if store.file is None and not _is_embedded(lists, screener):
        return None  # any other store in memory is in no other process
    return _Elsewhere(store.file, lists, screener.as_of, screener.settings)


def _is_embedded(lists: tuple[str, ...], screener: Screener) -> bool:
    with ListStore.embedded() as embedded:
        if not set(lists) <= {info.list_id for info in embedded.lists()}:
            return False
        told = {each.list_id: each.evidence_digest for each in screener.provenance.lists}
        held = (embedded.state(list_id, screener.as_of).provenance for list_id in lists)
        return all(told[each.list_id] == each.evidence_digest for each in held)
