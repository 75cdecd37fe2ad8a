"""The PyPI package sanctions-screening-benchmark: its generator's cases on a real list, asked of our matcher.

Its positives are a listed person's primary name changed in one of nineteen ways; its negatives put parts of
listed names together. A positive is found when its own party scores highest and above the cut; the cut is the
least score that at most the given share of negatives are strictly above. Candidates are the parties that the
cases are made of.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from accuracy_measures import cut_for
from accuracy_report import Section, Table

from sanctions_screen import Party, ScreeningSettings, Subject
from sanctions_screen.engine.chosen import Matcher, matcher_of_parties

__all__ = ["SUITE", "measure_ssb"]

SUITE = "sanctions-screening-benchmark"
SHARES = (0.10, 0.05)
FLOOR = 0.2


class Outcome(NamedTuple):
    """The highest score a case reached, and whether it was its own party's."""

    change: str
    family: str
    best: float
    right: bool


def measure_ssb(parties: Sequence[Party], limit: int, facts: dict[str, Any]) -> tuple[Section, str]:
    """Build the cases from *limit* persons among *parties* and ask for each; also show what was missed."""
    from ssb import __version__, benchmark, sources

    began = time.perf_counter()
    entities = [
        sources.Entity(
            party.party_id, party.names[0].text, "individual", [], [n.text for n in party.names[1:]]
        )
        for party in parties
        if party.kind == "person"
    ]
    bench = benchmark.build(sources.ListSnapshot("ofac_sdn", "", entities), limit=limit)
    pool = [party for party in parties if party.party_id in bench.candidates]
    matcher = matcher_of_parties(pool, ScreeningSettings())
    outcomes = [_ask(matcher, case) for case in bench.cases]
    section = Section("The package sanctions-screening-benchmark", dict(facts))
    section.facts["package"] = __version__
    section.facts["made of"] = f"{len(pool)} persons, {len(bench.cases)} cases"
    section.tables = _tables(outcomes, section)
    section.facts["seconds"] = round(time.perf_counter() - began)
    return section, _mistakes(bench.cases, outcomes)


def _ask(matcher: Matcher, case: Any) -> Outcome:
    matches = matcher.search(Subject(name=case.query, kind="person"), FLOOR)
    best = matches[0] if matches else None
    return Outcome(
        case.perturbation,
        case.family,
        best.score if best else FLOOR,
        best is not None and best.party_id == case.expected_entity_id,
    )


def _mistakes(cases: Sequence[Any], outcomes: Sequence[Outcome]) -> str:
    """Return the positives whose party was not first, and the negatives that scored highest."""
    said = [
        (outcome, f"  {outcome.best:.3f} {case.perturbation}: {case.source_name}  |  {case.query}")
        for case, outcome in zip(cases, outcomes, strict=True)
    ]
    missed = [line for outcome, line in said if outcome.family != "negative" and not outcome.right]
    passed = sorted((line for outcome, line in said if outcome.family == "negative"), reverse=True)
    return "\n".join(["Another party first, or none:", *missed, "Negatives, the highest:", *passed[:100]])


def _tables(outcomes: Sequence[Outcome], section: Section) -> list[Table]:
    negatives = [outcome.best for outcome in outcomes if outcome.family == "negative"]
    cuts = [cut_for(negatives, share) for share in SHARES] + [ScreeningSettings().threshold - 1e-9]
    positives = [outcome for outcome in outcomes if outcome.family != "negative"]
    by_change: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in positives:
        by_change[outcome.family, outcome.change].append(outcome)
    rows = [
        (change, family, len(some), *(_found(some, cut) for cut in cuts))
        for (family, change), some in sorted(by_change.items())
    ]
    overall = [_found(positives, cut) for cut in cuts]
    passed = [sum(score > cut for score in negatives) / len(negatives) for cut in cuts]
    section.figures = {"recall_at_10_percent": overall[0], "recall_at_5_percent": overall[1]}
    columns = ("10 % of negatives", "5 % of negatives", "the default threshold")
    return [
        Table(
            "All cases",
            ("", "cases", *columns),
            [
                ("recall", len(positives), *overall),
                ("negatives passed", len(negatives), *passed),
                ("cut", "", cuts[0], cuts[1], ScreeningSettings().threshold),
            ],
        ),
        Table("Recall by change", ("change", "family", "cases", *columns), rows),
    ]


def _found(outcomes: Sequence[Outcome], cut: float) -> float:
    return sum(outcome.right and outcome.best > cut for outcome in outcomes) / len(outcomes)
