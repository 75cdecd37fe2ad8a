"""``screen`` and ``explain``: one name, or a few, and why."""

from __future__ import annotations

import gc
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .._collector import collector_held
from .app import CLEAR, screening_code
from .options import WORDS, as_json, max_age, screening, subject_evidence
from .output import note, show, show_json
from .stores import EMBEDDED_NOTE, opened, screener, tell_ages

if TYPE_CHECKING:
    from ..model import Explanation, Provenance, ScreeningResult, Subject
    from ..screening import Screener

__all__ = ["explain", "screen"]


@click.command(short_help="Screen one name or several.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...", type=WORDS)
@subject_evidence
@screening
@click.option(
    "--details", type=click.IntRange(min=0), default=3, show_default=True, help="Hits to show in full."
)
@max_age
@as_json
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also when there is a hit or no answer.")
@click.pass_context
def screen(
    ctx: click.Context,
    /,
    *,
    names: tuple[str, ...],
    db: Path | None,
    details: int,
    max_age: timedelta,
    as_json: bool,
    exit_zero: bool,
    **options: Any,
) -> None:
    """Screen NAME, or several, and show each hit with its reasons and its history.

    Quote a name of several words. What the options tell of the subject holds for every NAME given.

    Exit code: 0 all clear, 1 at least one hit, 2 error, 3 no hit but a name that could not be screened, 4
    hits on delisted parties alone; 5 and 6 are 1 and 4 where a name could not be screened beside.
    """
    known, asked = _split(options)
    fates = Counter[str]()
    with collector_held(), opened(db) as store:  # of what one answer is made of nothing is ever collected
        subjects = [_subject(name, known) for name in names]
        chosen = screener(store, **asked)
        for number, result in enumerate(chosen.screen_many(subjects)):
            fates[result.outcome] += 1
            fates["only-delisted"] += result.only_delisted
            if number and not as_json:
                click.echo()
            _show_result(result, details, as_json=as_json)
        gc.freeze()  # otherwise all of it is looked through once more, now that it is needed no longer
    _show_basis(chosen.provenance, embedded=db is None, as_json=as_json)
    tell_ages(chosen.provenance, db, asked["as_of"], asked["known_on"], max_age)
    code = screening_code(
        hits=fates["hit"], hits_delisted=fates["only-delisted"], not_screened=fates["unscreenable"]
    )
    ctx.exit(CLEAR if exit_zero else code)


def _split(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is known of the subject, and what is asked of the screening."""
    known = {key: options[key] for key in ("kind", "birth_date", "countries", "identifiers", "aliases")}
    return known, {key: value for key, value in options.items() if key not in known}


def _subject(name: str, known: dict[str, Any]) -> Subject:
    from ..model import Subject
    from ..names.countries import country_called

    for country in known["countries"]:
        if country_called(country) is None:
            note(f"{country!r} is no country known here, so it says nothing for or against a match")
    return Subject(name=name, **known)


def _show_result(result: ScreeningResult, details: int, *, as_json: bool) -> None:
    if as_json:
        from ..batch import result_dict

        show_json(result_dict(result))
    else:
        from ..report import result_view

        show(result_view(result, details))


def _show_basis(provenance: Provenance, *, embedded: bool, as_json: bool) -> None:
    """Say what the answer rests on; in JSON it stands in every result already."""
    if as_json:
        if embedded:
            note(EMBEDDED_NOTE)
        return
    from rich.text import Text

    from ..report import basis_lines

    show(Text(), *(Text(line, style="dim") for line in basis_lines(provenance)))
    if embedded:
        show(Text(f"Note: {EMBEDDED_NOTE}", style="yellow"))


@click.command(short_help="Show how a name compares with one party.")
@click.argument("name", type=WORDS)
@click.argument("party_id", metavar="PARTY_ID", type=WORDS)
@subject_evidence
@screening
@max_age
@as_json
def explain(
    *, name: str, party_id: str, db: Path | None, max_age: timedelta, as_json: bool, **options: Any
) -> None:
    """Show how NAME compares with the party PARTY_ID, whatever the score.

    PARTY_ID is the list's id and the publisher's reference, such as us-ofac-sdn:16102.

    Exit code: 0, or 2 when there is no such party on the lists that day.
    """
    known, asked = _split(options)
    subject = _subject(name, known)
    with opened(db) as store:
        chosen = screener(store, **asked)
        explanation = chosen.explain(subject, party_id)
    _show_explanation(chosen, party_id, explanation, as_json=as_json)
    _show_basis(chosen.provenance, embedded=db is None, as_json=as_json)
    tell_ages(chosen.provenance, db, asked["as_of"], asked["known_on"], max_age)


def _show_explanation(chosen: Screener, party_id: str, explanation: Explanation, *, as_json: bool) -> None:
    threshold = chosen.settings.threshold
    if as_json:
        whole = {
            "party_id": party_id,
            "threshold": threshold,
            "explanation": explanation.to_json_dict(),
            "provenance": chosen.provenance.to_json_dict(),
        }
        show_json(whole)
        return
    from rich.text import Text

    from ..report import explanation_view, printable

    reached = explanation.score >= threshold
    names = f"{explanation.subject} / {explanation.listed}"
    head = Text().append(printable(f"{names} ({party_id}): "), style="bold")
    head.append(
        f"{explanation.score:.4f} {'reaches' if reached else 'stays below'} the threshold {threshold}",
        style="bold red" if reached else "green",
    )
    show(head, explanation_view(explanation))
