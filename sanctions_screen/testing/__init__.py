"""Test a screening set-up, this library's or any other: strategies, perturbations, laws.

Needs the extra ``testing`` (Hypothesis); importing it without raises MissingExtraError. In a test suite::

    from sanctions_screen.testing import check_screener

    def test_our_screening_keeps_the_laws():
        check_screener(our_screen, our_parties).raise_for_failures()

where ``our_screen`` is any callable from :class:`~sanctions_screen.Subject` to scored party ids. See
:mod:`.laws` for what is held against it, :mod:`.catalogue` for the ways a name is changed,
:mod:`.strategies` to generate names, parties, subjects and stores of your own, :mod:`.customers` for whom a
screener is asked about: subjects of a store or of no list, and customers' files.
"""

from __future__ import annotations

from ..errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # noqa: F401 -- here only to say in good time what is missing
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise MissingExtraError("sanctions_screen.testing", "testing") from error

from .adapters import command_screener, http_screener, named_screener, read_answer
from .catalogue import MUST_SURVIVE, PERTURBATIONS, SHOULD_SURVIVE, perturbation_named
from .check import check_screener
from .controls import CONTROLS, Control, ControlCase, control_named
from .customers import (
    HEADINGS,
    CustomerFile,
    customer_files,
    customer_rows,
    subjects_of,
    subjects_of_no_list,
)
from .known_parties import KnownParties, ListBasis, known_parties
from .laws import ALL_LAWS, law_named, survives
from .perturbations import Perturbation, composed
from .report import Counterexample, LawReport, LawResult, LawsBrokenError
from .strategies import (
    CULTURES,
    Culture,
    histories,
    identifiers,
    imo_numbers,
    list_timelines,
    organisation_names,
    partial_dates,
    parties,
    person_names,
    snapshots,
    stores,
    subjects,
    vessel_names,
)
from .survival import SurvivalReport, SurvivalRow, measure_survival
from .timeline import ListTimeline, TimelineChange, timeline_of
from .trial import Examination, Law, Trial, Violation
from .under_test import Answer, RawAnswer, Screen, ScreenerUnderTest, answer_of

__all__ = [
    "ALL_LAWS",
    "CONTROLS",
    "CULTURES",
    "HEADINGS",
    "MUST_SURVIVE",
    "PERTURBATIONS",
    "SHOULD_SURVIVE",
    "Answer",
    "Control",
    "ControlCase",
    "Counterexample",
    "Culture",
    "CustomerFile",
    "Examination",
    "KnownParties",
    "Law",
    "LawReport",
    "LawResult",
    "LawsBrokenError",
    "ListBasis",
    "ListTimeline",
    "Perturbation",
    "RawAnswer",
    "Screen",
    "ScreenerUnderTest",
    "SurvivalReport",
    "SurvivalRow",
    "TimelineChange",
    "Trial",
    "Violation",
    "answer_of",
    "check_screener",
    "command_screener",
    "composed",
    "control_named",
    "customer_files",
    "customer_rows",
    "histories",
    "http_screener",
    "identifiers",
    "imo_numbers",
    "known_parties",
    "law_named",
    "list_timelines",
    "measure_survival",
    "named_screener",
    "organisation_names",
    "partial_dates",
    "parties",
    "person_names",
    "perturbation_named",
    "read_answer",
    "snapshots",
    "stores",
    "subjects",
    "subjects_of",
    "subjects_of_no_list",
    "survives",
    "timeline_of",
    "vessel_names",
]
