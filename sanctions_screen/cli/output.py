"""Where a command's words go: answers to standard output, everything else to standard error.

Reach for :func:`show` to print a view, :func:`show_json` for programs, :func:`note` for an aside.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .app import fail

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["console", "note", "show", "show_json", "write_picture", "write_whole"]

_WIDTH_WITHOUT_TERMINAL = 100


def console(*, stderr: bool = False) -> Console:
    """Return a console: colour and width as the terminal has them, NO_COLOR and COLUMNS honoured."""
    import os

    from rich.console import Console

    class PipeConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would exit with 1, which means a hit

    stream = sys.stderr if stderr else sys.stdout
    known = stream.isatty() or "COLUMNS" in os.environ
    return PipeConsole(
        stderr=stderr,
        width=None if known else _WIDTH_WITHOUT_TERMINAL,
        highlight=False,
        markup=False,
        emoji=False,
    )


def show(*views: RenderableType) -> None:
    """Print views one below the other."""
    out = console()
    if out.is_terminal:
        out.print(*views, sep="\n")
        return
    with out.capture() as captured:  # rich fills lines up with spaces, which a file does not need
        out.print(*views, sep="\n")
    click.echo("\n".join(line.rstrip() for line in captured.get().split("\n")), nl=False)


def show_json(value: dict[str, Any]) -> None:
    """Print one canonical JSON object as a line of UTF-8, whatever the terminal's encoding."""
    from ..batch import json_line

    click.echo(json_line(value), nl=False)


def write_picture(file: Path, svg: str) -> None:
    """Write a picture and say where it is: see :func:`write_whole`."""
    write_whole(file, svg)
    note(f"the picture is in {file}")


def write_whole(file: Path, text: str) -> None:
    """Write a file as a whole or not at all: what stood in *file* stays until the new text is complete.

    A link is followed; a device or a pipe is refused, since the new file would be renamed over it.
    """
    from ..batch.target import check_working_file, written_file

    target = written_file(file)
    fresh = target.with_name(f"{target.name}.partial")
    check_working_file(fresh)
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(target)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        fail(f"cannot write {file}: {error.strerror}")


def note(message: str) -> None:
    """Say something that is not the answer; text from files in it is made printable."""
    from ..report.text import printable

    click.echo(f"note: {printable(message)}", err=True)
