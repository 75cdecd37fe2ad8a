"""How many names a second are screened against four real lists, beside comparing strings with every name.

::

    python benchmarks/throughput_lists.py [--names 40000] [--shared DIR]

Both sides run in one process, one after the other, on as many cores as there are: ``Screener.screen_many``,
results with hits, ledgers and histories included, and ``rapidfuzz.process.cdist(token_sort_ratio,
workers=-1)``, which compares strings and nothing else. The ratio holds on any machine, names a second do not.
Names are real ones of people on no list, with two in a hundred listed names misspelled among them, once in
Latin letters and once in all scripts as they come; the default threshold. The same run says what labelled
pairs come to by the engine and by the reference, to the last digit. Written to ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from four_lists import four_lists, listed_names, mixed, people
from rapidfuzz import fuzz, process, utils
from throughput import HERE, RESULTS, machine, peak_mb
from throughput_accuracy import accuracy_lines
from throughput_phases import phase_lines, phases

from sanctions_screen import Screener
from sanctions_screen.engine import name as engine_name

COMPARED = 1_000
OF_PHASES = 5_000
"""Names of which the phases are told, none of them among those that are measured before."""


class Measured(NamedTuple):
    """What one kind of names came to."""

    names: int
    hits: int
    per_second: float
    cpu_us: float
    cdist_per_second: float
    first_thousand_per_second: float


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=40_000)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    chosen = parser.parse_args()
    facts = machine()
    with tempfile.TemporaryDirectory() as folder:
        store = four_lists(chosen.shared, Path(folder) / "lists.db")
        listed = listed_names(store)
        started, busy = perf_counter(), process_time()
        screener = Screener(store)
        built = (perf_counter() - started, process_time() - busy)
        everybody = people(chosen.shared)
        sorts = {
            "in Latin letters": [person.name for person in everybody if person.script == "Latin"],
            "as they come": [person.name for person in everybody],
        }
        measured = {sort: measure(screener, names[: chosen.names], listed) for sort, names in sorts.items()}
        more = slice(chosen.names, chosen.names + OF_PHASES)
        found = {
            sort: (phases(screener, mixed(names, listed)[more]), measured[sort].cdist_per_second)
            for sort, names in sorts.items()
        }
    write(facts, listed, built, measured, [*phase_lines(found), "", *accuracy_lines(chosen.shared)])


def measure(screener: Screener, names: Sequence[str], listed: Sequence[str]) -> Measured:
    """Return what screening some names takes, and comparing them."""
    asked = mixed(names, listed)
    early = perf_counter()
    hits = sum(result.outcome == "hit" for result in screener.screen_many(asked[:1000]))
    first = 1000 / (perf_counter() - early)
    started, busy = perf_counter(), process_time()
    hits += sum(result.outcome == "hit" for result in screener.screen_many(asked[1000:]))
    seconds, cpu = perf_counter() - started, process_time() - busy
    rest = len(asked) - 1000
    return Measured(len(asked), hits, rest / seconds, 1e6 * cpu / rest, cdist(asked, listed), first)


def cdist(names: Sequence[str], listed: Sequence[str]) -> float:
    """Return how many names a second are compared with every listed name, on all cores."""
    asked = [utils.default_process(name) for name in names[:COMPARED]]
    against = [utils.default_process(name) for name in listed]
    started = perf_counter()
    process.cdist(asked, against, scorer=fuzz.token_sort_ratio, workers=-1)
    return len(asked) / (perf_counter() - started)


def write(
    facts: dict[str, object],
    listed: Sequence[str],
    built: tuple[float, float],
    measured: dict[str, Measured],
    beside: Sequence[str],
) -> None:
    """Print the results and write them."""
    lines = [
        "# Throughput against four real lists", "",
        *(f"- {key.replace('_', ' ')}: {value}" for key, value in facts.items()),
        f"- engine: {engine_name()}",
        f"- different names listed: {len(listed):,}",
        f"- screener with its image from nothing: {built[0]:.1f} s, {built[1]:.1f} s of processor",
        f"- peak memory of it all, cdist's own included: {peak_mb():,.0f} MB", "",
        "| names | how many | hits | names/s | first 1,000 | cdist, all cores | ratio | µs of processor |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        *(
            f"| {label} | {one.names:,} | {one.hits:,} | {one.per_second:,.0f} | "
            f"{one.first_thousand_per_second:,.0f} | {one.cdist_per_second:,.0f} | "
            f"**{one.per_second / one.cdist_per_second:.1f} ×** | {one.cpu_us:,.0f} |"
            for label, one in measured.items()
        ),
        "", *beside, "",
    ]  # fmt: skip
    text = "\n".join(lines)
    print(text)
    (RESULTS / f"throughput-lists-{facts['day']}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
