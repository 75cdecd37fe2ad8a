"""How many true matches are found, and at what cost in false ones.

::

    python benchmarks/accuracy.py                     # everything, on the half held out; results are kept
    python benchmarks/accuracy.py pairs --half tune --examples 5
    python benchmarks/accuracy.py lists --aliases 500 --background 2000
    python benchmarks/accuracy.py --quick             # a smoke run in a minute, nothing kept

``pairs`` compares labelled pairs of names; ``lists`` takes aliases off real lists and searches for them. Both
stand beside rapidfuzz on names in plain Latin letters, in one run (for lists it takes numpy, the extra
``bench``). ``sanctions-screening-benchmark`` runs the cases of the PyPI package of that name, if installed.
The labelled names and the real lists are no part of this project: ``--shared DIR`` tells where they are, else
``shared`` beside the checkout is looked for. What is tuned on is not what is reported: ``accuracy_data.py``
deals names into two halves.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from accuracy_data import listed_people, read_background, read_pairs, sampled
from accuracy_firms import ask_firms, firms_table, read_firms
from accuracy_lists import ask_matcher, hold_out, list_examples, list_tables, read_lists
from accuracy_lists_baselines import LIST_BASELINES, ask_baseline
from accuracy_measures import cut_for
from accuracy_own_list import own_list_table
from accuracy_pairs import SHARES, examples, measure_pairs
from accuracy_people import MONONYMS, lone_words, mononyms, scripts_table
from accuracy_report import Section, machine_facts, save
from accuracy_ssb import SUITE as SSB
from accuracy_ssb import measure_ssb

from sanctions_screen import ScreeningSettings
from sanctions_screen.engine.chosen import matcher_of_parties

HERE = Path(__file__).resolve().parent
FIRMS = 1500  # of each sort on no list
SUITES = ("pairs", "lists")  # run when none is named


def main() -> None:
    """Run the suites named on the command line."""
    chosen = arguments()
    if not (chosen.shared / "eval" / "pairs.csv").is_file():
        sys.exit(f"no labelled names: {chosen.shared}/eval/pairs.csv is not there; say where with --shared")
    sections: dict[str, Section] = {}
    for suite in chosen.suites or SUITES:
        section, shown = RUN[suite](chosen)
        sections[suite] = section
        print(section.text(), flush=True)
        print(shown, flush=True)
    if not chosen.quick and not chosen.discard:
        print(f"kept in {save(sections, chosen.half)}")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("suites", nargs="*", metavar="SUITE", help="see above (pairs lists)")
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--half", choices=("tune", "held-out", "both"), default="held-out")
    parser.add_argument(
        "--examples",
        type=int,
        default=0,
        metavar="N",
        help="show N of each sort of mistake (on the screen only)",
    )
    parser.add_argument("--aliases", type=int, default=1500, metavar="N", help="aliases to hold out (1500)")
    parser.add_argument("--background", type=int, default=5000, metavar="N", help="people on no list (5000)")
    parser.add_argument("--quick", action="store_true", help="one pair in twenty, few names: does it run?")
    parser.add_argument("--discard", action="store_true", help="keep no results")
    chosen = parser.parse_args()
    if unknown := set(chosen.suites) - set(RUN):
        parser.error(f"no such suite: {', '.join(sorted(unknown))}; there are {', '.join(RUN)}")
    return chosen


def run_pairs(chosen: argparse.Namespace) -> tuple[Section, str]:
    """Compare the labelled pairs of the half."""
    pairs, _ = read_pairs(chosen.shared / "eval")
    kept = [pair for pair in pairs if chosen.half in ("both", pair.half)]
    section, ours = measure_pairs(
        kept[::20] if chosen.quick else kept, {"half": chosen.half, **machine_facts()}
    )
    return section, examples(ours, chosen.examples) if chosen.examples else ""


def run_lists(chosen: argparse.Namespace) -> tuple[Section, str]:
    """Search real lists for aliases taken off them, and for people on no list."""
    began = time.perf_counter()
    facts = machine_facts()
    lists = read_lists(chosen.shared / "data")
    _, split = read_pairs(chosen.shared / "eval")
    sizes = (40, 100) if chosen.quick else (chosen.aliases, chosen.background)
    aliases, parties = hold_out(lists, split, chosen.half, sizes[0])
    people = read_background(chosen.shared / "eval", chosen.half)
    background = sampled(people, sizes[1])
    matcher = matcher_of_parties(parties, ScreeningSettings())
    ours = ask_matcher(matcher, aliases, background)
    firms = read_firms(chosen.shared / "data", lists.parties, 50 if chosen.quick else FIRMS)
    alerted = {sort: ask_firms(matcher, names) for sort, names in firms.items()}
    words = (mononyms(people), lone_words(background if chosen.quick else people))
    alone = {
        what: [answer.best for answer in ask_matcher(matcher, (), some)[1]]
        for what, some in zip(MONONYMS, words, strict=True)
    }
    theirs = {name: ask_baseline(name, parties, aliases, background) for name in LIST_BASELINES}
    section = Section("Lists, each with aliases held out", {"half": chosen.half, **facts})
    section.facts["lists (names)"] = ", ".join(f"{name} ({count})" for name, count in lists.read.items())
    section.facts["searched"] = f"{sum(len(p.names) for p in parties)} names of {len(parties)} parties"
    section.facts["asked"] = f"{len(aliases)} aliases, {len(background)} background names"
    section.facts["left out as listed themselves"] = f"{len(listed_people())} names of both halves"
    list_tables(ours, theirs, aliases, background, section)
    section.tables.insert(2, firms_table(alerted, aliases, ours[0], ours[1]))
    highest = [answer.best for answer in ours[1]]
    cuts = (cut_for(highest, SHARES[0]), cut_for(highest, SHARES[1]))
    section.tables.insert(1, own_list_table(aliases, ours[0], cuts))
    section.tables.append(scripts_table(background, ours[1], alone, cuts[0], ScreeningSettings().threshold))
    section.facts["seconds"] = round(time.perf_counter() - began)
    shown = list_examples(ours, aliases, background, chosen.examples) if chosen.examples else ""
    return section, shown


def run_ssb(chosen: argparse.Namespace) -> tuple[Section, str]:
    """Answer the cases that another project's generator makes of OFAC's list."""
    parties = [p for p in read_lists(chosen.shared / "data").parties if p.party_id.startswith("us-ofac-sdn:")]
    section, missed = measure_ssb(parties, 20 if chosen.quick else 250, machine_facts())
    return section, missed if chosen.examples else ""


RUN = {"pairs": run_pairs, "lists": run_lists, SSB: run_ssb}

if __name__ == "__main__":
    main()
