"""Read list files and write the table of what was read: parties, names, identifiers, time and memory.

    python benchmarks/sources_table.py DATA_FOLDER docs/sources.md

Each file is read in a process of its own, so that its memory is its own. Peak memory is the process's, with
Python and the library in it; the row "(nothing)" says how much that is.
"""

from __future__ import annotations

import json
import platform
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

SKIPPED = ("SHA", "MANIFEST", "README")
# Files that belong beside another one, and are read with it.
BESIDE = (
    "add.",
    "alt.",
    "sdn_comments.",
    "cons_add.",
    "cons_alt.",
    "cons_comments.",
    "dat_spec",
    "known_history",
)


_INTRODUCTION = """\
Made by `benchmarks/sources_table.py` on {day}, Python {python}, {machine}. Seconds are of the processor; they
and the peak memory are of one process a file, and an empty one needs {empty} MB. *Unread* counts the passages
the reader reported as not understood, files that should stand beside and do not among them. The day is empty
where the file does not state it."""


def read_one(path: str) -> dict[str, object]:
    """Read one file and return its row."""
    from sanctions_screen.errors import SourceError
    from sanctions_screen.sources import read_list

    row: dict[str, object] = {}
    began = time.process_time()
    try:
        parsed = read_list(path) if path else None
        if parsed is not None:
            row = {
                "format": parsed.format,
                "list": parsed.list_id,
                "day": str(parsed.published_on or ""),
                "parties": len(parsed.parties),
                "names": sum(len(party.names) for party in parsed.parties),
                "identifiers": sum(len(party.identifiers) for party in parsed.parties),
                "unread": len(parsed.unread),
            }
    except SourceError as error:
        row = {"error": f"{type(error).__name__}: {str(error)[:160]}"}
    row["seconds"] = round(time.process_time() - began, 2)
    row["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return row


def _row_of(path: Path | None) -> dict[str, object]:
    command = [sys.executable, __file__, "--one", str(path or "")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    row: dict[str, object] = json.loads(done.stdout)
    return row


def table(folder: Path) -> str:
    """Return the page with the table of every list file in *folder*."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    files = [path for path in files if not path.name.casefold().startswith(BESIDE)]
    files = [path for path in files if not path.name.startswith(SKIPPED)]
    lines = [
        "# What was read from the real lists",
        "",
        _INTRODUCTION.format(
            day=f"{datetime.now(UTC):%Y-%m-%d}",
            python=platform.python_version(),
            machine=platform.machine(),
            empty=_row_of(None)["mb"],
        ),
        "",
        "| file | format | list | day | parties | names | identifiers | unread | seconds | MB |",
        "|---|---|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    for path in files:
        row, name = _row_of(path), path.relative_to(folder).as_posix()
        if "error" in row:
            lines.append(f"| {name} | {row['error']} | | | | | | | {row['seconds']} | {row['mb']} |")
            continue
        keys = ("format", "list", "day", "parties", "names", "identifiers", "unread", "seconds", "mb")
        lines.append(f"| {name} | " + " | ".join(str(row[key]) for key in keys) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(read_one(sys.argv[2])))
    elif len(sys.argv) == 3:
        Path(sys.argv[2]).write_text(table(Path(sys.argv[1])), encoding="utf-8")
    else:
        sys.exit("usage: python benchmarks/sources_table.py DATA_FOLDER OUTPUT.md")
