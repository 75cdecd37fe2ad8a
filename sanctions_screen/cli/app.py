"""The command group: every mistake one line, every outcome one exit code.

Reach for :class:`App` to add a command. Exit codes, the same for every command: 0 done (for a screening:
all clear), 1 at least one hit, 2 error, 3 no hit but something could not be screened, 130 stopped. A
screening whose every hit is on a delisted party ends with 4; 5 and 6 are 1 and 4 where something could not be
screened beside.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from .._version import __version__
from ..errors import SanctionsScreenError

__all__ = ["CLEAR", "ERROR", "HIT", "NOT_SCREENED", "STOPPED", "App", "fail", "screening_code"]

CLEAR, HIT, ERROR, NOT_SCREENED, STOPPED = 0, 1, 2, 3, 130
HIT_DELISTED, HIT_AND_NOT_SCREENED, HIT_DELISTED_AND_NOT_SCREENED = 4, 5, 6


class _ReaderLeftError(Exception):
    """Whoever reads our output has gone; click would end with 1, which means a hit."""


class App(click.Group):
    """A click group that ends in one of the exit codes above and no traceback for a user's mistake."""

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run the command and exit."""
        extra.pop("standalone_mode", None)
        _hold_standard_streams()
        _tolerate_any_encoding()
        try:
            code = super().main(args, prog_name or "sanctions-screen", standalone_mode=False, **extra)
            sys.stdout.flush()
        except (BrokenPipeError, _ReaderLeftError):
            code = _reader_left()
        except (KeyboardInterrupt, click.Abort):
            code = STOPPED
            _complain("stopped")
        except click.exceptions.NoArgsIsHelpError as error:
            code = ERROR
            click.echo(error.format_message(), err=True)
        except click.ClickException as error:
            code = ERROR
            _complain(_usage(error))
        except SanctionsScreenError as error:
            code = ERROR
            _complain(str(error))
        except OSError as error:
            code = ERROR
            where = f"{error.filename}: " if error.filename else ""
            _complain(f"{where}{error.strerror or error}")
        except Exception as error:  # noqa: BLE001 - Python would end with 1, which means a hit
            code = ERROR
            _complain(_unforeseen(error))
        sys.exit(code if isinstance(code, int) else CLEAR)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderLeftError from error


def screening_code(*, hits: int, hits_delisted: int, not_screened: int) -> int:
    """Return the exit code of a screening.

    Args:
        hits: Subjects with a hit.
        hits_delisted: Of these, subjects whose every hit is on a delisted party.
        not_screened: Subjects that have no answer.
    """
    if not hits:
        return NOT_SCREENED if not_screened else CLEAR
    if hits == hits_delisted:
        return HIT_DELISTED_AND_NOT_SCREENED if not_screened else HIT_DELISTED
    return HIT_AND_NOT_SCREENED if not_screened else HIT


def fail(message: str) -> NoReturn:
    """End the command with one line on standard error and exit code 2."""
    raise click.ClickException(message)


def _usage(error: click.ClickException) -> str:
    message = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{message.rstrip('.')}. Try '{error.ctx.command_path} --help'."
    return message


def _complain(message: str) -> None:
    """Write one line on standard error, whatever is in the message."""
    from ..report.text import printable

    try:
        click.echo(f"error: {printable(' '.join(message.split()))}", err=True)
    except BrokenPipeError:
        _reader_left()


def _unforeseen(error: Exception) -> str:
    """Write down a mistake of the library's own; return the line that tells of it."""
    what = f"{type(error).__name__}: {error}"[:300]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="sanctions-screen-error-", suffix=".txt", delete=False, encoding="utf-8"
        ) as report:
            report.write(f"sanctions_screen {__version__}, Python {sys.version}\n\n")
            report.writelines(traceback.format_exception(error))
    except OSError:
        return f"{what}; this should not happen, and no report of it could be written"
    return f"{what}; this should not happen: please report it with {report.name}"


def _hold_standard_streams() -> None:
    """Refuse to answer into a closed standard output; keep a closed standard error's place.

    The next file opened would take the place of a closed stream, and be written to as one.
    """
    if sys.stdout is None:
        _complain("standard output is closed: the answer would go nowhere")
        sys.exit(ERROR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the whole run


def _tolerate_any_encoding() -> None:
    """Let a terminal that cannot show a letter show its code instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _reader_left() -> int:
    """Return 2 when whoever reads our output has gone (``| head``): the answer did not arrive.

    Standard output is pointed at nothing, so that Python's own flush at exit has nothing to complain of.
    """
    with suppress(OSError, ValueError):  # no real file behind it, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ERROR
