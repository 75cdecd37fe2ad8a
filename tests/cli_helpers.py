"""Running the command line in this process, for the tests of its commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from sanctions_screen.cli import app

__all__ = ["error_of", "objects", "own_store", "run"]


def run(*arguments: str | Path, **options: object) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], **options)  # type: ignore[arg-type]


def error_of(result: Result) -> str:
    """The one line on standard error of a failed command."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def objects(result: Result) -> list[dict[str, Any]]:  # JSON, of whose shape the tests ask
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def own_store(folder: Path) -> Path:
    """A store of a user's own, made through the command line from the embedded lists."""
    assert run("lists", "export", folder / "text").exit_code == 0
    assert run("lists", "import", folder / "text", "--db", folder / "lists.db").exit_code == 0
    return folder / "lists.db"
