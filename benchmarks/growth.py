"""What grows with what: ten times the list, ten times the customers, a million, an update of a hundred.

::

    python benchmarks/growth.py list|customers|million|rescreen [--shared DIR] [--customers N]

``list`` screens the same names against the four lists' parties and against ten times as many, whose names are
theirs with a letter of every longer word changed. ``customers`` screens some names and ten times as many.
``million`` screens a million names, given one at a time: those of people on no list, and as many more with
letters changed as it takes. ``rescreen`` gives customers their answers, then changes a hundred parties of the
list and asks for what differs: of all by their portfolio, of some by their results. Seconds are
of all cores; hits, ledgers and histories are in them. Printed, and written to ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

from four_lists import four_lists, listed_names, mixed, people
from throughput import HERE, RESULTS, machine, peak_mb
from told import Told

from sanctions_screen import ListStore, Screener, Subject
from sanctions_screen.engine import name as engine_name
from sanctions_screen.model import Party, PartyId
from sanctions_screen.screening.portfolio import Portfolio, keep_portfolio
from sanctions_screen.screening.rescreen import rescreen, rescreen_portfolio

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGER = 4
"""Words of as many letters have one changed."""
CHANGED = 100
BESIDE = 5_000
"""Customers asked again from their results, for comparison."""
OWN = "own"


def main() -> None:
    """Measure one part, print and write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--customers", type=int)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    chosen = parser.parse_args()
    facts, told = machine(), Told()
    told(f"# Growth: {chosen.part}\n")
    for key, value in facts.items():
        told(f"- {key.replace('_', ' ')}: {value}")
    told(f"- engine: {engine_name()}\n")
    with tempfile.TemporaryDirectory() as folder:
        measure, usual = PARTS[chosen.part]
        measure(chosen.shared, Path(folder), chosen.customers or usual, told)
    told(f"\nPeak memory: {peak_mb():,.0f} MB")
    told.write(RESULTS / f"growth-{chosen.part}-{facts['day']}.md")


def grown_list(shared: Path, folder: Path, customers: int, told: Told) -> None:
    """Screen the same names against the lists' parties, and against ten times as many."""
    parties = _parties(four_lists(shared, folder / "lists.db"))
    names = [person.name for person in people(shared)[:customers]]
    told("| parties | names | screener made in s | µs of processor a name | names/s |")
    told("|--:|--:|--:|--:|--:|")
    costs = []
    for times in (1, 10):
        many = [_again(party, copy) for copy in range(times) for party in parties]
        store = ListStore.open(folder / f"{times}.db", create=True)
        store.add_snapshot(OWN, many, published_on=date(2026, 1, 1))
        started = perf_counter()
        screener = Screener(store)
        made = perf_counter() - started
        _, cost, rate = _screened(screener, names)
        costs.append(cost)
        different = len(listed_names(store))
        told(f"| {len(many):,} | {different:,} | {made:.1f} | {1e6 * cost:,.0f} | {rate:,.0f} |")
    told(f"\nTen times the list: {costs[1] / costs[0]:.2f} times the cost a name.")


def grown_customers(shared: Path, folder: Path, customers: int, told: Told) -> None:
    """Screen some names, and ten times as many others, each with a screener that has seen none."""
    four_lists(shared, folder / "lists.db").close()
    everybody = [person.name for person in people(shared)]
    told("| customers | seconds of processor | seconds | µs of processor a name |")
    told("|--:|--:|--:|--:|")
    costs = []
    for count in (customers, 10 * customers):
        screener = Screener(ListStore.open(folder / "lists.db", create=False))
        hits, cost, rate = _screened(screener, everybody[:count])
        costs.append(cost * count)
        told(f"| {count:,} ({hits} hits) | {cost * count:.1f} | {count / rate:.1f} | {1e6 * cost:,.0f} |")
    told(f"\nTen times the customers: {costs[1] / costs[0]:.2f} times the processor.")


def million(shared: Path, folder: Path, customers: int, told: Told) -> None:
    """Screen a million different names, given one at a time."""
    store = four_lists(shared, folder / "lists.db")
    screener = Screener(store)
    before, listed = peak_mb(), listed_names(store)
    different = _different(shared, customers)
    blocks = iter(lambda: list(islice(different, 10_000)), [])
    names = (name for block in blocks for name in mixed(block, listed))
    started, busy, hits = perf_counter(), process_time(), 0
    for done, result in enumerate(screener.screen_many(names), 1):
        hits += result.outcome == "hit"
        if done % (customers // 10 or 1) == 0:
            seconds = perf_counter() - started
            told(f"- {done:,} names: {seconds:,.0f} s, {hits:,} with hits; memory {peak_mb():,.0f} MB")
    seconds, cpu = perf_counter() - started, process_time() - busy
    told(
        f"\n{customers:,} names in {seconds:,.0f} s, {cpu:,.0f} s of processor: {customers / seconds:,.0f}/s."
    )
    told(f"Before the first, with the screener made, the process had {before:,.0f} MB.")


def rescreened(shared: Path, folder: Path, customers: int, told: Told) -> None:
    """Ask all customers of a portfolio what differs after an update of a hundred parties."""
    parties = _parties(four_lists(shared, folder / "lists.db"))
    store = ListStore.open(folder / "own.db", create=True)
    store.add_snapshot(OWN, parties, published_on=date(2026, 1, 1))
    old = Screener(store)
    source = random.Random(5)
    places = set(source.sample(range(len(parties)), CHANGED))
    changed = [_again(party, 1) if place in places else party for place, party in enumerate(parties)]
    store.add_snapshot(OWN, changed, published_on=date(2026, 1, 8))
    started = perf_counter()
    new = Screener(store)
    told(f"The screener of the update: {perf_counter() - started:.1f} s.")
    listed = _names(parties)
    for kind in ("person", None):
        names = mixed(list(_different(shared, customers)), listed)
        subjects = (Subject(name=name, kind=kind) for name in names)
        told(f"\n## Customers who are {'persons' if kind else 'of no kind that is known'}\n")
        _portfolio(folder / "customers", subjects, old, new, told)
        few = list(islice(Portfolio.open(folder / "customers").subjects(), BESIDE))
        before = list(zip(few, old.screen_many(few), strict=True))
        started, busy = perf_counter(), process_time()
        differ = sum(bool(each.changes) for each in rescreen(before, store, new))
        seconds, cpu = perf_counter() - started, process_time() - busy
        told(
            f"- `rescreen` of the first {len(few):,}, from their results: {seconds:,.1f} s, {cpu:,.1f} s of "
            f"processor ({1e6 * cpu / len(few):,.0f} µs each); {differ:,} differ."
        )


def _portfolio(path: Path, subjects: Iterator[Subject], old: Screener, new: Screener, told: Told) -> None:
    """Screen customers and keep them; then ask all of them again."""
    kept_for = 0.0
    started, busy = perf_counter(), process_time()
    with keep_portfolio(path, old) as keeping:
        for result in old.screen_many(subjects):
            adding = perf_counter()
            keeping.add(result)
            kept_for += perf_counter() - adding
    seconds, cpu = perf_counter() - started, process_time() - busy
    count, size = len(Portfolio.open(path)), path.stat().st_size
    told(
        f"- the full run of {count:,}: {seconds:,.0f} s, {cpu:,.0f} s of processor; in it {kept_for:,.0f} s "
        f"({1e6 * kept_for / count:,.0f} µs each) to keep them: {size / 1e6:,.0f} MB, "
        f"{size / count:,.0f} bytes each"
    )
    before = peak_mb()
    started, busy = perf_counter(), process_time()
    judged = differ = 0
    for each in rescreen_portfolio(Portfolio.open(path), new):
        judged += each.judged
        differ += bool(each.changes)
    seconds, cpu = perf_counter() - started, process_time() - busy
    told(
        f"- **asked again after an update of {CHANGED} parties: {seconds:,.1f} s**, {cpu:,.1f} s of "
        f"processor ({1e6 * cpu / count:,.1f} µs each); {judged:,} judged anew, {differ:,} differ; "
        f"peak memory before {before:,.0f} MB, after {peak_mb():,.0f}"
    )


PARTS = {
    "list": (grown_list, 4_000),
    "customers": (grown_customers, 4_000),
    "million": (million, 1_000_000),
    "rescreen": (rescreened, 1_000_000),
}


def _screened(screener: Screener, names: list[str]) -> tuple[int, float, float]:
    """Return the hits, the seconds of processor a name, and the names a second."""
    started, busy = perf_counter(), process_time()
    hits = sum(result.outcome == "hit" for result in screener.screen_many(names))
    return hits, (process_time() - busy) / len(names), len(names) / (perf_counter() - started)


def _parties(store: ListStore) -> list[Party]:
    """Return the parties of all lists, as those of one list."""
    return [
        party.model_copy(update={"party_id": PartyId(f"{OWN}:{number}")})
        for number, party in enumerate(
            each for info in store.lists() for each in store.snapshot(info.list_id)
        )
    ]


def _again(party: Party, copy: int) -> Party:
    """Return the party itself for copy 0, else another with names that are theirs with letters changed."""
    if copy == 0:
        return party
    source = random.Random(f"{party.party_id} {copy}")
    names = tuple(name.model_copy(update={"text": changed(name.text, source)}) for name in party.names)
    return party.model_copy(
        update={"party_id": PartyId(f"{party.party_id}-{copy}"), "names": names, "identifiers": ()}
    )


def changed(name: str, source: random.Random) -> str:
    """Return a name with a letter of every longer word in Latin letters changed."""
    return " ".join(
        _one_letter_else(word, source) if len(word) >= LONGER and word.isascii() and word.isalpha() else word
        for word in name.split(" ")
    )


def _one_letter_else(word: str, source: random.Random) -> str:
    at = source.randrange(len(word))
    return word[:at] + source.choice(LETTERS) + word[at + 1 :]


def _different(shared: Path, count: int) -> Iterator[str]:
    """Return so many names: those of people on no list, then with letters changed."""
    everybody = [person.name for person in people(shared)]
    source = random.Random(9)
    yield from everybody[:count]
    yield from (changed(name, source) for name in islice(cycle(everybody), max(0, count - len(everybody))))


def _names(parties: list[Party]) -> list[str]:
    return sorted({name.text for party in parties for name in party.names})


if __name__ == "__main__":
    main()
