"""``validate``: test a screening set-up as a model validator would, and write the page to sign."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .app import fail
from .options import DAY, SHARE, as_json, database, list_choice
from .output import console, note, show, write_whole
from .stores import EMBEDDED_NOTE, opened
from .tables import read_as, reading

if TYPE_CHECKING:
    from ..store import ListStore
    from ..testing import ScreenerUnderTest
    from ..testing.validation import CleanSubject, Comparison, ValidationReport
    from ..testing.validation.asking import Progress

__all__ = ["validate"]

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(short_help="Test a screening set-up, and write a page to sign.")
@database
@list_choice
@click.option("--as-of", type=DAY, metavar="DAY", help="The day to screen for. Default: the newest.")
@click.option("--threshold", type=SHARE, help="Today's threshold, above 0 to 1.  [default: 0.80]")
@click.option("--no-delisted", is_flag=True, help="Leave out parties delisted by that day.")
@click.option("--no-weak-aliases", is_flag=True, help="Leave out aliases the publisher calls weak.")
@click.option(
    "--screener",
    "spec",
    metavar="SPEC",
    help="Test another screener against the same lists: module:function, an http address that takes a "
    "subject as JSON, or a command such as 'my-screener {name}'.",
)
@click.option("--cases", type=click.IntRange(min=1), default=2000, show_default=True, help="Cases to find.")
@click.option(
    "--clean", type=click.IntRange(min=1), default=2000, show_default=True, help="Clean subjects to ask for."
)
@click.option(
    "--customers", type=_FILE, metavar="FILE", help="Take the clean subjects from your own customers."
)
@reading("that file")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws other cases and subjects.")
@click.option(
    "--margin", type=SHARE, default=0.1, show_default=True, help="How sure shares at the line are to be."
)
@click.option("--processes", type=click.IntRange(min=1), default=1, show_default=True, help="Ask in so many.")
@click.option("--html", type=_FILE, metavar="FILE", help="Write the page; needs the extra 'report'.")
@click.option("--json-file", type=_FILE, metavar="FILE", help="Write all figures: the same bytes for a seed.")
@click.option(
    "--line-cases", type=_FILE, metavar="CSV", help="Write the pairs above and below the line, to be judged."
)
@click.option("--judged", type=_FILE, metavar="CSV", help="Read the pairs back, judged.")
@click.option("--compare", type=_FILE, metavar="JSON", help="Tell what changed since an earlier --json-file.")
@click.option("--made-on", type=DAY, metavar="DAY", help="The day the page bears. Default: today (UTC).")
@as_json
def validate(**options: Any) -> None:
    """Find out what a screening set-up finds, and whom it alerts for no reason.

    Listed names are asked for as they are listed and changed in some forty ways, and so are clean subjects
    and controls that must not match; the figures say what today's threshold gives, and what others would.

    It needs the extra 'testing'. Exit code: 0 when it ran, whatever it found; 2 on an error.
    """
    from ..testing.validation import validate_screener, write_line_cases

    before = _earlier(options["compare"])
    with opened(options["db"]) as store:
        under_test = _screener(store, options)
        with _progress(shown=not options["as_json"]) as progress:
            report = validate_screener(
                under_test,
                cases=options["cases"],
                clean=_clean(options),
                threshold=options["threshold"],
                margin=options["margin"],
                judgements=_judgements(options["judged"]),
                random_seed=options["seed"],
                processes=options["processes"],
                progress=progress,
            )
    comparison = _comparison(before, report, under_test)
    _write(report, comparison, options)
    if options["line_cases"]:
        write_line_cases(report.line_cases, options["line_cases"])
        note(f"{len(report.line_cases)} pairs to judge are in {options['line_cases']}")
    _show(report, as_json=options["as_json"], embedded=options["db"] is None)


def _screener(store: ListStore, options: dict[str, Any]) -> ScreenerUnderTest:
    from ..model import DEFAULT_THRESHOLD, ScreeningSettings
    from ..testing import ScreenerUnderTest, known_parties

    lists, spec = options["list_ids"] or None, options["spec"]
    if spec is None:
        settings = ScreeningSettings(
            threshold=options["threshold"] or DEFAULT_THRESHOLD,
            include_delisted=not options["no_delisted"],
            include_weak_aliases=not options["no_weak_aliases"],
        )
        with console(stderr=True).status("reading the lists"):
            return ScreenerUnderTest.of_store(store, lists, options["as_of"], settings)
    if options["threshold"] is None:
        fail("--screener needs --threshold: the score at which it alerts, between 0 and 1")
    known = known_parties(store, lists, options["as_of"], include_delisted=not options["no_delisted"])
    return ScreenerUnderTest(_named(spec), threshold=options["threshold"], name=spec).knowing(known)


def _named(spec: str) -> Any:
    from ..testing import command_screener, http_screener, named_screener

    if spec.startswith(("http://", "https://")):
        return http_screener(spec)
    if " " in spec or "{" in spec:
        return command_screener(shlex.split(spec))
    return named_screener(spec)


def _clean(options: dict[str, Any]) -> int | tuple[CleanSubject, ...]:
    from ..testing.validation import read_population

    if options["customers"] is None:
        if any(value for value in _read_as(options).values()):
            raise click.UsageError("--column, --encoding, --delimiter and --date-format are of --customers")
        count: int = options["clean"]
        return count
    wanted = click.get_current_context().get_parameter_source("clean")
    given = options["clean"] if wanted is click.core.ParameterSource.COMMANDLINE else None
    return read_population(options["customers"], given, options["seed"], **_read_as(options))


def _read_as(options: dict[str, Any]) -> dict[str, Any]:
    return read_as(*(options[each] for each in ("columns", "encoding", "delimiter", "date_format")))


def _judgements(path: Path | None) -> dict[str, str] | None:
    from ..testing.validation import read_judgements

    return None if path is None else read_judgements(path)


def _earlier(path: Path | None) -> ValidationReport | None:
    """Return the figures to compare with: read before anybody is asked, which may take minutes."""
    from pydantic import ValidationError

    from ..testing.validation import ValidationReport

    if path is None:
        return None
    try:
        return ValidationReport.model_validate_json(path.read_bytes())
    except OSError as error:
        fail(f"cannot read {path}: {error.strerror}")
    except ValidationError:
        fail(f"{path}: no figures of an earlier validation; give what --json-file of this version wrote")


def _comparison(
    before: ValidationReport | None, report: ValidationReport, under_test: ScreenerUnderTest
) -> Comparison | None:
    from ..testing.validation import compare_validations, draw_cases

    if before is None:
        return None
    cases = draw_cases(under_test.parties or (), report.detection.tried, report.seed)
    return compare_validations(before, report, cases)


@contextmanager
def _progress(*, shown: bool) -> Iterator[Progress | None]:
    """Give a function that shows how far it is; on a terminal only."""
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    out = console(stderr=True)
    if not (shown and out.is_terminal):
        yield None
        return
    columns = (TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def more(what: str, count: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=of)
            bar.advance(tasks[what], count)

        yield more


def _write(report: ValidationReport, comparison: Comparison | None, options: dict[str, Any]) -> None:
    if options["json_file"]:
        write_whole(options["json_file"], report.canonical_json() + "\n")
        note(f"the figures are in {options['json_file']}")
    if options["html"]:
        from ..report.validation_page import validation_page

        made_on: date = options["made_on"] or datetime.now(UTC).date()
        again = shlex.join(["sanctions-screen", *sys.argv[1:]])
        page = validation_page(report, made_on=made_on, comparison=comparison, again=again)
        write_whole(options["html"], page)
        note(f"the page is in {options['html']}")


def _show(report: ValidationReport, *, as_json: bool, embedded: bool) -> None:
    if as_json:
        click.echo(report.canonical_json())
        return
    from ..report.validation import validation_view

    show(validation_view(report))
    if embedded:
        note(EMBEDDED_NOTE)
