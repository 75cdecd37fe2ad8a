"""What each rule of the matching model earns: one row a rule, measured without it.

::

    python benchmarks/ablation.py            # the tuned half: a table in results/, 40 minutes
    python benchmarks/ablation.py --aliases 100 --background 400 --pairs 4
    python benchmarks/ablation.py --only "known names,nicknames" --at-once 2

Each row is a process of its own that reads the weights with one rule taken out; the costs are not fitted
again. Beside the labelled pairs it asks whole lists: aliases taken off them, people on no list and firms on
no list, so that a rule that only makes alerts is seen to; and listed people under names written to be
overlooked, for which alone some rules are there.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
Change = Callable[[str], str]
NEVER: Final = 0
"""A likeness below the floor: parts never meet by the rule."""


def _set(section: str, name: str, value: int) -> Change:
    """Return a change of the weights' text: every *name* of the sections that begin so gets *value*."""

    def change(text: str) -> str:
        here, lines = False, []
        for line in text.splitlines():
            if line.startswith("["):
                here = line.startswith(f"[{section}")
            if here and line.partition("=")[0].strip() == name:
                line = re.sub(r"= [0-9_]+", f"= {value}", line, count=1)
            lines.append(line)
        return "\n".join(lines)

    return change


def _set_points(section: str, points: str) -> Change:
    """Return a change of the weights' text: the table of this name gets other *points*."""

    def change(text: str) -> str:
        before, head, after = text.partition(f"[{section}]\n")
        return before + head + re.sub(r"points = .*", f"points = {points}", after, count=1)

    return change


RULES: Final[dict[str, Change]] = {
    "all rules": lambda text: text,
    "known names": _set("rules", "known", NEVER),
    "nicknames": _set("rules", "nickname", NEVER),
    "vowels left out": _set("rules", "shorthand", NEVER),
    "two consonants without vowels": _set("rules", "shorthand_of_two", NEVER),
    "a slip takes less of long words": _set("rules", "slip", 1_000_000),
    "one letter of four another": _set("rules", "slip_in_short", NEVER),
    "scanned letters": _set("rules", "scanned", NEVER),
    "words cut off": _set("rules", "cut", NEVER),
    "initials": _set("rules", "initial", NEVER),
    "parts written as one": lambda text: _set("rules", "joined_syllables_floor", 1_000_000)(
        _set("rules", "joined_floor", 1_000_000)(text)
    ),
    "acronyms within a name": _set("rules", "acronym", NEVER),
    "brands spelled one way": _set("rules", "brand", 1_000_000),
    "letters across syllables": _set("rules", "across_syllables", NEVER),
    # No less than what is missing costs: the engine's bounds rest on that.
    "conflict dearer than missing": _set("kinds", "conflict", 400_000),
    "contradiction": _set("kinds", "contradiction", 0),
    "missing": _set("kinds", "missing", 0),
    "numbers": _set("kinds", "other_number", 0),
    "only generic words": lambda text: _set("kinds", "both_named", 0)(_set("kinds", "only_generic", 0)(text)),
    "a common word beside usual ones": _set_points("chance.common_word", "[[0, 0], [1, 0]]"),
    "many usual words": _set_points("chance.usual_words", "[[0, 1_000_000], [1, 1_000_000]]"),
    "one word of several of a firm's": _set("kinds", "one_word", 0),
    "one brand that sounds alike": _set("kinds", "one_brand", 0),
    "another trade": _set("kinds", "other_trade", 0),
    "fathers' names left out": _set("words", "patronymic", 1_000_000),
    "fuller names": _set("kinds", "fuller_name", 0),
    "romanisations": lambda text: _set("chance", "many_readings", 0)(_set("chance", "few_readings", 0)(text)),
    "commonness": _set_points("chance.common", "[[0, 0], [1, 0]]"),
}
COLUMNS: Final = (
    "pairs .1 %", "hard", "lists 1 %", "lists .1 %", "first", "people alerted", "firms found",
    "firms alerted", "evasions",
)  # fmt: skip


def main() -> None:
    """Measure every rule's row, and keep the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--aliases", type=int, default=300)
    parser.add_argument("--background", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=1, metavar="N", help="one pair in N")
    parser.add_argument("--row", help="measure one row and print it as JSON")
    parser.add_argument("--only", default=",".join(RULES), help="measure these rules alone, parted by commas")
    parser.add_argument("--at-once", type=int, default=1, metavar="N", help="measure N rows side by side")
    chosen = parser.parse_args()
    if chosen.row:
        print(json.dumps(measured(chosen)))
        return
    wanted = list(dict.fromkeys(["all rules", *chosen.only.split(",")]))
    if unknown := [rule for rule in wanted if rule not in RULES]:
        parser.error(f"no such rule: {', '.join(unknown)}; say some of {', '.join(RULES)}")
    with ThreadPoolExecutor(chosen.at_once) as pool:
        rows = []
        for rule, found in zip(wanted, pool.map(_row, wanted), strict=True):
            rows.append((rule, found))
            print(rule, found, flush=True)
    kept = HERE / "results" / f"ablation-{datetime.now(UTC).date()}.md"
    kept.write_text(table(rows, chosen), encoding="utf-8")
    print(f"kept in {kept}")


def _row(rule: str) -> dict[str, float]:
    """Return the figures without one rule, measured by a process of its own."""
    command = [sys.executable, __file__, *sys.argv[1:], "--row", rule]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(out.splitlines()[-1])
    return found


def measured(chosen: argparse.Namespace) -> dict[str, float]:
    """Return the figures of the tuned half without one rule."""
    from sanctions_screen import weights as weights_module

    text = weights_module.shipped().decode()
    weights_module.shipped = lambda: RULES[chosen.row](text).encode()
    from fit_figures import figures_of_half

    return figures_of_half(chosen.shared, chosen.aliases, chosen.background, chosen.pairs)


def table(rows: list[tuple[str, dict[str, float]]], chosen: argparse.Namespace) -> str:
    """Return the table as Markdown."""
    asked = f"{chosen.aliases} aliases, {chosen.background} people on no list"
    head = "\n".join(
        (
            "# What each rule earns",
            "",
            "The tuned half; each row is measured without one rule, the costs as they are",
            f"(`benchmarks/ablation.py`, {datetime.now(UTC):%Y-%m-%d}): {asked},",
            f"one labelled pair in {chosen.pairs}.",
            "",
            "",
        )
    )
    lines = [f"| without | {' | '.join(COLUMNS)} |", f"|---|{'--:|' * len(COLUMNS)}"]
    for rule, found in rows:
        name = "nothing: all rules" if rule == "all rules" else rule
        lines.append(f"| {name} | {' | '.join(f'{found[column]:.4f}' for column in COLUMNS)} |")
    return head + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
