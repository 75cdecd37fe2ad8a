"""Hypothesis strategies for names, parties, subjects, list timelines and whole small stores.

Reach for this module to property-test anything that takes this library's records. Names are made of
common parts by culture and script (``name_parts.tsv``), so that they look like the names that a screener
meets and look like each other; a party has what publishers give: aliases by role, partial birth dates,
countries, identifiers. A vessel's IMO number has the right check digit. Everything shrinks: towards one
party with one short name.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal

from hypothesis import strategies as st

from ..model import (
    Country,
    Identifier,
    IdentifierType,
    ListingHistory,
    Name,
    NameRole,
    PartialDate,
    Party,
    PartyId,
    PartyKind,
    Subject,
    Vessel,
)
from ..store import ListStore, Snapshot
from .timeline import ListTimeline, timeline_of

__all__ = [
    "CULTURES",
    "Culture",
    "histories",
    "identifiers",
    "imo_numbers",
    "list_timelines",
    "organisation_names",
    "partial_dates",
    "parties",
    "person_names",
    "snapshots",
    "stores",
    "subjects",
    "vessel_names",
]

Culture = Literal["english", "spanish", "korean", "burmese", "arabic", "russian", "chinese"]
CULTURES: tuple[Culture, ...] = ("english", "spanish", "korean", "burmese", "arabic", "russian", "chinese")

_ORGANISATION_WORDS = (
    "Korea", "Mining", "Trading", "Development", "Myanmar", "General", "Shipping", "Bank", "Industries",
    "Technology", "Import", "Export", "Golden", "Star", "Eastern", "Oil", "Directorate", "Defence", "Union",
    "Foundation", "Aviation", "Petrochemical", "Pacific", "Brothers", "Steel", "Logistics",
)  # fmt: skip
_LEGAL_FORMS = (
    "",
    "Ltd",
    "Limited",
    "Co., Ltd.",
    "Company",
    "Corporation",
    "Inc.",
    "LLC",
    "OOO",
    "GmbH",
    "S.A.",
    "JSC",
)
_VESSEL_WORDS = (
    "Ocean",
    "Golden",
    "Star",
    "Light",
    "Pacific",
    "Dawn",
    "Pearl",
    "Chong",
    "Gang",
    "Jasmine",
    "Victory",
    "Sea",
)
_PROGRAMMES = ("BURMA", "DPRK2", "SDGT", "NPWMD", "GLOMAG", "UN-1718")
_COUNTRIES = (
    ("Burma", "MM"),
    ("Korea, North", "KP"),
    ("Russia", "RU"),
    ("Syria", "SY"),
    ("China", "CN"),
    ("Spain", "ES"),
)
_FIRST_DAY = date(2012, 1, 1)


@cache
def _name_parts() -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return the parts of names by (culture, script, part)."""
    rows = files(__package__).joinpath("name_parts.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {(culture, script, part): tuple(text.split(" ")) for culture, script, part, text in cells}


def _scripts_of(culture: str) -> list[str]:
    return list(dict.fromkeys(script for known, script, _ in _name_parts() if known == culture))


@st.composite
def person_names(draw: st.DrawFn, culture: Culture | None = None, script: str | None = None) -> str:
    """Draw a person's name in its culture's own order, without a comma.

    ``script`` is an ISO 15924 code that the culture is written in (``Latn`` for all; ``Hang``, ``Mymr``,
    ``Arab``, ``Cyrl``, ``Hani``); None draws one.
    """
    chosen: Culture = culture if culture is not None else draw(st.sampled_from(CULTURES))
    written = script or draw(st.sampled_from(_scripts_of(chosen)))
    if written not in _scripts_of(chosen):
        raise ValueError(f"{chosen} names are given in {', '.join(_scripts_of(chosen))}, not in {written!r}")
    return draw(_SHAPES.get(chosen, _given_then_family)(chosen, written))


def _part(culture: str, script: str, part: str) -> st.SearchStrategy[str]:
    return st.sampled_from(_name_parts()[culture, script, part])


def _given_then_family(culture: str, script: str) -> st.SearchStrategy[str]:
    given = st.lists(_part(culture, script, "given"), min_size=1, max_size=2, unique=True).map(" ".join)
    return st.tuples(given, _part(culture, script, "family")).map(" ".join)


def _family_then_given(culture: str, script: str) -> st.SearchStrategy[str]:
    joint = " " if script == "Latn" else ""
    return st.tuples(_part(culture, script, "family"), _part(culture, script, "given")).map(joint.join)


def _given_parts_alone(culture: str, script: str) -> st.SearchStrategy[str]:
    joint = " " if script == "Latn" else ""
    return st.lists(_part(culture, script, "given"), min_size=2, max_size=3, unique=True).map(joint.join)


def _with_patronymic(culture: str, script: str) -> st.SearchStrategy[str]:
    patronymic = st.just("") | _part(culture, script, "patronymic")
    parts = st.tuples(_part(culture, script, "given"), patronymic, _part(culture, script, "family"))
    return parts.map(lambda found: " ".join(part for part in found if part))


def _with_particle(culture: str, script: str) -> st.SearchStrategy[str]:
    if script != "Latn":
        return _given_then_family(culture, script)
    given = st.lists(_part(culture, script, "given"), min_size=1, max_size=2, unique=True).map(" ".join)
    parts = st.tuples(given, _part(culture, script, "particle"), _part(culture, script, "family"))
    return parts.map(lambda found: f"{found[0]} {found[1]}{'' if found[1].endswith('-') else ' '}{found[2]}")


_SHAPES = {
    "korean": _family_then_given,
    "chinese": _family_then_given,
    "burmese": _given_parts_alone,
    "russian": _with_patronymic,
    "arabic": _with_particle,
}


def organisation_names() -> st.SearchStrategy[str]:
    """Draw an organisation's name: two to four words and, mostly, a legal form."""
    words = st.lists(st.sampled_from(_ORGANISATION_WORDS), min_size=2, max_size=4, unique=True).map(" ".join)
    return st.tuples(words, st.sampled_from(_LEGAL_FORMS)).map(lambda found: " ".join(found).strip())


def vessel_names() -> st.SearchStrategy[str]:
    """Draw a ship's name: one or two words, now and then with a number."""
    words = st.lists(st.sampled_from(_VESSEL_WORDS), min_size=1, max_size=2, unique=True).map(" ".join)
    number = st.just("") | st.integers(1, 20).map(str)
    return st.tuples(words, number).map(lambda found: " ".join(found).strip())


def imo_numbers() -> st.SearchStrategy[str]:
    """Draw a ship's IMO number: six digits and the check digit of IMO Resolution A.1117(30)."""
    return st.integers(500_000, 999_999).map(_with_check_digit)


def _with_check_digit(serial: int) -> str:
    digits = [int(digit) for digit in str(serial)]
    return (
        f"{serial}{sum(digit * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True)) % 10}"
    )


@st.composite
def partial_dates(draw: st.DrawFn, first_year: int = 1930, last_year: int = 2000) -> PartialDate:
    """Draw a birth date: to the day, the month, the year, a span of years or *circa*, as lists have them."""
    day = draw(st.dates(date(first_year, 1, 1), date(last_year, 12, 31)))
    form = draw(st.sampled_from(("{day}", "{year}", "{month}", "{year}~", "{year}/{later}")))
    later = day.year + draw(st.integers(1, 5)) if "later" in form else day.year
    text = form.format(
        day=day.isoformat(), month=day.isoformat()[:7], year=f"{day.year:04d}", later=f"{later:04d}"
    )
    return PartialDate.parse(text)


def identifiers(
    types: tuple[IdentifierType, ...] = ("passport", "national-id"),
) -> st.SearchStrategy[Identifier]:
    """Draw an identifier of one of *types*; an ``imo`` has a valid check digit."""
    value = st.from_regex(r"[A-Z]{1,2}[0-9]{6,8}", fullmatch=True)
    kinds = st.sampled_from(types)
    return kinds.flatmap(
        lambda kind: st.builds(
            Identifier, type=st.just(kind), value=imo_numbers() if kind == "imo" else value
        )
    )


def _names_of(kind: PartyKind) -> st.SearchStrategy[str]:
    if kind == "person":
        return person_names()
    return organisation_names() if kind == "organisation" else vessel_names()


_KINDS: tuple[PartyKind, ...] = ("person", "organisation", "vessel")
_ALIAS_ROLES: tuple[NameRole, ...] = ("strong", "weak", "former")


@st.composite
def parties(
    draw: st.DrawFn, list_id: str = "test-list", kind: PartyKind | None = None, reference: str | None = None
) -> Party:
    """Draw a party of *kind* (None: any but an aircraft) with ``party_id`` ``list_id:reference``."""
    chosen: PartyKind = kind if kind is not None else draw(st.sampled_from(_KINDS))
    ref = reference if reference is not None else str(draw(st.integers(1, 99_999)))
    aliases = draw(st.lists(st.tuples(_names_of(chosen), st.sampled_from(_ALIAS_ROLES)), max_size=2))
    names = (Name(text=draw(_names_of(chosen))), *(Name(text=text, role=role) for text, role in aliases))
    country = draw(
        st.none() | st.sampled_from(_COUNTRIES).map(lambda found: Country(text=found[0], code=found[1]))
    )
    is_person = chosen == "person"
    return Party(
        party_id=PartyId(f"{list_id}:{ref}"),
        kind=chosen,
        names=names,
        birth_dates=tuple(draw(st.lists(partial_dates(), max_size=1))) if is_person else (),
        gender=draw(st.sampled_from((None, "male", "female"))) if is_person else None,
        nationalities=(country,) if country and is_person else (),
        vessel=Vessel(flag=country) if chosen == "vessel" else None,
        identifiers=tuple(draw(st.lists(identifiers(_identifier_types(chosen)), max_size=1))),
        programmes=(draw(st.sampled_from(_PROGRAMMES)),),
    )


def _identifier_types(kind: PartyKind) -> tuple[IdentifierType, ...]:
    if kind == "vessel":
        return ("imo",)
    return ("passport", "national-id") if kind == "person" else ("registration", "tax-id")


@st.composite
def subjects(draw: st.DrawFn, kind: PartyKind | None = None) -> Subject:
    """Draw a subject: a name, and sometimes its kind, birth date, countries and identifiers."""
    chosen: PartyKind = kind if kind is not None else draw(st.sampled_from(_KINDS))
    return Subject(
        name=draw(_names_of(chosen)),
        kind=draw(st.sampled_from((None, chosen))),
        birth_date=draw(st.none() | partial_dates()) if chosen == "person" else None,
        countries=tuple(draw(st.lists(st.sampled_from([code for _, code in _COUNTRIES]), max_size=1))),
        identifiers=tuple(draw(st.lists(identifiers(_identifier_types(chosen)), max_size=1))),
    )


@st.composite
def list_timelines(
    draw: st.DrawFn, list_id: str = "test-list", max_parties: int = 4, max_snapshots: int = 4
) -> ListTimeline:
    """Draw a list's life: dated snapshots between which parties come, change, leave and return.

    Some of the comings and goings have a notice with the exact day, which always lies where the
    snapshots allow: after the last one without and no later than the first one with it.
    """
    count = draw(st.integers(1, max_parties))
    pool = [draw(parties(list_id=list_id, reference=str(100 + place))) for place in range(count)]
    gaps = draw(st.lists(st.integers(1, 400), min_size=1, max_size=max_snapshots))
    days = [_FIRST_DAY + timedelta(days=sum(gaps[: place + 1])) for place in range(len(gaps))]
    snapshots = []
    for day in days:
        present = [party for party in pool if draw(st.booleans())]
        snapshots.append((day, tuple(draw(_perhaps_amended(party)) for party in present)))
    return draw(_with_notices(timeline_of(list_id, snapshots)))


@st.composite
def _perhaps_amended(draw: st.DrawFn, party: Party) -> Party:
    programme = draw(st.none() | st.sampled_from(_PROGRAMMES))
    return party if programme is None else party.model_copy(update={"programmes": (programme,)})


@st.composite
def _with_notices(draw: st.DrawFn, timeline: ListTimeline) -> ListTimeline:
    notices = []
    for change in timeline.changes():
        if draw(st.booleans()):
            span = (change.until - change.after).days if change.after else 30
            notices.append(
                change.notice_on(change.until - timedelta(days=draw(st.integers(0, max(0, span - 1)))))
            )
    return timeline.with_notices(notices)


@st.composite
def stores(draw: st.DrawFn, max_lists: int = 2, max_parties: int = 4, max_snapshots: int = 3) -> ListStore:
    """Draw a store in memory that holds one or more lists with their timelines, at least one party in all."""
    count = draw(st.integers(1, max_lists))
    store = ListStore.in_memory()
    for place in range(count):
        lived = list_timelines(f"test-{place + 1}", max_parties, max_snapshots)
        draw(lived.filter(lambda timeline: timeline.has_parties)).load_into(store)
    return store


@st.composite
def snapshots(draw: st.DrawFn, list_id: str = "test-list", max_parties: int = 4) -> Snapshot:
    """Draw what a list held on one of the days of its life, or between two of them."""
    timeline = draw(list_timelines(list_id, max_parties))
    with ListStore.in_memory() as store:
        timeline.load_into(store)
        return store.snapshot(list_id, draw(st.dates(timeline.days[0], timeline.days[-1])))


@st.composite
def histories(draw: st.DrawFn, list_id: str = "test-list", max_snapshots: int = 4) -> ListingHistory:
    """Draw a party's listing history: comings and goings, announced or seen between snapshots, amendments."""
    lived = list_timelines(list_id, 2, max_snapshots)
    timeline = draw(lived.filter(lambda timeline: timeline.has_parties))
    with ListStore.in_memory() as store:
        timeline.load_into(store)
        listed = sorted({change.party_id for change in timeline.changes()})
        return store.history(draw(st.sampled_from(listed)))
