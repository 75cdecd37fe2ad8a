"""A validation as a page to sign: summary, figures, plots, worst cases with ledgers, what it rests on.

Reach for :func:`validation_page` with what :func:`~.testing.validation.validate_screener` found.
Guarantees: every figure is one of the report's, so that it stands in the JSON beside the page too; the same
report and day give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Explanation
from ..pages import page
from .hits_groups import ledger_sides
from .validation_plots import Bar, bar_of, curve_view

if TYPE_CHECKING:
    from ..testing.validation import Comparison, FalseAlert, Rate, RateTable, ValidationReport

__all__ = ["validation_page"]

_TEMPLATES = Path(__file__).parent / "templates"
_TITLES = {
    "depth": "By how many perturbations at once",
    "script": "By script of the name asked",
    "kind": "By kind of party",
    "list": "By list",
}
_CURVE_STEP = 5
"""Of the curve's points, each how many-th is a row of its table: hundredths, told in twentieths."""


@dataclass(frozen=True, slots=True)
class Row:
    """A share as a row of a table."""

    label: str
    note: str
    found: int
    tried: int
    share: str
    interval: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Worst:
    """A case that is shown in full."""

    asked: str
    group: str
    party: str
    score: str
    explanation: Explanation | None

    @property
    def sides(self) -> list[tuple[str, str, tuple[object, ...], int | None]]:
        """The ledger by side; empty without one."""
        return [] if self.explanation is None else list(ledger_sides(self.explanation))


def validation_page(
    report: ValidationReport, *, made_on: date, comparison: Comparison | None = None, again: str = ""
) -> str:
    """Return the whole page.

    Args:
        report: What the run found.
        made_on: The day it is made.
        comparison: What changed since another run.
        again: The command that makes it again, where there is one.

    Raises MissingExtraError where Jinja2 is not installed.
    """
    tables = {table.by: table for table in report.detection_by}
    return page(
        _TEMPLATES,
        "validation.html.j2",
        {
            "report": report,
            "made_on": made_on,
            "again": again,
            "tiles": _tiles(report),
            "sentences": list(_sentences(report)),
            "warnings": list(_warnings(report)),
            "curve": curve_view(report.curve, report.detection.tried, report.alerts.tried, report.threshold),
            "curve_rows": list(_curve_rows(report)),
            "perturbations": _rows(tables["perturbation"]),
            "cuts": [(_TITLES[by], _rows(tables[by])) for by in _TITLES if by in tables],
            "cultures": _alert_rows(report.table("culture")),
            "controls": _rows(report.controls),
            "strata": list(_strata(report)),
            "line_cases": report.line_cases,
            "missed": [
                Worst(
                    each.asked,
                    each.perturbation,
                    f"{each.party_id} {each.as_listed}",
                    _score(each.score),
                    each.explanation,
                )
                for each in report.missed
            ],
            "alerted": [
                Worst(each.asked, each.group, _party(each), _score(each.score), each.explanation)
                for each in report.false_alerts
            ],
            "comparison": comparison,
            "changes": _changes(comparison),
        },
    )


def _party(alert: FalseAlert) -> str:
    return f"{alert.party_id} {alert.explanation.listed}" if alert.explanation else alert.party_id


def _score(score: float | None) -> str:
    return "none" if score is None else f"{score:.4f}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


def _thousand(share: float | None) -> str:
    return "–" if share is None else f"{1000 * share:.1f}"


def _row(rate: Rate) -> Row:
    interval = f"{100 * rate.low:.1f} to {100 * rate.high:.1f}"
    return Row(rate.label, rate.note, rate.found, rate.tried, _percent(rate.share), interval, bar_of(rate))


def _rows(table: RateTable) -> list[Row]:
    return [_row(rate) for rate in table.rows]


def _alert_rows(table: RateTable) -> list[Row]:
    """Return the rows in alerts a thousand, the most alerted first; the longest interval fills the width."""
    ordered = sorted(table.rows, key=lambda rate: (-(rate.share or 0.0), rate.label))
    full = max((rate.high for rate in ordered if rate.tried), default=1.0)
    return [
        Row(
            rate.label,
            rate.note,
            rate.found,
            rate.tried,
            _thousand(rate.share),
            f"{1000 * rate.low:.1f} to {1000 * rate.high:.1f}",
            bar_of(rate, full),
        )
        for rate in ordered
    ]


def _tiles(report: ValidationReport) -> list[tuple[int, str, str]]:
    missed = report.detection.tried - report.detection.found
    judged = sum(stratum.judged for stratum in report.strata)
    return [
        (report.detection.tried, "cases to find", ""),
        (report.detection.found, "found", ""),
        (missed, "missed", "listed" if missed else ""),
        (report.alerts.tried, "clean subjects", ""),
        (report.alerts.found, "of them alerted", "unsettled" if report.alerts.found else ""),
        (judged, f"of {len(report.line_cases)} line cases judged", "" if judged else "unsettled"),
    ]


def _sentences(report: ValidationReport) -> Iterator[str]:
    found, base, alerts = report.detection, report.baseline, report.alerts
    yield (
        f"At the threshold of {report.threshold:g}, {_percent(found.share)} of cases were found (95 % "
        f"interval {100 * found.low:.1f} to {100 * found.high:.1f}), and of names as they are "
        f"listed {_percent(base.share)}."
    )
    yield (
        f"Of clean subjects {_thousand(alerts.share)} in a thousand were alerted (95 % interval "
        f"{1000 * alerts.low:.1f} to {1000 * alerts.high:.1f})."
    )
    rows = [row for row in report.table("perturbation").rows if row.tried >= 20 and row.share is not None]
    worst = sorted(rows, key=lambda row: (row.share or 0.0, row.label))[:3]
    if worst:
        told = ", ".join(f"{row.label} ({_percent(row.share)})" for row in worst)
        yield f"Found least, of perturbations with 20 cases or more: {told}."


def _warnings(report: ValidationReport) -> Iterator[str]:
    if not report.population.from_user:
        yield (
            "The clean subjects are made up of frequent names. Alerts on your own customers will be others: "
            "give them as a file."
        )
    if report.line_cases and not any(stratum.judged for stratum in report.strata):
        yield "No case above or below the line has been judged yet, so the threshold is not yet justified."
    few = [row.label for row in report.table("perturbation").rows if row.tried < 20]
    if few:
        yield f"Fewer than 20 names could be changed by: {', '.join(few)}. Their shares say little."


def _curve_rows(report: ValidationReport) -> Iterator[tuple[str, str, str, str, str]]:
    for point in report.curve:
        today = point.threshold == report.threshold
        if today or round(point.threshold * 100) % _CURVE_STEP == 0 or point.threshold > 0.95:
            share = point.detected / report.detection.tried if report.detection.tried else None
            alerts = point.alerted / report.alerts.tried if report.alerts.tried else None
            yield (
                f"{point.threshold:.2f}",
                _percent(share),
                f"{point.detected:,}",
                _thousand(alerts),
                "today" if today else "",
            )


def _strata(report: ValidationReport) -> Iterator[tuple[str, str, int, int, int, int, int, str, str]]:
    for each in report.strata:
        told = each.judged - each.unsure
        span = f"({100 * each.share_low:.1f} to {100 * each.share_high:.1f})"
        in_all = f"{each.size * each.share_low:.0f} to {each.size * each.share_high:.0f}"
        yield (
            each.side,
            f"{each.low:.2f} to {each.high:.2f}",
            each.size,
            each.sampled,
            each.judged,
            each.same,
            each.unsure,
            f"{100 * each.same / told:.1f} % {span}" if told else "not judged",
            in_all if told else "–",
        )


def _changes(comparison: Comparison | None) -> list[tuple[str, str, str, str, str, str]]:
    if comparison is None:
        return []
    return [
        (
            rate.table,
            rate.label,
            _percent(rate.before.share),
            _percent(rate.now.share),
            f"{100 * rate.change:+.1f} ({100 * rate.low:+.1f} to {100 * rate.high:+.1f})",
            "yes" if rate.sure else "may be chance",
        )
        for rate in sorted(comparison.rates, key=lambda rate: (not rate.sure, -abs(rate.change), rate.label))
    ]
