"""Run a validation: cases to find, clean subjects and controls not to, and what every threshold would give.

Reach for :func:`validate_screener`; the command ``sanctions-screen validate`` is its mirror. The same
parties, population, screener and seed give the same report, byte for byte, in however many processes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..._version import __version__
from ...errors import SanctionsScreenError, SettingsError
from ...model import Party, PartyId, Provenance, ScreeningResult, Subject, sha256_hex
from ..check import parties_digest, prepared_screener
from ..under_test import Screen, ScreenerUnderTest
from .asking import Asking, Progress, ask_all, failure, lowest_floor
from .cases import BASELINE, draw_cases, draw_controls
from .figures import AskedCase, AskedClean, AskedControl, alerts_by, controls_table, curve, detection_by, rate
from .line import judged_strata, line_strata
from .population import CleanSubject, built_in_population
from .records import Population, Rate, ValidationReport
from .worst import false_alerts, missed_cases

__all__ = ["validate_screener"]

_BELOW = 0.1
"""How far below the threshold scores are asked for."""


def validate_screener(
    screen: Screen | ScreenerUnderTest,
    *,
    cases: int = 2000,
    clean: int | Sequence[CleanSubject] = 2000,
    threshold: float | None = None,
    margin: float = 0.1,
    judgements: Mapping[str, str] | None = None,
    random_seed: int = 0,
    processes: int = 1,
    made_on: date | None = None,
    progress: Progress | None = None,
) -> ValidationReport:
    """Return how well *screen* finds listed parties under changed names, and whom else it alerts on.

    Args:
        screen: The screener; see :func:`check_screener`. :meth:`ScreenerUnderTest.of_store` is our own.
        cases: How many cases to draw from the names of its parties, about; a tenth as many controls.
        clean: How many clean subjects to make, or those of :func:`read_population`.
        threshold: Today's. None means that of the screener, else of its settings.
        margin: How sure the shares above and below the line are to be, at 95 %.
        judgements: What a person said of the line cases of an earlier run; see :func:`read_judgements`.
        random_seed: Draws other cases.
        processes: How many processes ask, where the screener can be sent to others.
        made_on: The day the report bears, where it is to bear one.
        progress: Told how far it is.

    Raises:
        SettingsError: no parties, no threshold, or answers of no form that can be read.
    """
    under_test = prepared_screener(screen, None, None)
    provenance = _provenance_of(under_test)
    line = _threshold_of(under_test, provenance, threshold)
    floor = lowest_floor(under_test, line, round(max(0.01, line - _BELOW), 6))
    population = built_in_population(clean, random_seed) if isinstance(clean, int) else tuple(clean)
    asked = _ask(under_test, population, cases, random_seed, Asking(floor, processes, progress))
    strata, line_cases = line_strata(
        asked.clean,
        line,
        floor,
        asked.party_of,
        asked.why,
        margin=margin,
        random_seed=random_seed,
    )
    strata, line_cases = judged_strata(strata, line_cases, judgements or {})
    return ValidationReport(
        screener=under_test.called,
        library_version=__version__,
        provenance=provenance,
        lists=under_test.basis,
        party_count=len(asked.parties),
        parties_digest=parties_digest(tuple(asked.parties.values())),
        as_of=under_test.as_of,
        seed=random_seed,
        threshold=line,
        floor=floor,
        population=_population_told(population, from_user=not isinstance(clean, int)),
        cases_digest=_digest([each.case.subject for each in asked.cases]),
        detection=_detected("all cases", asked.cases, line),
        baseline=_detected(
            BASELINE, [each for each in asked.cases if each.case.perturbation == BASELINE], line
        ),
        alerts=rate("clean subjects", sum(each.score >= line for each in asked.clean), len(asked.clean)),
        detection_by=detection_by(asked.cases, line),
        alerts_by=alerts_by(asked.clean, line),
        controls=controls_table(asked.controls, line),
        curve=curve(asked.cases, asked.clean, floor, line),
        missed=missed_cases(asked.cases, line, under_test.explain),
        false_alerts=false_alerts(asked.clean, asked.controls, line, under_test.explain),
        strata=strata,
        line_cases=line_cases,
        case_scores=tuple(_millionths(each.score) for each in asked.cases),
        clean_scores=tuple(_millionths(each.score) for each in asked.clean),
        made_on=made_on,
    )


@dataclass(frozen=True)
class _Asked:
    """Everything that was asked, with its answers."""

    under_test: ScreenerUnderTest
    parties: Mapping[PartyId, Party]
    cases: tuple[AskedCase, ...]
    clean: tuple[AskedClean, ...]
    controls: tuple[AskedControl, ...]

    def party_of(self, party_id: str) -> Party:
        return self.parties[PartyId(party_id)]

    def why(self, subject: Subject, party_id: str) -> str:
        explain = self.under_test.explain
        return explain(subject, party_id).summary if explain is not None else ""


def _ask(
    under_test: ScreenerUnderTest,
    population: Sequence[CleanSubject],
    cases: int,
    random_seed: int,
    asking: Asking,
) -> _Asked:
    parties = {party.party_id: party for party in under_test.parties or ()}
    drawn = draw_cases(tuple(parties.values()), cases, random_seed)
    controls = draw_controls(tuple(parties.values()), cases // 10, random_seed)

    to_cases = ask_all(under_test, [each.subject for each in drawn], asking.of("cases"))
    to_clean = ask_all(under_test, [each.subject for each in population], asking.of("clean subjects"))
    to_controls = ask_all(under_test, [each.subject for each in controls], asking.of("controls"))
    return _Asked(
        under_test,
        parties,
        tuple(map(AskedCase.of, drawn, to_cases)),
        tuple(map(AskedClean.of, population, to_clean)),
        tuple(map(AskedControl.of, controls, to_controls)),
    )


def _provenance_of(under_test: ScreenerUnderTest) -> Provenance | None:
    asked = Subject(name="Nemo Vopuki")
    try:
        answer = under_test.screen(asked)
    except SanctionsScreenError:
        raise
    except Exception as error:
        raise failure(asked, error) from error
    return answer.provenance if isinstance(answer, ScreeningResult) else None


def _threshold_of(under_test: ScreenerUnderTest, provenance: Provenance | None, given: float | None) -> float:
    """Return today's threshold; SettingsError when nothing tells it, or it is no score."""
    told = given if given is not None else under_test.threshold
    if told is None and provenance is not None:
        told = provenance.settings.threshold
    if told is None:
        raise SettingsError("the screener tells no threshold: give one, between 0 and 1")
    if not 0.0 < told <= 1.0:
        raise SettingsError(f"the threshold is {told}; it is a score above 0 and at most 1")
    return told


def _detected(label: str, asked: Sequence[AskedCase], threshold: float) -> Rate:
    return rate(label, sum(each.score >= threshold for each in asked), len(asked))


def _population_told(population: Sequence[CleanSubject], *, from_user: bool) -> Population:
    name = "customers" if from_user else "made of frequent names of thirty cultures, of firms and of ships"
    digest = _digest([each.subject for each in population])
    return Population(name=name, size=len(population), digest=digest, from_user=from_user)


def _digest(subjects: Sequence[Subject]) -> str:
    return sha256_hex("\n".join(subject.canonical_json() for subject in subjects))


def _millionths(score: float) -> int:
    return round(score * 1_000_000)
