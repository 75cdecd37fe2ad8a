"""Print one of the README's two set-up commands: the first shell block after its marker comment."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"


def readme_command(name: str) -> str:
    """Return the command marked ``<!-- command: NAME -->``; SystemExit when there is none."""
    pattern = rf"<!-- command: {re.escape(name)} -->\s*```sh\n(.*?)```"
    found = re.search(pattern, README.read_text(encoding="utf-8"), flags=re.DOTALL)
    if not found:
        raise SystemExit(f"README.md has no shell block marked 'command: {name}'")
    return found.group(1).strip()


if __name__ == "__main__":
    print(readme_command(sys.argv[1]))  # noqa: T201 -- printing it is what this script is for
