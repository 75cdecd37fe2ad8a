"""How long the engine takes to hear a word and to read a firm's name, beside the reference in one process.

::

    python benchmarks/engine_words.py [--names 5000] [--shared DIR]

Words are those of ``eval/background.csv`` in Latin letters, names those of the firms OFAC lists, each once
in an order of chance with a fixed seed. Times are processor time on one core. The reference is timed with its
caches empty, as the engine is the first time; ``again`` is when the engine remembers the words of the names.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Callable
from pathlib import Path
from time import process_time

from sanctions_screen.engine import _engine
from sanctions_screen.engine.handed_firms import firm_data
from sanctions_screen.names import fold
from sanctions_screen.names.firm_words import english
from sanctions_screen.names.organisations import organisation_parts
from sanctions_screen.names.romanise.latin_sounds import sounds


def main() -> None:
    """Print a line for sounds and one for firms' names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=5000)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    chosen = parser.parse_args()
    data: dict[str, object] = {}
    gathered = _seconds(lambda: data.update(firm_data()))
    made = _seconds(lambda: _engine.Words(**data))  # type: ignore[arg-type]
    print(f"tables gathered in {gathered:.3f} s, engine made in {made:.3f} s")
    words = _engine.Words(**firm_data())
    _print_sounds(words, _words(chosen.shared))
    _print_firms(words, _firms(chosen.shared, chosen.names))


def _print_sounds(engine: _engine.Words, words: list[str]) -> None:
    times = 10
    compiled = _seconds(lambda: engine.count_sounds(words, times)) / times
    sounds.cache_clear()
    reference = _seconds(lambda: [sounds(word) for word in words])
    print(f"sounds of {len(words):,} words, ns a word:", *_compared(compiled, reference, len(words), 1e9))


def _print_firms(engine: _engine.Words, names: list[list[str]]) -> None:
    first = _seconds(lambda: engine.count_parts(names, "organisation"))
    again = _seconds(lambda: engine.count_parts(names, "organisation"))
    organisation_parts(["zelkova"], "organisation")  # reads the tables
    english.cache_clear()
    sounds.cache_clear()
    reference = _seconds(lambda: [organisation_parts(name, "organisation") for name in names])
    known = _seconds(lambda: [organisation_parts(name, "organisation") for name in names])
    for which, compiled, by_python in (("first", first, reference), ("again", again, known)):
        print(f"parts of {len(names):,} firms, µs a name, {which}:", end=" ")
        print(*_compared(compiled, by_python, len(names), 1e6))


def _compared(compiled: float, reference: float, count: int, unit: float) -> tuple[str, str, str]:
    per = unit / count
    return (
        f"{compiled * per:,.2f}",
        f"reference {reference * per:,.2f}",
        f"({reference / compiled:,.0f} times)",
    )


def _words(shared: Path) -> list[str]:
    with (shared / "eval" / "background.csv").open(encoding="utf-8") as file:
        names = [fold(row["name"]) for row in csv.DictReader(file)]
    return _shuffled([word for name in names for word in re.findall("[a-z]+", name)])


def _firms(shared: Path, count: int) -> list[list[str]]:
    with (shared / "data" / "us-ofac-sdn" / "2024-07-02" / "SDN.CSV").open(encoding="utf-8") as file:
        names = [row[1] for row in csv.reader(file) if len(row) > 2 and row[2].strip() == "-0-"]
    return [re.findall("[a-z0-9]+", fold(name)) for name in _shuffled(names)[:count]]


def _shuffled(texts: list[str]) -> list[str]:
    unique = list(dict.fromkeys(texts))
    random.Random(0).shuffle(unique)
    return unique


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


if __name__ == "__main__":
    main()
