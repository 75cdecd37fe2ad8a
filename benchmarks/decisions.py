"""A month of weekly lists over 10,000 customers whose hits were decided: what comes back, and why.

Run it as ``python benchmarks/decisions.py WEEKLY CUSTOMERS [--results FILE]``, where WEEKLY is a folder of
SDN.CSV files named by their day and CUSTOMERS a CSV whose first column is a name: people on no list. Each
week the newest file is imported and everybody screened with the log; a reviewer then clears every hit that is
new or has come back, but of a hundred customers who bear a listed person's very name, whom the reviewer
confirms.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time

from sanctions_screen import DecidedScreener, DecisionLog, ListStore, Screener, ScreeningResult, Subject

CUSTOMERS, PLANTED = 10_000, 100
SHARED = 3
"""Of so many hits a change is the publisher's, not a party's: its words are written down."""


@dataclass
class Week:
    """What one week's screening came to."""

    day: date
    marks: Counter[str] = field(default_factory=Counter)
    why: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    """What was said of the changes, word for word."""
    screened: float = 0.0
    plain: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("weekly", type=Path)
    parser.add_argument("customers", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--weeks", type=int, default=5)
    parser.add_argument("--until", action="append", help="the day of a month's last file; may be repeated")
    options = parser.parse_args()
    files = sorted(options.weekly.glob("*.csv"))
    lines = list(_head(options.customers))
    for until in options.until or [files[-1].stem]:
        month = [file for file in files if file.stem <= until][-options.weeks :]
        with tempfile.TemporaryDirectory() as folder:
            lines += _told(*_month(month, options.customers, Path(folder)))
    text = "\n".join(lines)
    if options.results:
        options.results.write_text(text + "\n", encoding="utf-8")
    print(text)


def _month(files: Sequence[Path], customers: Path, folder: Path) -> tuple[list[Week], DecisionLog]:
    log = DecisionLog(folder / "log.jsonl")
    weeks: list[Week] = []
    subjects: list[Subject] = []
    for file in files:
        store = ListStore.open(folder / "lists.db")
        day = date.fromisoformat(file.stem)
        store.import_file(file, "us-ofac-sdn", day)
        subjects = subjects or _subjects(customers, store)
        week = Week(day)
        weeks.append(week)
        began = process_time()
        screener = Screener(store)
        plain = screener.screen_batch(subjects)
        week.plain = process_time() - began
        began = process_time()
        results = DecidedScreener(_Given(screener, plain), log, on=day).screen_batch(subjects)
        week.screened = process_time() - began
        _look(week, results)
        for result in results:
            _review(log, result, day)
        print(day, dict(week.marks), f"{week.plain:.0f} s", flush=True)
    log.verify()
    return weeks, log


class _Given:
    """A screener that has answered already, so that marking is timed alone."""

    def __init__(self, screener: Screener, results: list[ScreeningResult]) -> None:
        self.provenance, self._results = screener.provenance, results

    def screen_batch(self, _subjects: Sequence[Subject | str]) -> list[ScreeningResult]:
        return self._results


def _subjects(customers: Path, store: ListStore) -> list[Subject]:
    """Return people on no list, and some who bear a listed person's name."""
    draw = random.Random(15)
    with customers.open(encoding="utf-8", newline="") as stream:
        names = [row[0] for row in csv.reader(stream)][1:]
    listed = sorted(
        party.primary_name.text for party in store.snapshot("us-ofac-sdn") if party.kind == "person"
    )
    chosen = [*draw.sample(sorted(set(names)), CUSTOMERS - PLANTED), *draw.sample(listed, PLANTED)]
    return [
        Subject(name=name, kind="person", reference=f"C-{number}") for number, name in enumerate(chosen, 1)
    ]


def _look(week: Week, results: Iterable[ScreeningResult]) -> None:
    for result in results:
        week.marks["suppressed"] += len(result.suppressed)
        for hit in result.hits:
            assert hit.decision is not None
            week.marks[hit.decision.mark] += 1
            if hit.decision.mark == "reopened":
                week.why.update({_sort(each) for each in hit.decision.why})
                week.said.update(set(hit.decision.why))


def _sort(why: str) -> str:
    """Return what kind of change a reason tells of."""
    if why.startswith("the party was"):
        return why
    if why.endswith(("is new", "is no longer told")):
        return f"{why.split()[0]} {' '.join(why.split()[-2:])}"
    return why.partition(":")[0]


def _review(log: DecisionLog, result: ScreeningResult, day: date) -> None:
    planted = int((result.subject.reference or "C-0")[2:]) > CUSTOMERS - PLANTED
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    for hit in result.hits:
        if hit.decision and hit.decision.mark == "known":
            continue
        same = planted and hit.score > 0.95
        log.decide(
            result.subject, hit, result.provenance, by="a reviewer", at=at,
            verdict="confirmed" if same else "cleared", reason="the same name" if same else "another person",
        )  # fmt: skip


def _head(customers: Path) -> Iterable[str]:
    yield f"# A month of decisions, measured {datetime.now(UTC):%Y-%m-%d}"
    yield ""
    yield (
        f"{CUSTOMERS:,} customers, {CUSTOMERS - PLANTED:,} of them people on no list ({customers.name}) and "
        f"{PLANTED} with a listed person's name, against weekly files of OFAC's SDN list."
    )
    yield ""


def _told(weeks: Sequence[Week], log: DecisionLog) -> Iterable[str]:
    yield f"## The month to {weeks[-1].day}"
    yield ""
    yield "| file of | new | reopened | known | suppressed | looked at | marking took, of screening |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for week in weeks:
        marks = week.marks
        share = week.screened / week.plain if week.plain else 0.0
        yield (
            f"| {week.day} | {marks['new']:,} | {marks['reopened']:,} | {marks['known']:,} "
            f"| {marks['suppressed']:,} | {marks['new'] + marks['reopened']:,} | {share:.1%} |"
        )
    yield ""
    why = sum((week.why for week in weeks), Counter[str]())
    yield "Why hits came back (one may for several reasons):" if why else "No hit came back."
    yield ""
    yield from (f"* {reason}: {count:,}" for reason, count in why.most_common())
    said = sum((week.said for week in weeks), Counter[str]())
    shared = [(words, count) for words, count in said.most_common() if count >= SHARED]
    if shared:
        yield ""
        yield f"Said alike of {SHARED} hits or more:"
        yield ""
        yield from (f"* {words[:300]}: {count:,}" for words, count in shared)
    if why:
        yield ""
    size = log.path.stat().st_size
    each = size / len(log.entries)
    yield f"The log has {len(log.entries):,} decisions of {each:,.0f} bytes each, and verifies."
    yield ""


if __name__ == "__main__":
    main()
