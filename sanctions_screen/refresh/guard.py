"""Decide whether a new version of a list may replace the one in use, or waits for a human.

Reach for this module before a version fetched or delivered by machine is used. A publisher that serves half
a file, one without its aliases, an empty one or last year's must not make screening go on against less.
Guarantee: a version that breaks none of the rules passes, one that breaks any does not, and the report names
every rule it breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from ..model import Party, PartyId
from .identity import identity_reasons, size_reasons
from .verdict import GuardReport

__all__ = ["DEFAULT_MAX_LOST_SHARE", "judge"]

DEFAULT_MAX_LOST_SHARE = 0.05
"""Share of parties a version may lose and still be used unasked: lists lose a few parties at a time, and
half a file loses far more."""

UNREAD_SHARE = 0.05
"""Passages that were not understood, for each party: real lists have one in a hundred at most, a list with a
column renamed has one a party."""
_UNREAD_ALLOWED = 3
_FEWEST_FACTS = 20
"""A share of fewer facts of a kind says nothing."""
_SHOWN = 20
_FACTS: Mapping[str, Callable[[Party], int]] = {
    "aliases": lambda party: len(party.names) - 1,
    "birth dates": lambda party: len(party.birth_dates),
    "identifiers": lambda party: len(party.identifiers),
    "addresses": lambda party: len(party.addresses),
    "countries": lambda party: len(party.nationalities) + len(party.citizenships),
}
"""What a version may lose beside parties, and yet have all of them."""


def judge(
    list_id: str,
    new: Iterable[Party],
    *,
    published_on: date,
    current: Iterable[Party] = (),
    current_published_on: date | None = None,
    max_lost_share: float = DEFAULT_MAX_LOST_SHARE,
    unread: int = 0,
    format_name: str = "",
    current_format: str = "",
    most_parties: int = 0,
    earlier: Iterable[Party] = (),
    today: date | None = None,
) -> GuardReport:
    """Compare *new* with the version in use. ``max_lost_share`` is a share in [0, 1].

    *unread* counts the passages that were not understood; *format_name* and *current_format* say which reader
    read the two versions; *most_parties* is the most that a recent version held, so that a loss in small
    steps is seen, and *earlier* are the parties of the oldest recent version, for facts lost so; a day after
    *today* is none that a list can be of.
    """
    before, after = list(current), list(new)
    ids_before, programmes_before = _ids_and_programmes(before)
    ids_after, programmes_after = _ids_and_programmes(after)
    removed = sorted(ids_before - ids_after)
    programmes_lost = tuple(sorted(programmes_before.keys() - programmes_after.keys()))
    reasons = [
        *_lost_parties(len(removed), len(ids_before), len(ids_after), max_lost_share),
        *_drift(len(ids_after), most_parties, max_lost_share),
        *(
            f"it lost the whole programme {programme} ({programmes_before[programme]:,} parties)"
            for programme in programmes_lost
        ),
        *_lost_facts(before, after, max_lost_share),
        *(f"{reason}: lost little by little" for reason in _lost_facts(earlier, after, 2 * max_lost_share)),
        *_too_much_unread(unread, len(ids_after)),
        *identity_reasons(list_id, format_name, after, current_format),
        *(() if before else size_reasons(list_id, len(ids_after))),
        *_wrong_day(published_on, current_published_on, today),
    ]
    return GuardReport(
        list_id=list_id,
        published_on=published_on,
        replaces=current_published_on,
        parties_before=len(ids_before),
        parties_after=len(ids_after),
        added=len(ids_after - ids_before),
        removed=len(removed),
        removed_examples=tuple(removed[:_SHOWN]),
        programmes_lost=programmes_lost,
        reasons=tuple(reasons),
    )


def _lost_parties(removed: int, before: int, after: int, allowed: float) -> Iterator[str]:
    if not after:
        yield "it holds no party at all"
    if before and removed / before > allowed:
        yield f"it lost {removed:,} of {before:,} parties ({removed / before:.1%}; {allowed:.0%} allowed)"


def _drift(after: int, most: int, allowed: float) -> Iterator[str]:
    """A loss in steps, each of which is allowed, may be twice as large as one step in all."""
    if after < most * (1 - 2 * allowed):
        yield f"it holds {after:,} parties, and a recent version held {most:,}: lost little by little"


def _lost_facts(before: Iterable[Party], after: list[Party], allowed: float) -> Iterator[str]:
    """Facts of the parties that both versions have: what new parties bring hides no loss."""
    stayed = {party.party_id: party for party in after}
    pairs = [(party, stayed[party.party_id]) for party in before if party.party_id in stayed]
    for kind, count in _FACTS.items():
        had, has = (sum(count(pair[at]) for pair in pairs) for at in (0, 1))
        if had >= _FEWEST_FACTS and has < had * (1 - allowed):
            yield f"its parties have {has:,} {kind}, where they had {had:,} ({allowed:.0%} may go)"


def _too_much_unread(unread: int, parties: int) -> Iterator[str]:
    if unread > max(_UNREAD_ALLOWED, parties * UNREAD_SHARE):
        yield f"{unread:,} passages of it were not understood, with {parties:,} parties"


def _wrong_day(published_on: date, current: date | None, today: date | None) -> Iterator[str]:
    if current is not None and published_on < current:
        yield f"it is of {published_on}, older than the version in use, of {current}"
    if today is not None and published_on > today + timedelta(days=1):
        yield f"it says that it is of {published_on}, a day that has not come"


def _ids_and_programmes(parties: Iterable[Party]) -> tuple[set[PartyId], Counter[str]]:
    ids: set[PartyId] = set()
    programmes: Counter[str] = Counter()
    for party in parties:
        ids.add(party.party_id)
        programmes.update(set(party.programmes))
    return ids, programmes
