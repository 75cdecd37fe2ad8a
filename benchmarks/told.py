"""Say what was measured on the screen, and keep it for a results file."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Told"]


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
