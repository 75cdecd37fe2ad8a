"""What the batch itself costs, with a screener that costs nothing: rows a second and peak memory by size.

    python benchmarks/batch.py [ROWS ...]

Each size runs in a process of its own, so one's peak is not another's. Flat memory is the point: the
batch may not hold the file, whatever its size.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from sanctions_screen.batch import screen_csv
from sanctions_screen.model import ListProvenance, Provenance, ScreeningResult, ScreeningSettings, Subject


class NobodyIsListed:
    """Answers clear to everything."""

    provenance = Provenance(
        as_of=date(2024, 1, 1),
        lists=(
            ListProvenance(
                list_id="none",
                published_on=date(2024, 1, 1),
                digest="0" * 64,
                chain="0" * 64,
                evidence_digest="0" * 64,
            ),
        ),
        settings=ScreeningSettings(),
        settings_digest="0" * 64,
        weights_digest="0" * 64,
        library_version="0",
    )

    def screen(self, subject: Subject | str) -> ScreeningResult:
        subject = Subject(name=subject) if isinstance(subject, str) else subject
        return ScreeningResult(subject=subject, outcome="clear", provenance=self.provenance)


def measure(rows: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.csv")
        with source.open("w", encoding="utf-8") as stream:
            stream.write("customer_id,name,kind,birth_date,country,address\n")
            for row in range(rows):
                stream.write(f'{row},"Surname, Given {row}",person,1955-09-07,MM,"12 Main St\nYangon"\n')
        began = time.perf_counter()
        summary = screen_csv(source, Path(folder, "out.csv"), screener=NobodyIsListed())
        seconds = time.perf_counter() - began
        assert summary.clear == rows
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {
            "rows": rows,
            "input_mb": round(source.stat().st_size / 1e6, 1),
            "seconds": round(seconds, 2),
            "rows_per_second": round(rows / seconds),
            "peak_mb": round(peak, 1),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, default=[1_000, 10_000, 100_000, 400_000])
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.rows[0])))
        return
    for rows in options.rows:
        command = [sys.executable, __file__, "--one", str(rows)]
        print(
            subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ).stdout.strip()
        )


if __name__ == "__main__":
    main()
