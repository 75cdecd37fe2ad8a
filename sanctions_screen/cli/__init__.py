"""The command ``sanctions-screen``; whatever it does, a script can do by import.

Only click is imported here and in the command modules; the library itself is imported when a command
runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import gc

import click

from .._version import __version__
from ..engine import name as engine_name
from .app import App
from .batch import batch
from .decisions import decisions
from .history import history
from .importing import import_changes, import_lists
from .lists import lists
from .refresh import accept, fetch, status
from .replay import replay
from .report import report
from .revisions import correct_day, revisions, withdraw
from .screen import explain, screen
from .statistics import stats
from .validate import validate

__all__ = ["app", "main"]


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted and not context.resilient_parsing:
        click.echo(f"sanctions-screen, version {__version__} ({engine_name()} engine)")
        context.exit()


@click.group(
    cls=App,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done or all clear, 1 at least one hit, 2 error, 3 no hit but something could not "
    "be screened (it is not clear), 130 stopped.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and the engine that runs, and exit.",
)
def app() -> None:
    """Screen names against versioned sanctions lists, as they stood on any day.

    Without --db the lists that ship with the package are used: a selection for demonstration, not the full
    lists. Import a publisher's own files with 'lists import'.
    """


for _command in (screen, batch, replay, report, decisions, history, explain, lists, validate):
    app.add_command(_command)
for _command in (
    import_lists,
    import_changes,
    stats,
    fetch,
    status,
    accept,
    revisions,
    withdraw,
    correct_day,
):
    lists.add_command(_command)


def main() -> None:
    """Run the command line and exit; the entry point of ``sanctions-screen``."""
    try:
        app.main()
    finally:
        gc.freeze()  # Python would look through all that the command read once more as it ends
