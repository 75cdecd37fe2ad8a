"""What changed between two validation runs: other settings, weights, library or list versions.

Reach for :func:`compare_validations`. Where both asked the same cases of the same parties, each case is
compared with itself, and the changes are told one by one; else only the shares are, with the interval of
their difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Record
from .cases import Case
from .intervals import difference
from .records import Rate, ValidationReport

__all__ = ["ChangedCase", "ChangedRate", "Comparison", "compare_validations"]

_SHOWN = 200


class ChangedRate(Record):
    """A share then and now, and by how much it changed, with the 95 % interval of that."""

    table: str
    label: str
    before: Rate
    now: Rate
    change: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """True when the interval of the change leaves no change out."""
        return self.low > 0.0 or self.high < 0.0


class ChangedCase(Record):
    """A case that was found then and is not now, or the other way round."""

    number: int
    """Its place among the cases, from 0; the same in both runs."""
    asked: str = ""
    """The name, where the cases were at hand."""
    perturbation: str = ""
    before: float
    now: float


class Comparison(Record):
    """What changed."""

    differs: tuple[tuple[str, str, str], ...]
    """What was not the same in the two runs: what, then, now."""
    same_cases: bool
    same_population: bool
    rates: tuple[ChangedRate, ...]
    lost: tuple[ChangedCase, ...] = ()
    found: tuple[ChangedCase, ...] = ()
    lost_count: int = 0
    found_count: int = 0
    alerts_gone: int = 0
    """Clean subjects that were alerted then and are not now; only where the population is the same."""
    alerts_new: int = 0


def compare_validations(
    before: ValidationReport, now: ValidationReport, cases: Sequence[Case] = ()
) -> Comparison:
    """Return what changed from *before* to *now*; *cases*, those of *now*, name the ones that changed."""
    same_cases = before.cases_digest == now.cases_digest
    same_population = before.population.digest == now.population.digest
    changed = list(_changed_cases(before, now, cases)) if same_cases else []
    lost = [each for each in changed if each.now < now.threshold]
    found = [each for each in changed if each.now >= now.threshold]
    gone, new = _alerts(before, now) if same_population else (0, 0)
    return Comparison(
        differs=tuple(_differs(before, now)),
        same_cases=same_cases,
        same_population=same_population,
        rates=tuple(_changed_rates(before, now)),
        lost=tuple(lost[:_SHOWN]),
        found=tuple(found[:_SHOWN]),
        lost_count=len(lost),
        found_count=len(found),
        alerts_gone=gone,
        alerts_new=new,
    )


def _told(report: ValidationReport) -> dict[str, str]:
    """Return what may differ between two runs, by what it is called."""
    basis = report.provenance
    lists = ", ".join(f"{each.list_id} of {each.published_on} ({each.digest[:12]})" for each in report.lists)
    return {
        "screener": report.screener,
        "library version": report.library_version,
        "code": basis.code_digest[:16] if basis else "",
        "weights": basis.weights_digest[:16] if basis else "",
        "settings": basis.settings.model_dump_json() if basis else "",
        "lists": lists,
        "parties": report.parties_digest[:16],
        "threshold": f"{report.threshold:g}",
        "seed": str(report.seed),
        "population": f"{report.population.name} ({report.population.digest[:12]})",
    }


def _differs(before: ValidationReport, now: ValidationReport) -> Iterator[tuple[str, str, str]]:
    then, today = _told(before), _told(now)
    for what, told in today.items():
        if then[what] != told:
            yield what, then[what], told


def _changed_cases(
    before: ValidationReport, now: ValidationReport, cases: Sequence[Case]
) -> Iterator[ChangedCase]:
    named = cases if len(cases) == len(now.case_scores) else ()
    for number, (then, today) in enumerate(zip(before.case_scores, now.case_scores, strict=True)):
        was, is_now = then / 1_000_000, today / 1_000_000
        if (was >= before.threshold) != (is_now >= now.threshold):
            yield ChangedCase(
                number=number,
                asked=named[number].subject.name if named else "",
                perturbation=named[number].perturbation if named else "",
                before=was,
                now=is_now,
            )


def _alerts(before: ValidationReport, now: ValidationReport) -> tuple[int, int]:
    then = [score >= before.threshold * 1_000_000 for score in before.clean_scores]
    today = [score >= now.threshold * 1_000_000 for score in now.clean_scores]
    pairs = list(zip(then, today, strict=True))
    return sum(was and not is_now for was, is_now in pairs), sum(is_now and not was for was, is_now in pairs)


def _rates(report: ValidationReport) -> dict[tuple[str, str], Rate]:
    whole = {("whole", "cases found"): report.detection, ("whole", "clean subjects alerted"): report.alerts}
    tables = (*report.detection_by, *report.alerts_by, report.controls)
    return whole | {(table.by, row.label): row for table in tables for row in table.rows}


def _changed_rates(before: ValidationReport, now: ValidationReport) -> Iterator[ChangedRate]:
    then = _rates(before)
    for (table, label), rate in _rates(now).items():
        was = then.get((table, label))
        if was is not None and (was.found, was.tried) != (rate.found, rate.tried):
            change, low, high = difference(rate.found, rate.tried, was.found, was.tried)
            yield ChangedRate(
                table=table, label=label, before=was, now=rate, change=change, low=low, high=high
            )
