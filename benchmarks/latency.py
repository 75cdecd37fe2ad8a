"""How long one answer takes: warm, from the start of a process, and after a list update.

::

    python benchmarks/latency.py [--shared DIR]

On the four lists of ``four_lists``: one name asked of a warm screener, a thousand times; ``sanctions-screen
screen`` from start to end with an image beside the store; an index from nothing, and derived from the last
after an update of a hundred parties; and the README's example on the embedded lists, from nothing. Seconds of
processor time but where it says so. Modules are compiled before the run that counts, as pip does when it
installs them, whatever the environment says. Written to ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from four_lists import four_lists, people
from throughput import HERE, RESULTS, machine

from sanctions_screen import ListStore, Screener
from sanctions_screen.engine import compiled
from sanctions_screen.model import Name

README = """
from datetime import date
from sanctions_screen import ListStore, Screener
store = ListStore.embedded()
for day in (date(2012, 6, 30), date(2014, 6, 30), date(2017, 6, 30)):
    Screener(store, as_of=day).screen("Thein Htay")
"""

# A process is told to have had the memory of the one that started it, so a small one stands between.
_MEASURED = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
sys.exit(bool(status))
"""


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    chosen = parser.parse_args()
    facts = machine()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lists.db"
        store = four_lists(chosen.shared, file)
        screener = Screener(store)  # writes the image
        rows = [
            *warm(screener, [person.name for person in people(chosen.shared)[:1200]]),
            *index(store),
            ("`screen NAME` with its image", *_command("screen", "Kim Sok-chol", "--db", str(file))),
            updated(store),
            ("README's three answers, embedded lists", *_run(sys.executable, "-c", README)),
        ]
    text = "\n".join(
        [
            "# Latency", "", *(f"- {key.replace('_', ' ')}: {value}" for key, value in facts.items()), "",
            "| what | figure | peak memory |", "|---|--:|--:|",
            *(f"| {what} | {figure} | {memory} |" for what, figure, memory in rows), "",
        ]
    )  # fmt: skip
    print(text)
    (RESULTS / f"latency-{facts['day']}.md").write_text(text, encoding="utf-8")


def warm(screener: Screener, names: list[str]) -> list[tuple[str, str, str]]:
    """Return the median and the 99th percentile of single answers."""
    for name in names[:200]:
        screener.screen(name)
    seconds = []
    for name in names[200:]:
        started = perf_counter()
        screener.screen(name)
        seconds.append(perf_counter() - started)
    seconds.sort()
    at = {"median": len(seconds) // 2, "99th percentile": len(seconds) * 99 // 100}
    return [(f"one name, warm, {what}, wall", f"{1000 * seconds[n]:.1f} ms", "") for what, n in at.items()]


def index(store: ListStore) -> list[tuple[str, str, str]]:
    """Return what an index takes from nothing, and derived after an update of a hundred parties."""
    from sanctions_screen import ScreeningSettings

    settings = ScreeningSettings()
    parties = [party for info in store.lists() for party in store.snapshot(info.list_id)]
    started = process_time()
    made = compiled.index_of(parties, settings)
    from_nothing = process_time() - started
    given = compiled.given_parties(parties[:100], settings)
    started = process_time()
    made.derive(given[:50], [party.party_id for party in parties[100:150]], bytes(32))
    derived = process_time() - started
    return [
        ("index from nothing, parties at hand", f"{from_nothing:.1f} s", ""),
        ("index after 100 parties changed", f"{derived:.1f} s", ""),
        ("bytes of the image a name", f"{len(made.image()) / sum(len(p.names) for p in parties):.0f}", ""),
    ]


def updated(store: ListStore) -> tuple[str, str, str]:
    """Return what the first screener after an update of a hundred parties takes, lists read."""
    parties = list(store.snapshot("us-ofac-sdn"))
    renamed = [
        party.model_copy(update={"names": (*party.names, Name(text=f"{party.primary_name.text} Junior"))})
        for party in parties[:100]
    ]
    store.add_snapshot("us-ofac-sdn", [*renamed, *parties[100:]], published_on=date(2026, 8, 3))
    started = process_time()
    Screener(store)
    return (
        "screener after an update of 100 parties, its image derived",
        f"{process_time() - started:.1f} s",
        "",
    )


def _command(*words: str) -> tuple[str, str]:
    return _run(sys.executable, "-m", "sanctions_screen", *words, "--exit-zero")


def _run(*words: str) -> tuple[str, str]:
    """Return the best of three runs' seconds of processor, and the most memory they took."""
    found: list[tuple[float, float]] = []
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(3):
        started = [sys.executable, "-c", _MEASURED, *words]
        told = subprocess.run(started, capture_output=True, text=True, env=installed)
        if told.returncode:
            raise SystemExit(f"{' '.join(words[:4])} failed")
        seconds, kilobytes = map(float, told.stdout.split())
        found.append((seconds, kilobytes * 1024 / 1e6))
    return f"{min(seconds for seconds, _ in found):.2f} s", f"{max(memory for _, memory in found):.0f} MB"


if __name__ == "__main__":
    main()
