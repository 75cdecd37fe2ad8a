"""Count answers into shares: by perturbation, depth, script, kind, list, culture, control and threshold.

Reach for :mod:`.run`, which calls this module. Guarantee: each case is counted once in every table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..scripts import script_of
from ..under_test import Answer
from .cases import Case, ControlSubject
from .intervals import interval
from .population import CleanSubject
from .records import CurvePoint, Rate, RateTable

__all__ = [
    "AskedCase",
    "AskedClean",
    "AskedControl",
    "alerts_by",
    "controls_table",
    "curve",
    "detection_by",
    "rate",
]


@dataclass(frozen=True)
class AskedCase:
    """A case and what its own party scored; 0 when it was below the floor."""

    case: Case
    score: float

    @classmethod
    def of(cls, case: Case, answer: Answer) -> AskedCase:
        """Return the case with what its own party scored."""
        return cls(case, answer.scores.get(case.party.party_id, 0.0))


@dataclass(frozen=True)
class AskedClean:
    """A clean subject and the party that it scored best with; None when none reached the floor."""

    clean: CleanSubject
    score: float
    party_id: str | None

    @classmethod
    def of(cls, clean: CleanSubject, answer: Answer) -> AskedClean:
        """Return the subject with the party that it scored best with."""
        return cls(clean, *_best(answer.scores))


@dataclass(frozen=True)
class AskedControl:
    """A control and the party it must not be that it scored best with."""

    control: ControlSubject
    score: float
    party_id: str | None

    @classmethod
    def of(cls, control: ControlSubject, answer: Answer) -> AskedControl:
        """Return the control with the best score of the parties that it is none of."""
        found = {
            party_id: score
            for party_id, score in answer.scores.items()
            if not control.not_these or party_id in control.not_these
        }
        return cls(control, *_best(found))


def _best(scores: Mapping[str, float]) -> tuple[float, str | None]:
    """Return the highest score and whose it is, of equals the first id; (0, None) for none."""
    best = min(scores, key=lambda party_id: (-scores[party_id], party_id), default=None)
    return (scores[best], best) if best is not None else (0.0, None)


def rate(label: str, found: int, tried: int, note: str = "") -> Rate:
    """Return the share with its interval."""
    low, high = interval(found, tried)
    return Rate(label=label, tried=tried, found=found, low=low, high=high, note=note)


def _table(
    by: str, asked: Sequence[AskedCase], threshold: float, label: Callable[[AskedCase], tuple[str, str]]
) -> RateTable:
    counts: dict[tuple[str, str], list[int]] = {}
    for each in asked:
        count = counts.setdefault(label(each), [0, 0])
        count[0] += each.score >= threshold
        count[1] += 1
    return RateTable(
        by=by,
        rows=tuple(rate(told, found, tried, note) for (told, note), (found, tried) in counts.items()),
    )


def detection_by(asked: Sequence[AskedCase], threshold: float) -> tuple[RateTable, ...]:
    """Return what share of cases was found, cut in five ways; rows in the order they first come."""
    single = [each for each in asked if each.case.depth <= 1]

    def told(each: AskedCase) -> tuple[str, str]:
        return each.case.perturbation, each.case.imitates

    cuts: tuple[tuple[str, Sequence[AskedCase], Callable[[AskedCase], tuple[str, str]]], ...] = (
        ("perturbation", single, told),
        ("depth", asked, lambda each: (str(each.case.depth), "perturbations at once")),
        ("script", asked, lambda each: (script_of(each.case.subject.name), "of the name as asked")),
        ("kind", asked, lambda each: (each.case.party.kind, "")),
        ("list", asked, lambda each: (each.case.party.party_id.partition(":")[0], "")),
    )
    tables = [_table(by, some, threshold, label) for by, some, label in cuts]
    return tuple(table if table.by == "perturbation" else _sorted(table) for table in tables)


def _sorted(table: RateTable) -> RateTable:
    return table.model_copy(update={"rows": tuple(sorted(table.rows, key=lambda row: row.label))})


def alerts_by(asked: Sequence[AskedClean], threshold: float) -> tuple[RateTable, ...]:
    """Return what share of the clean was alerted, by culture and by kind."""
    by_culture: dict[str, list[int]] = {}
    by_kind: dict[str, list[int]] = {}
    for each in asked:
        alerted = each.score >= threshold
        for counts, label in (
            (by_culture, each.clean.culture),
            (by_kind, each.clean.subject.kind or "untold"),
        ):
            count = counts.setdefault(label, [0, 0])
            count[0] += alerted
            count[1] += 1
    return tuple(
        _sorted(
            RateTable(
                by=by, rows=tuple(rate(label, found, tried) for label, (found, tried) in counts.items())
            )
        )
        for by, counts in (("culture", by_culture), ("kind of the clean", by_kind))
    )


def controls_table(asked: Iterable[AskedControl], threshold: float) -> RateTable:
    """Return what share of each control was a hit on a party that it is not."""
    counts: dict[tuple[str, str], list[int]] = {}
    for each in asked:
        made = each.control.control
        count = counts.setdefault((made.name, f"{made.description}: {made.imitates}"), [0, 0])
        count[0] += each.score >= threshold
        count[1] += 1
    return RateTable(
        by="control",
        rows=tuple(rate(label, found, tried, note) for (label, note), (found, tried) in counts.items()),
    )


def curve(
    cases: Sequence[AskedCase], clean: Sequence[AskedClean], floor: float, threshold: float
) -> tuple[CurvePoint, ...]:
    """Return what each threshold from *floor* to 1 would give, in hundredths, today's among them."""
    steps = {round(step / 100, 2) for step in range(101) if step / 100 >= floor}
    return tuple(
        CurvePoint(
            threshold=step,
            detected=sum(each.score >= step for each in cases),
            alerted=sum(each.score >= step for each in clean),
        )
        for step in sorted({*steps, threshold})
    )
