"""What a decision was made on: all that is said of the party, and what differs when it is not that any more.

Reach for :func:`party_content` to take it from a hit, :func:`party_changes` and :func:`subject_changes` to
say in plain words why a decision does not stand. Guarantee: two contents that differ in more than their form
(:mod:`.form`) have a change to tell.
"""

from __future__ import annotations

from typing import Literal

from ..history.differences import field_changes
from ..model import Hit, ListingEvent, Party, Record, Subject
from .form import beyond_form, same_but_for_form

__all__ = ["PartyContent", "party_changes", "party_content", "subject_changes"]

_ASIDE = "what a screening compares of it beside its record"


class PartyContent(Record):
    """A party as a decision saw it: its record, how it stands, and when it came and left."""

    party: Party
    status: Literal["listed", "delisted", "unsettled"]
    turns: tuple[ListingEvent, ...] = ()
    """Listings, relistings and delistings; evidence, which grows by files that change nothing, left out."""
    compared_digest: str | None = None
    """Of all that was compared, where that is more than the record."""


def party_content(hit: Hit) -> PartyContent:
    """Return what a hit says of its party."""
    return PartyContent(
        party=hit.party,
        status=hit.status,
        turns=tuple(
            event.model_copy(update={"evidence": (), "changes": ()})
            for event in hit.history.events
            if event.kind != "amended"
        ),
        compared_digest=hit.compared_digest,
    )


def party_changes(before: PartyContent, now: PartyContent) -> tuple[str, ...]:
    """Return what differs between two contents; empty when, and only when, they say the same."""
    if before == now:
        return ()
    told: list[str] = []
    if before.status != now.status:
        told.append(f"the party was {before.status} and is {now.status}")
    told += [f"{_turn(turn)} is new" for turn in now.turns if turn not in before.turns]
    told += [f"{_turn(turn)} is no longer told" for turn in before.turns if turn not in now.turns]
    if not same_but_for_form(before.party, now.party):
        told += _record_changes(before.party, now.party) or ["a part of its record is told otherwise"]
    if before.compared_digest != now.compared_digest:
        told.append(f"{_ASIDE} is not what it was")
    return tuple(told)


def _record_changes(before: Party, now: Party) -> list[str]:
    told = []
    for change in field_changes(before, now):
        come = [f"with {text}" for text in beyond_form(change.field, change.added, change.removed)]
        gone = [f"without {text}" for text in beyond_form(change.field, change.removed, change.added)]
        if come or gone:
            told.append(f"{change.field.replace('_', ' ')}: now {', '.join(come + gone)}")
    return told


def subject_changes(before: Subject, now: Subject) -> tuple[str, ...]:
    """Return what differs between two subjects; empty when, and only when, they are equal."""
    return tuple(
        f"the subject's {field.replace('_', ' ')} was {_value(before, field)} and is {_value(now, field)}"
        for field in Subject.model_fields
        if getattr(before, field) != getattr(now, field)
    )


def _value(subject: Subject, field: str) -> str:
    value = subject.to_json_dict().get(field)
    if isinstance(value, list):
        return ", ".join(each["value"] if isinstance(each, dict) else str(each) for each in value)
    return "not told" if value is None else str(value)


def _turn(turn: ListingEvent) -> str:
    if turn.on is not None:
        return f"{turn.kind} on {turn.on}"
    assert turn.window is not None
    after = f"between {turn.window.after} and " if turn.window.after else "by "
    return f"{turn.kind} {after}{turn.window.until}"
