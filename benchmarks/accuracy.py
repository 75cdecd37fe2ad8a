"""How many true matches are found, and at what cost in false ones.

::

    python benchmarks/accuracy.py                     # everything, on the half held out; results are kept
    python benchmarks/accuracy.py pairs --half tune --examples 5
    python benchmarks/accuracy.py --quick             # a smoke run in a minute, nothing kept

``pairs`` compares labelled pairs of names, beside rapidfuzz on names in plain Latin letters, in one run.
The labelled names and the real lists are no part of this project: ``--shared DIR`` tells where they are, else
``shared`` beside the checkout is looked for. What is tuned on is not what is reported: ``accuracy_data.py``
deals names into two halves.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from accuracy_data import read_pairs
from accuracy_pairs import examples, measure_pairs
from accuracy_report import Section, machine_facts, save

HERE = Path(__file__).resolve().parent
SUITES = ("pairs",)


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
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"which: {', '.join(SUITES)} (all)")
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--half", choices=("tune", "held-out", "both"), default="held-out")
    parser.add_argument(
        "--examples",
        type=int,
        default=0,
        metavar="N",
        help="show N of each sort of mistake (on the screen only)",
    )
    parser.add_argument("--quick", action="store_true", help="one pair in twenty, few names: does it run?")
    parser.add_argument("--discard", action="store_true", help="keep no results")
    chosen = parser.parse_args()
    if unknown := set(chosen.suites) - set(SUITES):
        parser.error(f"no such suite: {', '.join(sorted(unknown))}; there are {', '.join(SUITES)}")
    return chosen


def run_pairs(chosen: argparse.Namespace) -> tuple[Section, str]:
    """Compare the labelled pairs of the half."""
    pairs, _ = read_pairs(chosen.shared / "eval")
    kept = [pair for pair in pairs if chosen.half in ("both", pair.half)]
    section, ours = measure_pairs(
        kept[::20] if chosen.quick else kept, {"half": chosen.half, **machine_facts()}
    )
    return section, examples(ours, chosen.examples) if chosen.examples else ""


RUN = {"pairs": run_pairs}

if __name__ == "__main__":
    main()
