"""Validate this library, rapidfuzz alone and nomenklatura's logic-v2 on the same cases; write one table.

    python benchmarks/peers.py --peer-python PEERS/bin/python

where PEERS is an environment of its own with nomenklatura from PyPI. The parties are the embedded lists,
since logic-v2 compares with every party; each screener has the threshold that is usual for it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import rapidfuzz
from rapidfuzz import fuzz, utils

from sanctions_screen import ListStore, Subject
from sanctions_screen.model import Party
from sanctions_screen.testing import ScreenerUnderTest, http_screener, known_parties
from sanctions_screen.testing.validation import Rate, ValidationReport, validate_screener

HERE = Path(__file__).parent


class Rapidfuzz:
    """Compares names with ``token_sort_ratio`` and nothing else, as scripts do."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._names = [
            (party.party_id, utils.default_process(name.text)) for party in parties for name in party.names
        ]

    def __call__(self, subject: Subject) -> dict[str, float]:
        asked, best = utils.default_process(subject.name), dict[str, float]()
        for party_id, name in self._names:
            score = fuzz.token_sort_ratio(asked, name) / 100
            best[party_id] = max(score, best.get(party_id, 0.0))
        return best


@contextmanager
def logic_v2(python: str, parties: Sequence[Party]) -> Iterator[str]:
    """Give the address of the peer, running."""
    rows = [
        {
            "id": party.party_id,
            "kind": party.kind,
            "names": [name.text for name in party.names],
            "born": [str(born) for born in party.birth_dates if born.is_exact],
            "countries": [code.lower() for code in party.country_codes],
        }
        for party in parties
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        command = [python, str(HERE / "peer_logic_v2.py"), file.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            try:
                assert running.stdout is not None
                yield f"http://127.0.0.1:{int(running.stdout.readline())}/"
            finally:
                running.terminate()


def version_of(python: str) -> str:
    """Return the peer's version."""
    code = "from importlib.metadata import version; print(version('nomenklatura'))"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def cell(rate: Rate) -> str:
    return "–" if rate.share is None else f"{100 * rate.share:.0f} %"


def table(reports: dict[str, ValidationReport]) -> Iterator[str]:
    """Yield the lines of the table, a column a screener."""
    yield "| |" + "".join(f" {name} |" for name in reports) + " cases |"
    yield "|---|" + "--:|" * (len(reports) + 1)
    first = next(iter(reports.values()))
    for by in ("perturbation", "depth", "script", "control"):
        rows = {name: {row.label: row for row in report.table(by).rows} for name, report in reports.items()}
        for row in first.table(by).rows:
            told = "".join(f" {cell(rows[name][row.label])} |" for name in reports)
            label = {"depth": f"{row.label} at once", "script": f"asked in {row.label}"}.get(by, row.label)
            yield f"| {'not it: ' if by == 'control' else ''}{label} |{told} {row.tried} |"
    whole = "".join(f" **{cell(report.detection)}** |" for report in reports.values())
    yield f"| **all cases** |{whole} {first.detection.tried} |"
    alerts = "".join(f" {1000 * (report.alerts.share or 0):.1f} |" for report in reports.values())
    yield f"| clean subjects alerted, in a thousand |{alerts} {first.alerts.tried} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peer-python", required=True, help="python of the environment with nomenklatura")
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--clean", type=int, default=1000)
    parser.add_argument("--dated", default=date.today().isoformat())  # noqa: DTZ011 -- a day for a file's name
    told = parser.parse_args()
    store = ListStore.embedded()
    known = known_parties(store)
    how = {"cases": told.cases, "clean": told.clean}
    own = validate_screener(ScreenerUnderTest.of_store(store), **how)
    plain = ScreenerUnderTest(Rapidfuzz(known.parties), threshold=0.85, name="rapidfuzz").knowing(known)
    reports = {
        "sanctions_screen": own,
        f"rapidfuzz {rapidfuzz.__version__} token_sort_ratio ≥ 85": validate_screener(plain, **how),
    }
    with logic_v2(told.peer_python, known.parties) as url:
        peer = ScreenerUnderTest(
            http_screener(url, seconds=300.0), threshold=0.7, name="nomenklatura logic-v2"
        ).knowing(known)
        name = f"nomenklatura {version_of(told.peer_python)} logic-v2 ≥ 0.70"
        reports[name] = validate_screener(peer, **how)
    lines = [
        f"# What three screeners find of the same cases, {told.dated}",
        "",
        f"Made by `benchmarks/peers.py`: the embedded lists, {len(known.parties)} parties, seed {own.seed},",
        "each at the threshold that is usual for it. One perturbation at a time, then two and three at once;",
        "controls are subjects close to a party that they are not, so less is better there.",
        "",
        *table(reports),
        "",
    ]
    path = HERE / "results" / f"peers-{told.dated}.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
