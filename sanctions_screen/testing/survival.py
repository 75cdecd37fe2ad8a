"""How often a screener still finds a party whose name was damaged, perturbation by perturbation.

Reach for :func:`measure_survival` to compare two screeners, or two versions of one. Where a law asks for
all, this counts: of the listed names that the screener finds as they are, what share does it find changed?
The same arguments and seed give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from ..model import Party, Record, Subject
from .catalogue import PERTURBATIONS
from .perturbations import Perturbation, Strength
from .under_test import Screen, answer_of

__all__ = ["SurvivalReport", "SurvivalRow", "measure_survival"]


class SurvivalRow(Record):
    """One perturbation's figures."""

    perturbation: str
    strength: Strength
    tried: int
    """Names found as listed and changed by the perturbation."""
    found: int
    """Of these, how many were found in the changed form."""
    lost: tuple[tuple[str, str], ...] = ()
    """The first few that were not: (as listed, as asked)."""

    @property
    def share(self) -> float | None:
        """Found of tried, in [0, 1]; None when nothing was tried."""
        return self.found / self.tried if self.tried else None


class SurvivalReport(Record):
    """The figures of every perturbation, in the order given."""

    rows: tuple[SurvivalRow, ...]
    seed: int

    def __str__(self) -> str:
        width = max((len(row.perturbation) for row in self.rows), default=0)
        return "\n".join(
            f"{row.perturbation:<{width}}  {row.strength:<6}  {row.found:>6} of {row.tried:>6}"
            + (f"  {row.share:7.1%}" if row.share is not None else "        -")
            for row in self.rows
        )


def measure_survival(
    screen: Screen,
    parties: Iterable[Party],
    *,
    perturbations: Sequence[Perturbation] = PERTURBATIONS,
    sample: int = 200,
    random_seed: int = 0,
    threshold: float | None = None,
    examples_kept: int = 3,
) -> SurvivalReport:
    """Return, for each perturbation, how many of a *sample* of listed names are still found when changed.

    The sample is drawn from all names that the publisher does not call weak; the same for every
    perturbation of a kind. *threshold*: scores below it are no hits.
    """
    names = [(party, name.text) for party in parties for name in party.names if name.role != "weak"]
    rows = []
    for perturbation in perturbations:
        # Test data that must be the same on every run; nothing here is a secret.
        random = Random(random_seed)  # noqa: S311
        fitting = [(party, text) for party, text in names if party.kind in perturbation.kinds]
        chosen = random.sample(fitting, min(sample, len(fitting)))
        rows.append(_row(screen, perturbation, chosen, random, threshold, examples_kept))
    return SurvivalReport(rows=tuple(rows), seed=random_seed)


def _row(
    screen: Screen,
    perturbation: Perturbation,
    chosen: Iterable[tuple[Party, str]],
    random: Random,
    threshold: float | None,
    examples_kept: int,
) -> SurvivalRow:
    def finds(party: Party, text: str) -> bool:
        return party.party_id in answer_of(screen(Subject(name=text, kind=party.kind)), threshold).scores

    tried = found = 0
    lost: list[tuple[str, str]] = []
    for party, text in chosen:
        changed = perturbation.apply(text, random)
        if changed == text or not finds(party, text):
            continue
        tried += 1
        if finds(party, changed):
            found += 1
        elif len(lost) < examples_kept:
            lost.append((text, changed))
    return SurvivalRow(
        perturbation=perturbation.name,
        strength=perturbation.strength,
        tried=tried,
        found=found,
        lost=tuple(lost),
    )
