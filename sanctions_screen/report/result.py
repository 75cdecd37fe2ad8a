"""A screening result for people.

Reach for :func:`result_view` to show one result in a terminal: the outcome first, then every hit in one
table, then the best ones in full with their explanation and history.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..model import Hit, Identity, Party, ScreeningResult
from .explanation import explanation_view
from .history import history_view
from .layout import Titled, facts, indented, listing, status, words
from .standing import member_text, standing_text
from .text import matched_text, plural, printable, score_text

__all__ = ["party_facts", "result_view"]


def result_view(result: ScreeningResult, details: int = 3) -> RenderableType:
    """Return the view of one result, with at most *details* hits in full."""
    blocks: list[RenderableType] = [_headline(result)]
    if len(result.hits) > min(details, 1):
        blocks.append(_overview(result))
    blocks += [_bearer(identity) for identity in result.identities]
    for rank, hit in enumerate(result.hits[:details], 1):
        blocks += [Text(), _hit_view(rank, hit)]
    blocks += _left_out(result, details)
    return Group(*blocks)


def _headline(result: ScreeningResult) -> Text:
    line = Text().append(printable(result.subject.name) or "(no name)", style="bold")
    line.append(": ")
    line.append(status(result.outcome))
    if result.hits:
        line.append(f", {plural(len(result.hits) + result.hits_left_out, 'party', 'parties')}")
    line.append(f", as of {result.provenance.as_of}")
    if result.reason:
        line.append(f": {printable(result.reason)}")
    return line


def _overview(result: ScreeningResult) -> Table:
    table = listing("", "score", "status", "party", "listed as", right=("score",), fixed=("", "status"))
    for rank, hit in enumerate(result.hits, 1):
        table.add_row(
            str(rank),
            score_text(hit.score),
            status(hit.status),
            words(hit.party.party_id),
            words(hit.party.primary_name.text),
        )
    return table


def _bearer(identity: Identity) -> Group:
    """Return on which lists one bearer stands, since when, and where it left."""
    head = Text("Held to be one bearer", style="bold")
    head.append("" if identity.certain else "; what is inferred is marked", style="yellow")
    lines = [Text(), head]
    for member in identity.members:
        line = words(f"{member_text(member)}  {member.party_id}")
        lines.append(line if member.certain else line.append("  (inferred)", style="yellow"))
    return Group(*lines)


def _hit_view(rank: int, hit: Hit) -> RenderableType:
    head = Text().append(f"{rank}. ", style="dim")
    head.append(words(hit.party.primary_name.text, "bold"))
    head.append("  ").append(words(hit.party.party_id, "cyan"))
    head.append("  score ").append(score_text(hit.score), style="bold")
    return Group(
        head,
        indented(facts(_hit_facts(hit))),
        Titled("why", explanation_view(hit.explanation)),
        Titled("history", history_view(hit.history)),
    )


def _status_since(hit: Hit) -> Text:
    colon = ":" if hit.unsettled is not None else ""
    since = standing_text(hit)
    return Text().append(status(hit.status)).append(f"{colon} {since}" if since else "")


def _hit_facts(hit: Hit) -> list[tuple[str, Text]]:
    rows = [("status", _status_since(hit)), *party_facts(hit.party)]
    if matched := matched_text(hit):
        rows.insert(0, ("matched", words(matched)))
    return rows


def party_facts(party: Party) -> list[tuple[str, Text]]:
    """Return what helps to tell the party from a namesake, as label and text."""
    countries = [*party.nationalities, *party.citizenships]
    found = {
        "kind": party.kind,
        "born": "; ".join(str(day) for day in party.birth_dates),
        "born in": "; ".join(party.birth_places),
        "national": "; ".join(dict.fromkeys(country.text for country in countries)),
        "position": "; ".join(party.positions),
        "numbers": "; ".join(f"{each.label or each.type} {each.value}" for each in party.identifiers[:6]),
        "programme": "; ".join(party.programmes),
    }
    return [(label, words(text)) for label, text in found.items() if text]


def _left_out(result: ScreeningResult, details: int) -> list[RenderableType]:
    unshown = len(result.hits) - details
    lines: list[RenderableType] = []
    if details and unshown > 0:
        more = plural(unshown, "more hit")
        lines.append(Text())
        lines.append(Text(f"{more} in the table above only; --details {len(result.hits)} shows all", "dim"))
    if result.hits_left_out:
        lines.append(Text(f"{plural(result.hits_left_out, 'hit')} left out by the limit on hits", "yellow"))
    return lines
