"""A subject's hits by the bearer they are held to be, ready for a page to show.

Reach for :func:`groups_of`. Where no identities were asked for, each hit stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Explanation, Hit, Identity, LedgerLine, LedgerSide, ListingHistory, Party, ScreeningResult
from .history import history_lines
from .lane_view import Axis, LaneView, axis_of, lane_view
from .standing import member_text, standing_text
from .text import matched_text
from .timeline import Lane, first_day, lanes_of

__all__ = ["Group", "HitView", "groups_of", "ledger_sides"]

_SIDES: tuple[tuple[LedgerSide, str], ...] = (
    ("for", "for"), ("against", "against"), ("doubt", "doubt"), ("none", "–"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit."""

    hit: Hit
    since: str
    matched: str
    facts: tuple[tuple[str, str], ...]
    ledger: tuple[tuple[str, str, tuple[LedgerLine, ...], int | None], ...]
    """By side: the side, its title, its lines and their sum."""
    events: tuple[tuple[str, tuple[str, ...]], ...]
    """Each event, and what is known of it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Hits held to be one bearer."""

    hits: tuple[HitView, ...]
    identity: Identity | None
    standings: tuple[tuple[str, bool], ...]
    """On which lists it stands, and whether certain links say so."""
    links: tuple[tuple[str, str, str], ...]
    """Certainty, parties and evidence of each link."""
    lanes: tuple[LaneView, ...]
    axis: Axis


def groups_of(result: ScreeningResult, hits: Sequence[Hit]) -> tuple[Group, ...]:
    """Return some hits of a result by bearer, the best first."""
    identity_of = {party_id: identity for identity in result.identities for party_id in identity.party_ids}
    groups: dict[int, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(id(identity_of.get(hit.party.party_id, hit)), []).append(hit)
    found = [(members, identity_of.get(members[0].party.party_id)) for members in groups.values()]
    lanes = [_lanes(result, *each) for each in found]
    until = result.provenance.as_of
    axis = axis_of(first_day([lane for each in lanes for lane in each], until), until)
    return tuple(_group(*each, own, axis) for each, own in zip(found, lanes, strict=True))


def _group(hits: Sequence[Hit], identity: Identity | None, lanes: Sequence[Lane], axis: Axis) -> Group:
    members = identity.members if identity else ()
    return Group(
        tuple(map(_view, hits)),
        identity if len(members) > 1 else None,
        tuple((member_text(member), member.certain) for member in members),
        tuple(
            (link.certainty, f"{link.one} – {link.other}", "; ".join(link.evidence))
            for link in (identity.links if identity else ())
        ),
        tuple(lane_view(lane, axis) for lane in lanes),
        axis,
    )


def _lanes(result: ScreeningResult, hits: Sequence[Hit], identity: Identity | None) -> list[Lane]:
    histories: dict[str, ListingHistory] = {hit.party.party_id: hit.history for hit in hits}
    names: dict[str, str] = {hit.party.party_id: hit.party.primary_name.text for hit in hits}
    for member in identity.members if identity else ():
        names.setdefault(member.party_id, member.name)
        if member.history is not None:
            histories.setdefault(member.party_id, member.history)
    known_until = {each.list_id: each.published_on for each in result.provenance.lists}
    return lanes_of(list(histories.values()), result.provenance.as_of, names, known_until)


def _view(hit: Hit) -> HitView:
    return HitView(
        hit,
        standing_text(hit),
        matched_text(hit),
        tuple(_facts(hit.party)),
        tuple(ledger_sides(hit.explanation)),
        tuple(_events(hit.history)),
    )


def _facts(party: Party) -> list[tuple[str, str]]:
    """Return what tells the party from a namesake."""
    places = [
        ", ".join(
            filter(None, (each.text, each.city, each.region, each.country.text if each.country else ""))
        )
        for each in party.addresses
    ]
    return [
        ("kind", party.kind),
        ("other names", "; ".join(n.text for n in party.names if n is not party.primary_name)),
        ("born", "; ".join(map(str, party.birth_dates))),
        ("born in", "; ".join(party.birth_places)),
        ("died", "; ".join(map(str, party.death_dates))),
        ("national", "; ".join(dict.fromkeys(c.text for c in (*party.nationalities, *party.citizenships)))),
        ("position", "; ".join((*party.titles, *party.positions))),
        ("numbers", "; ".join(f"{each.label or each.type} {each.value}" for each in party.identifiers)),
        ("address", "; ".join(filter(None, places))),
        ("programme", "; ".join(party.programmes)),
        ("remarks", party.remarks or ""),
    ]


def ledger_sides(explanation: Explanation) -> list[tuple[str, str, tuple[LedgerLine, ...], int | None]]:
    """Return a ledger by side: the side, its title, its lines and their sum."""
    sums = {"for": explanation.speaks_for, "against": explanation.against, "doubt": explanation.doubt}
    sides = (
        (side, title, [line for line in explanation.lines if line.side == side]) for side, title in _SIDES
    )
    return [(side, title, tuple(lines), sums.get(side)) for side, title, lines in sides if lines]


def _events(history: ListingHistory) -> list[tuple[str, tuple[str, ...]]]:
    """Return the lines of a history, those that are indented under the one they belong to."""
    found: list[tuple[str, list[str]]] = []
    for line in history_lines(history):
        if line.startswith("  ") and found:
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return [(event, tuple(below)) for event, below in found]
