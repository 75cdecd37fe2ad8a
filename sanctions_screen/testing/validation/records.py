"""What a validation run found: frozen, with one canonical JSON form, the same bytes for the same seed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ...model import Explanation, Provenance, Record
from ..known_parties import ListBasis

__all__ = [
    "VALIDATION_SCHEMA",
    "CurvePoint",
    "FalseAlert",
    "LineCase",
    "MissedCase",
    "Population",
    "Rate",
    "RateTable",
    "Stratum",
    "ValidationReport",
]

VALIDATION_SCHEMA = 1
"""The shape of a report; raised whenever a reader of an older one would misread it."""


class Rate(Record):
    """A share that was counted: *found* of *tried*, with its 95 % interval (Wilson's)."""

    label: str
    tried: int
    found: int
    low: float = 0.0
    high: float = 1.0
    note: str = ""
    """What the label stands for, where it does not say so itself."""

    @property
    def share(self) -> float | None:
        """Found of tried, in [0, 1]; None when nothing was tried."""
        return self.found / self.tried if self.tried else None


class RateTable(Record):
    """Shares of one kind, cut one way."""

    by: str
    """What the rows are: ``perturbation``, ``depth``, ``script``, ``kind``, ``list``, ``culture`` …"""
    rows: tuple[Rate, ...]


class CurvePoint(Record):
    """What another threshold would give."""

    threshold: float
    detected: int
    """Cases found, of all cases."""
    alerted: int
    """Clean subjects alerted, of all of them."""


class MissedCase(Record):
    """A listed party that was not found by a name of its own, changed."""

    asked: str
    as_listed: str
    party_id: str
    perturbation: str
    score: float | None
    """What it scored; None when below the lowest score that was asked for."""
    explanation: Explanation | None = None


class FalseAlert(Record):
    """Somebody of the clean population, or a control, who was a hit."""

    asked: str
    group: str
    """The culture, or the control."""
    party_id: str
    score: float
    explanation: Explanation | None = None


Side = Literal["above", "below"]


class Stratum(Record):
    """Pairs of a subject and its best party whose scores lie in one span, on one side of the threshold."""

    side: Side
    low: float
    """Scores from here, this one included."""
    high: float
    """To here, this one left out (1.0 is in the highest)."""
    size: int
    """Pairs in the population."""
    sampled: int
    """How many are to be judged for the wanted margin."""
    judged: int = 0
    same: int = 0
    """Judged to be one and the same person, firm or ship."""
    unsure: int = 0
    share_low: float = 0.0
    share_high: float = 1.0
    """The 95 % interval of the share that is the same, of those judged and not unsure."""


class LineCase(Record):
    """A pair for a person to judge: is the subject the party?"""

    case_id: str
    """Digest of the subject and the party; a judgement is known by it."""
    side: Side
    score: float
    subject: str
    facts: str
    """What else is known of the subject."""
    party_id: str
    listed: str
    listed_facts: str
    why: str = ""
    verdict: str = ""
    """``same``, ``different`` or ``unsure`` once judged."""


class Population(Record):
    """Whom false alerts were counted on."""

    name: str
    size: int
    digest: str
    """Digest of the subjects in their order."""
    from_user: bool = False


class ValidationReport(Record):
    """All that a validation run found, and all it takes to find it again.

    ``case_scores`` and ``clean_scores`` hold each case's and each clean subject's score in millionths, in
    order, 0 where it was below ``floor``: two runs of one seed are compared case by case with them.
    """

    schema_version: int = VALIDATION_SCHEMA
    screener: str
    library_version: str
    provenance: Provenance | None = None
    """What the answers rest on, where they are this library's."""
    lists: tuple[ListBasis, ...]
    party_count: int
    parties_digest: str
    as_of: date | None
    seed: int
    threshold: float
    floor: float
    """The lowest score that was asked for."""
    population: Population
    cases_digest: str
    detection: Rate
    baseline: Rate
    """Listed names asked for as they are listed."""
    alerts: Rate
    detection_by: tuple[RateTable, ...]
    alerts_by: tuple[RateTable, ...]
    controls: RateTable
    curve: tuple[CurvePoint, ...]
    missed: tuple[MissedCase, ...]
    false_alerts: tuple[FalseAlert, ...]
    strata: tuple[Stratum, ...]
    line_cases: tuple[LineCase, ...]
    case_scores: tuple[int, ...]
    clean_scores: tuple[int, ...]
    made_on: date | None = None
    """Only where it was given: nothing here depends on the clock."""

    def table(self, by: str) -> RateTable:
        """Return the table of detection, alerts or controls that is cut that way; KeyError for none."""
        tables = {each.by: each for each in (*self.detection_by, *self.alerts_by, self.controls)}
        return tables[by]
