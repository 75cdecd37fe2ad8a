"""Hypothesis strategies for whom a screener is asked about: subjects of a store or of no list, users' files.

Reach for :func:`subjects_of` and :func:`subjects_of_no_list` to know beforehand what an answer should be, and
for :func:`customer_rows` and :func:`customer_files` to try whatever reads customers. Files are as people have
them: other delimiters and encodings, a title above the header, rows of empty cells; and so are cells. Rows
shrink to a short name with little beside it, files to one such row in plain CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from hypothesis import strategies as st
from rapidfuzz import utils

from ..model import Party, Subject
from ..store import ListStore
from .drawing import far_from, unrelated_words
from .known_parties import known_parties
from .strategies import organisation_names, person_names, vessel_names
from .trial import joined_texts

__all__ = [
    "HEADINGS",
    "CustomerFile",
    "customer_files",
    "customer_rows",
    "subjects_of",
    "subjects_of_no_list",
]

HEADINGS: Final[tuple[Mapping[str, str], ...]] = (
    {"name": "name", "birth_date": "birth_date", "countries": "country", "kind": "kind",
     "passport": "passport", "reference": "id"},
    {"name": "Full Name", "birth_date": "Date of Birth", "countries": "Nationality", "kind": "Customer type",
     "passport": "Passport No.", "reference": "Customer no."},
    {"name": "Kundenname", "birth_date": "Geburtsdatum", "countries": "Staatsangehörigkeit",
     "kind": "Kundenart", "passport": "Reisepass", "reference": "Kundennr."},
    {"name": "Nom complet", "birth_date": "Date de naissance", "countries": "Nationalité",
     "kind": "Type client", "passport": "Passeport", "reference": "Référence"},
    {"name": "ФИО", "birth_date": "Дата рождения", "countries": "Гражданство", "kind": "Тип клиента",
     "passport": "Паспорт", "reference": "Номер клиента"},
)  # fmt: skip
"""How files are headed: a field, or a type of identifier, and the column's title."""

_COUNTRIES: Final = ("DE", "Germany", "MM", "Burma", "RU", "ES", "KP")
_KINDS: Final = ("person", "organisation", "vessel")

# What stands in cells that nobody checked, as exports, spreadsheets and hands leave it there.
_BROKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "name": (
        "",  # nothing at all
        "   ",
        "***",  # a placeholder
        "N/A",
        "=HYPERLINK(\"http://example.org\")",  # what a spreadsheet would run
        "MÃ¼ller, JÃ¼rgen",  # UTF-8 read as Latin-1
        "O&#39;Neill Brendan",  # escaped for a page
        "\u202eKim Chol",  # an invisible sign that turns the text round
        "Ivan\nPetrov",  # a line break in a cell
        "Tun Aung " * 120,  # longer than a name is
    ),
    "birth_date": (
        "31/02/1980",  # a day that there is not
        "07/09/1955",  # the seventh of September, or July the ninth
        "00.00.0000",
        "25568",  # a spreadsheet's number of days
        "2068-05-01",  # the wrong century
        "unknown",
    ),
    "countries": ("Ruritania", "XX", "NaN", "-"),
    "kind": ("Sole trader", "???", "NaN"),
    "passport": ("0000000", "9.187629E+06", "n/a", "passport of mother"),
    "reference": ("", "=1+1", "a,b;c\td"),
}  # fmt: skip

_ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


class CustomerFile(NamedTuple):
    """A file of customers, and what is in it."""

    content: bytes
    """The file: text with a header, separated by a comma, semicolon, tab or bar."""
    rows: tuple[Mapping[str, str], ...]
    """Its customers: title to cell. Rows of empty cells are none."""
    headings: Mapping[str, str]
    """Field, or type of identifier, to title: see :data:`HEADINGS`."""


def _parties(store: ListStore, lists: Iterable[str] | None, as_of: date | None) -> tuple[Party, ...]:
    return known_parties(store, lists, as_of).parties


@st.composite
def subjects_of(
    draw: st.DrawFn, store: ListStore, lists: Iterable[str] | None = None, as_of: date | None = None
) -> tuple[Subject, Party]:
    """Draw a subject that is a party of *store*, with the party: one of its names, and what it may tell.

    Args:
        draw: Hypothesis gives it.
        store: The lists; it must hold a party on the day.
        lists: Ids of those to draw from; None means all.
        as_of: The day; None means the newest any of the lists holds.

    Raises what :func:`~.known_parties.known_parties` raises.
    """
    party = draw(st.sampled_from(_parties(store, lists, as_of)))
    name = draw(st.sampled_from(party.names))
    subject = Subject(
        name=name.text,
        kind=draw(st.sampled_from((None, party.kind))),
        birth_date=draw(st.sampled_from((None, *party.birth_dates))),
        countries=tuple(draw(st.sampled_from(((), sorted(party.country_codes)[:1])))),
        identifiers=tuple(draw(st.sampled_from(((), party.identifiers[:1])))),
    )
    return subject, party


@st.composite
def subjects_of_no_list(
    draw: st.DrawFn, store: ListStore, lists: Iterable[str] | None = None, as_of: date | None = None
) -> Subject:
    """Draw a subject whose name is far from every listed one by the bluntest measures there are.

    Its words can be spoken and mean nothing. Arguments as for :func:`subjects_of`.
    """
    listed = sorted(
        {utils.default_process(name.text) for party in _parties(store, lists, as_of) for name in party.names}
    )
    joined = joined_texts(listed)
    words = st.integers(2, 3).flatmap(unrelated_words).map(" ".join)
    return Subject(
        name=draw(words.filter(lambda text: far_from(listed, joined, text))),
        kind=draw(st.sampled_from((None, "person"))),
    )


@st.composite
def customer_rows(
    draw: st.DrawFn, *, broken: bool | None = None, headings: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Draw a row of a customers' file: column title to cell.

    Args:
        draw: Hypothesis gives it.
        broken: Whether one or more cells hold what people find in such files (a date that there is not, a
            kind nobody knows, an empty name); None draws it.
        headings: The columns: one of :data:`HEADINGS`; None draws one.
    """
    titles = headings if headings is not None else draw(st.sampled_from(HEADINGS))
    cells = draw(_clean_cells())
    if broken if broken is not None else draw(st.booleans()):
        for field in draw(st.lists(st.sampled_from(sorted(_BROKEN)), min_size=1, max_size=3, unique=True)):
            cells[field] = draw(st.sampled_from(_BROKEN[field]))
    return {title: cells[field] for field, title in titles.items()}


@st.composite
def _clean_cells(draw: st.DrawFn) -> dict[str, str]:
    kind = draw(st.sampled_from(_KINDS))
    names = {"person": person_names(), "organisation": organisation_names(), "vessel": vessel_names()}
    born = st.dates(date(1930, 1, 1), date(2000, 12, 31)).map(date.isoformat)
    return {
        "name": draw(names[kind]),
        "birth_date": draw(st.just("") | born) if kind == "person" else "",
        "countries": draw(st.sampled_from(("", *_COUNTRIES))),
        "kind": draw(st.sampled_from(("", kind))),
        "passport": draw(st.just("") | st.from_regex(r"[A-Z][0-9]{7}", fullmatch=True)),
        "reference": draw(st.just("") | st.integers(1, 99_999).map(str)),
    }


@st.composite
def customer_files(draw: st.DrawFn, *, broken: bool | None = None, max_rows: int = 5) -> CustomerFile:
    """Draw a whole file of customers, of one to *max_rows* rows; *broken* as for :func:`customer_rows`.

    A broken one may also have a title above its header, rows of empty cells, and ``sep=;`` for Excel.
    """
    headings = draw(st.sampled_from(HEADINGS))
    rows = draw(st.lists(customer_rows(broken=broken, headings=headings), min_size=1, max_size=max_rows))
    untidy = broken if broken is not None else draw(st.booleans())
    delimiter = draw(st.sampled_from(",;\t|"))
    lines = io.StringIO(newline="")
    if untidy and draw(st.booleans()):
        lines.write(f"sep={delimiter}\r\n")
    elif untidy and draw(st.booleans()):
        lines.write("Customers of the year\r\n\r\n")
    writer = csv.writer(lines, delimiter=delimiter)
    writer.writerow(headings.values())
    for row in rows:
        writer.writerow(row.values())
        if untidy and draw(st.booleans()):
            writer.writerow("" for _ in row)
    encoding = draw(st.sampled_from([each for each in _ENCODINGS if _fits(lines.getvalue(), each)]))
    return CustomerFile(
        lines.getvalue().encode(encoding),
        tuple(row for row in rows if any(map(str.strip, row.values()))),
        headings,
    )


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
