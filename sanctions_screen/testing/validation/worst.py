"""The cases a reader wants to see: what was missed by most, and who was alerted for no reason, with ledgers.

Reach for :mod:`.run`, which calls this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TypeAlias

from ...model import Explanation, Subject
from .figures import AskedCase, AskedClean, AskedControl
from .records import FalseAlert, MissedCase

__all__ = ["false_alerts", "missed_cases"]

Explain: TypeAlias = Callable[[Subject, str], Explanation]
_SHOWN = 40
"""How many of each kind are shown in full."""


def missed_cases(
    asked: Sequence[AskedCase], threshold: float, explain: Explain | None
) -> tuple[MissedCase, ...]:
    """Return the worst missed: the lowest scores of each perturbation in turn, single ones before several."""
    missed = sorted(
        (each for each in asked if each.score < threshold),
        key=lambda each: (each.case.depth > 1, each.case.perturbation if each.case.depth <= 1 else ""),
    )
    groups = [
        sorted(group, key=lambda each: (each.score, each.case.subject.name))
        for _, group in groupby(missed, lambda e: e.case.perturbation if e.case.depth <= 1 else "several")
    ]
    return tuple(_missed(each, explain) for each in _in_turn(groups))


def _in_turn(groups: Sequence[Sequence[AskedCase]]) -> Iterator[AskedCase]:
    shown = 0
    for row in zip_longest(*groups):
        for each in row:
            if each is not None and shown < _SHOWN:
                shown += 1
                yield each


def _missed(asked: AskedCase, explain: Explain | None) -> MissedCase:
    case = asked.case
    told = explain(case.subject, case.party.party_id) if explain is not None else None
    return MissedCase(
        asked=case.subject.name,
        as_listed=case.as_listed,
        party_id=case.party.party_id,
        perturbation=case.perturbation,
        score=told.score if told is not None else asked.score or None,
        explanation=told,
    )


def false_alerts(
    clean: Sequence[AskedClean],
    controls: Sequence[AskedControl],
    threshold: float,
    explain: Explain | None,
) -> tuple[FalseAlert, ...]:
    """Return the highest false alerts, of clean subjects and of controls."""
    found = [
        (each.score, each.clean.subject, each.clean.culture, each.party_id)
        for each in clean
        if each.party_id and each.score >= threshold
    ]
    found += [
        (each.score, each.control.subject, each.control.control.name, each.party_id)
        for each in controls
        if each.party_id and each.score >= threshold
    ]
    found.sort(key=lambda row: (-row[0], row[2], row[1].name))
    return tuple(
        FalseAlert(
            asked=subject.name,
            group=group,
            party_id=party_id,
            score=score,
            explanation=explain(subject, party_id) if explain is not None else None,
        )
        for score, subject, group, party_id in found[:_SHOWN]
    )
