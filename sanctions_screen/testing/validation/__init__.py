"""A validation run: figures that a model validator can sign, of any screener.

::

    from sanctions_screen import ListStore
    from sanctions_screen.testing import ScreenerUnderTest
    from sanctions_screen.testing.validation import validate_screener

    screener = ScreenerUnderTest.of_store(ListStore.open("lists.db"))
    report = validate_screener(screener, cases=20_000, clean=20_000, processes=2)
    report.detection, report.alerts, report.table("perturbation")

``sanctions-screen validate`` does the same and writes the page.
"""

from __future__ import annotations

from .cases import BASELINE, Case, ControlSubject, draw_cases, draw_controls
from .compare import ChangedCase, ChangedRate, Comparison, compare_validations
from .intervals import difference, interval, sample_size
from .line import read_judgements, write_line_cases
from .population import CleanSubject, built_in_population, read_population
from .records import (
    CurvePoint,
    FalseAlert,
    LineCase,
    MissedCase,
    Population,
    Rate,
    RateTable,
    Stratum,
    ValidationReport,
)
from .run import validate_screener

__all__ = [
    "BASELINE",
    "Case",
    "ChangedCase",
    "ChangedRate",
    "CleanSubject",
    "Comparison",
    "ControlSubject",
    "CurvePoint",
    "FalseAlert",
    "LineCase",
    "MissedCase",
    "Population",
    "Rate",
    "RateTable",
    "Stratum",
    "ValidationReport",
    "built_in_population",
    "compare_validations",
    "difference",
    "draw_cases",
    "draw_controls",
    "interval",
    "read_judgements",
    "read_population",
    "sample_size",
    "validate_screener",
    "write_line_cases",
]
