"""What benchmarks over the real lists share: their arguments, and saying what was measured."""

from __future__ import annotations

import argparse
from pathlib import Path

__all__ = ["Told", "of_real_lists"]


def of_real_lists(description: str | None) -> argparse.Namespace:
    """Return what the command line says: the real lists, a store that holds them, where to write."""
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--db", type=Path, help="a store that holds the files already")
    parser.add_argument("--results", type=Path)
    return parser.parse_args()


class Told:
    """Call it with a line at a time; :meth:`write` puts all of them in a file."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def __call__(self, text: str = "") -> None:
        """Say a line, or lines."""
        print(text, flush=True)
        self._lines.append(text)

    def write(self, path: Path | None) -> None:
        """Write what was said to a file; nothing where there is none."""
        if path:
            path.write_text("\n".join(self._lines) + "\n", encoding="utf-8")
