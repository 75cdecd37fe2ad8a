"""How fast, how small, how soon: what the next version has to beat.

::

    python benchmarks/throughput.py names [--seconds 20] [--shared DIR]  # speed, latency, memory, cold start
    python benchmarks/throughput.py batch [--rows 10000] [--shared DIR]  # screen_csv against a full real list

``names`` measures on the embedded lists, and on OFAC's full SDN list of 2024-07-02 where the folder of real
lists is found (``--shared``, or ``shared`` beside the checkout). The headline is a ratio: names a second of
``Screener.screen_many`` beside ``rapidfuzz.process.cdist(token_sort_ratio, workers=1)``, which compares
strings and nothing else, in the same process on the same names; a ratio holds on any machine, names a second
does not. Times are seconds of processor time, which a busy machine disturbs least, except those of a cold
start and of a batch, which are what a user waits. Each measurement runs in a process of its own, so that its
peak memory is its own. Results are written to ``benchmarks/results/`` with the day and the machine.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
SDN_DAY = date(2024, 7, 2)
SDN = f"us-ofac-sdn/{SDN_DAY.isoformat()}/SDN.CSV"
# The archive holds no aliases of that day; these are the nearest. Some belong to parties gone by then.
SIBLINGS = ("us-ofac-sdn/2023-07-25/ALT.CSV", "us-ofac-sdn/2023-07-25/ADD.CSV")
MOST_COMPARED = 500


def main() -> None:
    """Run the measurement named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("names", "batch", "child"))
    parser.add_argument("task", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long to screen, for each list")
    parser.add_argument("--script", default="Latin", help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=int, default=10_000, help="rows of the batch")
    chosen = parser.parse_args()
    if chosen.what == "child":
        print(json.dumps(TASKS[chosen.task](chosen)))
    elif chosen.what == "names":
        report_names(chosen)
    else:
        report_batch(chosen)


# -- what is measured, each in a process of its own --------------------------------------------------------


def peak_mb() -> float:
    """Return this process's peak memory in megabytes (ru_maxrss is in kilobytes on Linux, bytes on macOS)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6, 1)


def cold_start(chosen: argparse.Namespace) -> dict[str, float]:  # noqa: ARG001 -- all tasks have one shape
    """Time import, the embedded lists and the first answer, in that order, from a fresh interpreter."""
    started = perf_counter()
    from sanctions_screen.screening import Screener
    from sanctions_screen.store import ListStore

    imported = perf_counter()
    screener = Screener(ListStore.embedded())
    ready = perf_counter()
    screener.screen("Thein Htay")
    answered = perf_counter()
    return {
        "import_s": imported - started,
        "screener_s": ready - imported,
        "first_answer_s": answered - ready,
        "peak_mb": peak_mb(),
    }


def names_embedded(chosen: argparse.Namespace) -> dict[str, Any]:
    """Measure on the embedded lists."""
    from sanctions_screen.store import ListStore

    started = process_time()
    store = ListStore.embedded()
    return {"import_s": process_time() - started, **measure(store, chosen)}


def names_sdn(chosen: argparse.Namespace) -> dict[str, Any]:
    """Measure on the full SDN list."""
    started = process_time()
    store = full_sdn(chosen.shared)
    return {"import_s": process_time() - started, **measure(store, chosen)}


def full_sdn(shared: Path) -> Any:
    """Return a store with the SDN list of 2024-07-02 and the aliases nearest to it."""
    from sanctions_screen.store import ListStore

    store = ListStore.in_memory()
    with tempfile.TemporaryDirectory() as folder:
        for name in (SDN, *SIBLINGS):
            if (shared / "data" / name).is_file():
                shutil.copy(shared / "data" / name, folder)
        store.import_file(Path(folder) / "SDN.CSV", list_id="us-ofac-sdn", published_on=SDN_DAY)
    return store


def measure(store: Any, chosen: argparse.Namespace) -> dict[str, Any]:
    """Return speed beside cdist, latency, build time and memory on one store."""
    from sanctions_screen.screening import Screener

    states = [store.state(info.list_id) for info in store.lists()]
    parties = [state.party(member.party_id) for state in states for member in state]
    listed = [name.text for party in parties for name in party.names]
    started = process_time()
    screener = Screener(store)
    built = process_time() - started
    subjects = subjects_to_screen(chosen.shared)
    screener.screen(subjects[0])  # what loads on first use is cold start, measured elsewhere
    seconds, hits = timed_answers(screener, subjects[1:], chosen.seconds)
    per_second = len(seconds) / sum(seconds)
    compared = cdist_per_second(subjects[1 : 1 + MOST_COMPARED], listed)
    return {
        "parties": len(parties),
        "names": len(listed),
        "build_s": built,
        "screened": len(seconds),
        "hits": hits,
        "names_per_second": per_second,
        "cdist_names_per_second": compared,
        "ratio_to_cdist": per_second / compared,
        "latency_median_ms": 1000 * statistics.median(seconds),
        "latency_p95_ms": 1000 * sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))],
        "peak_mb": peak_mb(),
    }


def timed_answers(screener: Any, subjects: list[str], budget: float) -> tuple[list[float], int]:
    """Return each answer's seconds of processor time until *budget* seconds went by, and how many hit."""
    seconds: list[float] = []
    hits = 0
    answers = screener.screen_many(subjects)
    until = perf_counter() + budget
    while len(seconds) < len(subjects) and perf_counter() < until:
        started = process_time()
        answer = next(answers)
        seconds.append(process_time() - started)
        hits += answer.outcome == "hit"
    return seconds, hits


def cdist_per_second(subjects: list[str], listed: list[str]) -> float:
    """Return how many subjects a second of processor time rapidfuzz compares with every listed name."""
    from rapidfuzz import fuzz, process, utils

    asked, against = ([utils.default_process(text) for text in texts] for texts in (subjects, listed))
    started = process_time()
    process.cdist(asked, against, scorer=fuzz.token_sort_ratio, workers=1)
    return len(asked) / (process_time() - started)


def subjects_to_screen(shared: Path) -> list[str]:
    """Return names of people on no list, mixed by script and culture; made-up ones where none are found."""
    source = random.Random(0)
    background = shared / "eval" / "background.csv"
    if background.is_file():
        with background.open(encoding="utf-8", newline="") as rows:
            names = [row["name"] for row in csv.DictReader(rows)]
        return source.sample(names, min(20_000, len(names)))
    parts: dict[tuple[str, str, str], list[str]] = {}
    table = HERE.parent / "sanctions_screen" / "testing" / "name_parts.tsv"
    for line in table.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            culture, script, part, texts = line.split("\t")
            parts[culture, script, part] = texts.split(" ")
    written = sorted({(culture, script) for culture, script, _ in parts})
    return [_made_up(parts, *source.choice(written), source) for _ in range(20_000)]


def _made_up(
    parts: dict[tuple[str, str, str], list[str]], culture: str, script: str, source: random.Random
) -> str:
    given = parts[culture, script, "given"]
    family = parts.get((culture, script, "family"), given)
    return f"{source.choice(given)} {source.choice(given)} {source.choice(family)}"


def batch(chosen: argparse.Namespace) -> dict[str, Any]:
    """Screen rows of the background file against the full SDN list, as a user's batch would be."""
    from sanctions_screen.batch import screen_csv
    from sanctions_screen.screening import Screener

    started, started_cpu = perf_counter(), process_time()
    store = full_sdn(chosen.shared)
    imported = perf_counter()
    screener = Screener(store)
    built = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        customers, output = Path(folder) / "customers.csv", Path(folder) / "hits.csv"
        write_rows(chosen.shared / "eval" / "background.csv", customers, chosen.rows)
        summary = screen_csv(customers, output, screener=screener)
        done = perf_counter()
        size = output.stat().st_size
    return {
        "rows": summary.rows,
        "hits": summary.hits,
        "clear": summary.clear,
        "unscreenable": summary.unscreenable,
        "errors": summary.errors,
        "parties_hit": summary.parties,
        "import_s": imported - started,
        "build_s": built - imported,
        "screen_s": done - built,
        "rows_per_second": summary.rows / (done - built),
        "whole_s": done - started,
        "whole_cpu_s": process_time() - started_cpu,
        "output_bytes": size,
        "peak_mb": peak_mb(),
    }


def write_rows(source: Path, target: Path, count: int) -> None:
    """Write *count* rows spread evenly over *source*, so that every script and culture is among them."""
    with source.open(encoding="utf-8", newline="") as stream:
        header, *rows = list(csv.reader(stream))
    step = max(1, len(rows) // count)
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header[:1], *(row[:1] for row in rows[::step][:count])])


# Two spellings of one name, for the first comparison of a process: each script loads tables of its own.
FIRST_COMPARISONS = {
    "Latin": ("Kim Yong-chol", "KIM, Yong Chol"),
    "Hangul": ("김영철", "KIM, Yong Chol"),
    "Han": ("王小明", "WANG, Xiaoming"),
    "Arabic": ("محمد حسن", "HASSAN, Mohammed"),
    "Burmese": ("အောင်မင်း", "AUNG MIN"),
    "Cyrillic": ("Сергей Петров", "PETROV, Sergei"),
}


def cold_comparison(chosen: argparse.Namespace) -> dict[str, Any]:
    """Import the library and compare the first two names, of the script that ``--script`` names."""
    started = perf_counter()
    from sanctions_screen import compare_names

    imported = perf_counter()
    score = compare_names(*FIRST_COMPARISONS[chosen.script], kind="person").score
    done = perf_counter()
    return {
        "import_s": imported - started,
        "first_comparison_s": done - imported,
        "score": score,
        "peak_mb": peak_mb(),
    }


TASKS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "cold-comparison": cold_comparison,
    "cold-start": cold_start,
    "names-embedded": names_embedded,
    "names-sdn": names_sdn,
    "batch": batch,
}


# -- reports -----------------------------------------------------------------------------------------------


def in_own_process(task: str, chosen: argparse.Namespace, *more: str) -> dict[str, Any]:
    """Run one task in a fresh interpreter and return what it measured."""
    print(f"measuring {task} ...", file=sys.stderr, flush=True)
    options = ["--shared", str(chosen.shared), "--seconds", str(chosen.seconds), "--rows", str(chosen.rows)]
    command = [sys.executable, str(HERE / "throughput.py"), "child", task, *options, *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def machine() -> dict[str, Any]:
    """Return the facts without which the figures mean little."""
    packages = ("sanctions_screen", "rapidfuzz", "pydantic", "numpy")
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False, cwd=HERE
    )
    return {
        "day": datetime.now(tz=UTC).date().isoformat(),
        "commit": commit.stdout.strip(),
        "cores": os.cpu_count(),
        "load_average_before": round(os.getloadavg()[0], 2),
        "processor": _processor(),
        "system": platform.system(),
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor()


def report_names(chosen: argparse.Namespace) -> None:
    """Measure speed, latency, memory and cold start, and write the results."""
    facts = machine()
    cold = _best_of_three("cold-start", chosen)
    first = {
        script: _best_of_three("cold-comparison", chosen, "--script", script) for script in FIRST_COMPARISONS
    }
    lists = {"embedded": in_own_process("names-embedded", chosen)}
    if (chosen.shared / "data" / SDN).is_file():
        lists[f"SDN {SDN_DAY.isoformat()}"] = in_own_process("names-sdn", chosen)
    text = ["# Throughput", "", *_facts(facts), "", "## Speed and memory", "", *_table(lists), ""]
    text += ["## Cold start (best of three)", "", *_table({"embedded": cold}), ""]
    text += ["## The first comparison of a process, by script (best of three)", "", *_table(first), ""]
    values = {"machine": facts, "cold_start": cold, "first_comparison": first, "lists": lists}
    write(f"throughput-{facts['day']}", values, text)


def _best_of_three(task: str, chosen: argparse.Namespace, *more: str) -> dict[str, Any]:
    # The best of three: what disturbs a start only ever makes it longer.
    runs = [in_own_process(task, chosen, *more) for _ in range(3)]
    return {key: min(run[key] for run in runs) for key in runs[0]}


def report_batch(chosen: argparse.Namespace) -> None:
    """Measure a batch against the full list, and write the results."""
    if not (chosen.shared / "data" / SDN).is_file():
        sys.exit(f"the real lists are not in {chosen.shared}; name their folder with --shared")
    facts = machine()
    measured = in_own_process("batch", chosen)
    text = ["# A batch against the full SDN list", "", *_facts(facts), ""]
    text += [*_table({f"SDN {SDN_DAY.isoformat()}": measured}), ""]
    write(f"throughput-batch-{facts['day']}", {"machine": facts, "batch": measured}, text)


def _facts(facts: dict[str, Any]) -> list[str]:
    return [f"- {key.replace('_', ' ')}: {value}" for key, value in facts.items()]


def _table(columns: dict[str, dict[str, Any]]) -> list[str]:
    keys: Iterable[str] = next(iter(columns.values()))
    head = ["| |" + "|".join(columns) + "|", "|---|" + "---:|" * len(columns)]
    cells = [f"|{key}|" + "|".join(_figure(column[key]) for column in columns.values()) + "|" for key in keys]
    return [*head, *cells]


def _figure(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4g}"


def write(name: str, values: dict[str, Any], text: list[str]) -> None:
    """Write the results as JSON and as Markdown, and print the latter."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
    (RESULTS / f"{name}.md").write_text("\n".join(text), encoding="utf-8")
    print("\n".join(text))


if __name__ == "__main__":
    main()
