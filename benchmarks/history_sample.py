"""Delistings of a seeded sample beside the text of the notices that tell them, for a reader to judge.

Run it as ``python benchmarks/history_sample.py DATA --db STORE [--seed N] [--count N]``, where STORE holds
the SDN list and its change files. Printed is each event with its party and turns, the heading that stands
above the row cited, and the row. Nothing is judged here: whether the row tells what the event says is for
the reader, who notes it in ``results/``.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from history_rebuilding import SDN, Say
from told import Told

from sanctions_screen import ListStore
from sanctions_screen.model import Evidence, ListingEvent

_HEADING = re.compile(
    r"entries have been|(?:have been|being) removed|has removed|Delete all of the following", re.IGNORECASE
)
_CITED = re.compile(r"\((\S+)\), \S+, line (\d+)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    say = Told()
    say(f"# Delistings beside their notices, drawn {date.today()} with seed {options.seed}\n")  # noqa: DTZ011
    texts = {path.name: path.read_text("latin-1").split("\n")
             for path in (options.data / "us-ofac-changes").iterdir()}  # fmt: skip
    with ListStore.open(options.db, read_only=True) as store:
        sampled(store, texts, random.Random(options.seed), options.count, say)


def sampled(store: ListStore, texts: dict[str, list[str]], rng: random.Random, count: int, say: Say) -> None:
    """Print *count* of all delistings that a notice of 1994 to 2016 tells."""
    state = store.state(SDN)
    found: list[tuple[ListingEvent, Evidence, str]] = []
    for member in state:
        events = [event for event in state.history(member.party_id).events if event.kind != "amended"]
        turns = ", ".join(f"{event.kind} {event.on or event.window}" for event in events)
        for event in events:
            told = [e for e in event.evidence if e.kind == "notice" and not e.contradicts]
            if event.kind == "delisted" and event.on and event.on.year <= 2016 and told:
                found.append((event, told[0], turns))
    say(f"{count} of {len(found)}.\n")
    for number, (event, notice, turns) in enumerate(
        sorted(rng.sample(found, count), key=lambda each: (each[0].on or date.min, each[0].party_id)), start=1
    ):
        heading, row = _cited(texts, notice.source or "")
        name = store.party(event.party_id).primary_name.text
        say(f"{number}. {event.on} {event.party_id} {name} ({turns}): {notice.source}")
        say(f"   under «{heading}»: {row}")


def _cited(texts: dict[str, list[str]], citation: str) -> tuple[str, str]:
    """Return the heading above the row that a citation names, and how the row begins."""
    cited = _CITED.search(citation)
    assert cited
    lines, at = texts[cited[1]], int(cited[2]) - 1
    above = next((n for n in range(at + 2, -1, -1) if _HEADING.search(lines[n])), 0)
    return _plain(lines[above : above + 2]), _plain(lines[at : at + 2])[:90]


def _plain(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


if __name__ == "__main__":
    main()
