"""Listing history from real files: what is read, how well a day is rebuilt, what a store of it all costs.

Run it as ``python benchmarks/history.py DATA [--results FILE]``, where DATA is a folder laid out as
``us-ofac-changes/`` (OFAC's yearly change files), ``us-ofac-sdn/<date>/SDN.CSV`` (snapshots) and
``us-ofac-sdn/weekly-*.tar.xz`` (a weekly series, one file a date). It prints Markdown; the results kept
beside it have the date they were measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from history_forward import forward
from history_rebuilding import Say, rebuilding
from told import Told

from sanctions_screen.sources.ofac_changes import ChangeFile, read_changes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--weeks", type=int, default=None, help="import only so many of the weekly versions")
    parser.add_argument("--part", choices=["reading", "rebuilding", "forward"], action="append")
    options = parser.parse_args()
    say = Told()
    say(f"# Listing history, measured {datetime.now(UTC):%Y-%m-%d}")
    machine = f"{platform.machine()}, {os.cpu_count()} cores shared with others"
    load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    say(f"\nPython {platform.python_version()}, {machine}; load average at the start {load}.")
    parts = options.part or ["reading", "rebuilding", "forward"]
    paths = sorted((options.data / "us-ofac-changes").iterdir(), key=_year)
    if "reading" in parts:
        reading([read_changes(path) for path in paths], say)
    if "rebuilding" in parts:
        rebuilding(options.data, paths, say)
    if "forward" in parts:
        forward(options.data, paths, options.weeks, say)
    say.write(options.results)


def _year(path: Path) -> int:
    found = re.search(r"(\d\d)\.", path.name)
    assert found
    return (int(found[1]) + 10) % 100


# --- reading --------------------------------------------------------------------------------------------


def reading(files: list[ChangeFile], say: Say) -> None:
    say("\n## Reading the change files\n")
    say("| file | entries | added | changed | removed | text read | passages unread |")
    say("|---|---|---|---|---|---|---|")
    for file in files:
        kinds = Counter(change.kind for change in file.changes)
        say(
            f"| {file.file.name} | {len(file.changes)} | {kinds['listed']} | {kinds['amended']} "
            f"| {kinds['delisted']} | {file.share_read:.2%} | {len(file.unread)} |"
        )
    for label, group in (
        ("1994 to 2000", [f for f in files if f.changes[0].on.year <= 2000]),
        ("2001 on", [f for f in files if f.changes[0].on.year > 2000]),
    ):
        share = sum(f.read_characters for f in group) / sum(f.characters for f in group)
        say(f"\n{label}: {share:.2%} of the text.")
    say("\nUnread, from 2001 on:\n")
    for file in files:
        if file.changes[0].on.year > 2000:
            for passage in file.unread:
                where = f"{passage.file}, line {passage.line}"
                say(f"- {where}: {passage.reason} ({len(passage.text)} characters)")


if __name__ == "__main__":
    main()
