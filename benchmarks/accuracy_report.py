"""Tables of an accuracy report: kept as JSON, shown as Markdown that is readable as it stands."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from math import isinf, isnan
from pathlib import Path
from typing import Any

import rapidfuzz

from sanctions_screen import __version__

__all__ = ["Section", "Table", "machine_facts", "markdown", "save"]

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).resolve().parent / "results"


@dataclass(frozen=True)
class Table:
    """Rows under a title, and a note on how to read them."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    note: str = ""

    def text(self) -> str:
        """Return the table in Markdown with its columns aligned."""
        rows = [self.columns, *(tuple(map(shown, row)) for row in self.rows)]
        widths = [max(len(row[i]) for row in rows) for i in range(len(self.columns))]
        lines = [
            "| " + " | ".join(_placed(cell, i, widths) for i, cell in enumerate(row)) + " |" for row in rows
        ]
        rule = (
            "|" + "|".join(("-" * (width + 1) + (":" if i else "-")) for i, width in enumerate(widths)) + "|"
        )
        return "\n".join(
            [f"### {self.title}", "", *([self.note, ""] if self.note else []), lines[0], rule, *lines[1:]]
        )


@dataclass
class Section:
    """One suite's facts and tables."""

    title: str
    facts: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)

    def text(self) -> str:
        """Return the section in Markdown."""
        facts = "\n".join(f"- {name}: {shown(value)}" for name, value in self.facts.items())
        return "\n\n".join([f"## {self.title}", facts, *(table.text() for table in self.tables)])


def shown(value: Any) -> str:
    """Return a cell as text: shares with three digits, unknown as a dash."""
    if isinstance(value, float):
        return "–" if isnan(value) or isinf(value) else f"{value:.3f}"
    return "–" if value is None else str(value)


def _placed(cell: str, column: int, widths: Sequence[int]) -> str:
    return cell.rjust(widths[column]) if column else cell.ljust(widths[column])


def machine_facts() -> dict[str, Any]:
    """Return what ran where: versions, commit, machine, and how busy it was."""
    return {
        "run at (UTC)": datetime.now(UTC).isoformat(timespec="seconds"),
        "sanctions_screen": __version__,
        "commit": _commit(),
        "python": platform.python_version(),
        "rapidfuzz": rapidfuzz.__version__,
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, one used",
        "load average before": round(os.getloadavg()[0], 1),
    }


def _commit() -> str | None:
    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--untracked-files=no", "--", "sanctions_screen")
        return git("rev-parse", "--short", "HEAD") + (" with uncommitted changes" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return None


def markdown(sections: Sequence[Section], half: str) -> str:
    """Return the whole report."""
    title = f"# Accuracy, {half} half" if half != "both" else "# Accuracy, both halves"
    return "\n\n".join([title, *(section.text() for section in sections)]) + "\n"


def save(sections: dict[str, Section], half: str) -> Path:
    """Write the day's report in JSON and Markdown; suites run earlier the same day are kept."""
    RESULTS.mkdir(exist_ok=True)
    day = datetime.now(UTC).date().isoformat()
    stem = f"accuracy-{day}" if half == "held-out" else f"accuracy-{half}-{day}"
    path = RESULTS / f"{stem}.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept.update({name: asdict(section) for name, section in sections.items()})
    kept = {name: kept[name] for name in ("pairs", "lists", "sanctions-screening-benchmark") if name in kept}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    read = [
        Section(s["title"], s["facts"], s["figures"], [_table(table) for table in s["tables"]])
        for s in kept.values()
    ]
    path.with_suffix(".md").write_text(markdown(read, half), encoding="utf-8")
    return path


def _table(kept: dict[str, Any]) -> Table:
    return Table(kept["title"], tuple(kept["columns"]), [tuple(row) for row in kept["rows"]], kept["note"])
