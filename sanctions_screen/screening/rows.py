"""The core of every way to screen many: rows in, the same rows with their results out, in order.

Reach for :func:`screen_rows` to screen rows from any source, and for :func:`records_of` to lay a result out
as rows of a table. Guarantee: each row's result is the one the screener gives for its subject alone; a row
with a fault passes through with it, and stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final, Literal, Protocol

from ..errors import SanctionsScreenError, SubjectError
from ..model import (
    DateWindow,
    Hit,
    HitDecision,
    Identity,
    IdentityMember,
    Party,
    PartyId,
    Provenance,
    ScreeningResult,
    Subject,
)
from ..model.arguments import Sort
from ..sources.publishers import published_list
from .columns import ColumnPlan, RowError

__all__ = [
    "OUTPUT_COLUMNS",
    "OUTPUT_TYPES",
    "SCREENER",
    "InputRow",
    "OutputRow",
    "RowOutcome",
    "SubjectScreener",
    "input_row",
    "lost_in_part",
    "own_titles",
    "records_of",
    "result_dict",
    "row_outcome",
    "screen_rows",
]

RowOutcome = Literal["hit", "hit-delisted", "clear", "unscreenable", "error"]
"""What became of a row. ``hit-delisted``: every hit is on a party that had been delisted by the day."""

_AT_ONCE: Final = 512


class SubjectScreener(Protocol):
    """What a batch needs of a screener; :class:`~sanctions_screen.Screener` has it.

    One that has ``screen_batch`` as well, from a sequence of subjects to a list of results, is asked by that.
    """

    @property
    def provenance(self) -> Provenance:
        """What the answers rest on."""

    def screen(self, subject: Subject | str) -> ScreeningResult:
        """Return the answer for one subject."""


SCREENER: Final = Sort("a Screener", lambda value: isinstance(getattr(value, "provenance", None), Provenance))
"""As an argument: whatever answers like one."""


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row of the input: a subject, or the fault that keeps it from being one."""

    row: int
    """1 for the first row under the header; every row counts, faulty ones too."""
    line: int
    """Line of the file on which the row begins; the header is on line 1 unless others precede it."""
    subject: Subject | None
    fault: str | None = None
    """A subject beside it is whom the row seems to be about: it counts where it hits, and clears nobody."""
    text: str = ""
    """The beginning of the row as it stands in the file."""
    not_used: tuple[str, ...] = ()
    """What the row says that could not be used: the subject was screened without it."""
    lost: tuple[str, ...] = ()
    """What of that may have met a party by itself: without a hit the row is not clear."""
    wrong: tuple[str, ...] = ()
    """What of that nobody can have, an error of the file's, though the row was screened without it."""
    own: tuple[Any, ...] = ()
    """The row's cells, which pass through; none where the row could not be read."""


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An input row with its result; without one, ``input.fault`` says why."""

    input: InputRow
    result: ScreeningResult | None


def input_row(plan: ColumnPlan, row: int, line: int, cells: Sequence[Any], text: str = "") -> InputRow:
    """Return a row of cells as one that can be screened, or with the fault that keeps it from that."""
    try:
        read = plan.read(cells)
    except RowError as error:
        return InputRow(row, line, None, str(error), text, own=tuple(cells))
    told = (read.not_used, read.lost, read.wrong)
    return InputRow(row, line, read.subject, None, text, *told, own=tuple(cells))


def screen_rows(screener: SubjectScreener, rows: Iterable[InputRow]) -> Iterator[OutputRow]:
    """Yield each row with its result, in order, reading some rows ahead."""
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        subjects = [row.subject for row in some if row.subject is not None]
        results = iter(_results(screener, subjects))
        for row in some:
            result = None if row.subject is None else next(results)
            yield _output(row, result)


def _output(row: InputRow, result: ScreeningResult | str | None) -> OutputRow:
    if row.fault is not None or isinstance(result, str):
        return _of_faulty(row, result)
    if result is None:
        return OutputRow(row, None)
    said = [f"{note.text!r}: {note.says}" for note in result.notes if note.sort == "not-compared"]
    wrong = [f"{note.text!r}: {note.says}" for note in result.notes if note.sort == "birth-date"]
    if row.subject and row.subject.birth_date and not result.subject.birth_date:
        wrong.append(f"birth date {row.subject.birth_date} lies ahead; screened without it")
    if said or wrong:
        row = replace(row, not_used=(*row.not_used, *said, *wrong), wrong=(*row.wrong, *wrong))
    return OutputRow(row, result)


def _of_faulty(row: InputRow, result: ScreeningResult | str | None) -> OutputRow:
    """Of a row that cannot be read a hit is told, with what is wrong; without one it is an error."""
    if isinstance(result, ScreeningResult) and (result.hits or result.suppressed):
        told = f"{row.fault}; screened by what may be its name alone"
        return OutputRow(replace(row, fault=None, not_used=(told,), lost=(told,)), result)
    return OutputRow(replace(row, subject=None, fault=row.fault or str(result)), None)


def _results(screener: SubjectScreener, subjects: Sequence[Subject]) -> Iterable[ScreeningResult | str]:
    """Return each subject's result, or why there is none; where one fails, the others are asked alone."""
    together = getattr(screener, "screen_batch", None)
    if together is not None:
        try:
            return list(together(subjects))
        except (SanctionsScreenError, ValueError):
            pass
    return [_result(screener, subject) for subject in subjects]


def _result(screener: SubjectScreener, subject: Subject) -> ScreeningResult | str:
    try:
        return screener.screen(subject)
    except SubjectError as error:
        if subject.birth_date is not None:  # one that lies ahead costs itself, never the name
            return _result(screener, subject.model_copy(update={"birth_date": None}))
        return f"could not be screened: {error}"
    except (SanctionsScreenError, ValueError) as error:
        return f"could not be screened: {error}"


def row_outcome(output: OutputRow) -> RowOutcome:
    """Return what became of a row."""
    if output.result is None:
        return "error"
    if lost_in_part(output):
        return "unscreenable"
    return "hit-delisted" if output.result.only_delisted else output.result.outcome


def lost_in_part(output: OutputRow) -> str | None:
    """Return why a row without a hit is not clear though its subject is: a number of it lost digits."""
    clear = output.result is not None and output.result.outcome == "clear"
    return f"in part: {'; '.join(output.input.lost)}" if clear and output.input.lost else None


def result_dict(result: ScreeningResult) -> dict[str, Any]:
    """Return a result as JSON types; ``hits`` is there even where it is empty."""
    return {"hits": []} | result.to_json_dict()


OUTPUT_TYPES: Final[dict[str, type[int] | type[float] | type[str]]] = {
    "row": int, "line": int, "reference": str, "name": str, "outcome": str, "not_used": str, "score": float,
    "party_id": str, "matched_name": str, "party_name": str, "party_kind": str, "status": str,
    "listed_on": str, "delisted_on": str, "programmes": str, "birth_dates": str, "countries": str,
    "identifiers": str, "positions": str, "addresses": str, "list_title": str, "link": str,
    "identity": str, "identity_certainty": str, "identity_listings": str, "hits_left_out": int,
    "as_of": str, "list_version": str, "explanation": str, "mark": str, "verdict": str, "decided_by": str,
    "decided_on": str, "decision_reason": str, "decision_until": str, "reopened_because": str,
}  # fmt: skip
"""The columns of a table of results with their types; the user's own follow. A subject with several hits has
one row a hit, best first; a hit that a decision suppressed has a row too, whose outcome is ``suppressed``.
The last seven are empty where no decisions were asked. ``listed_on`` and ``delisted_on`` are a day, or
``FIRST/SECOND`` where only two days are known between which it happened (``../SECOND``: on or before).
``identity`` is the same for all parties held to be one bearer, in every row of every file: the first of their
ids, the party's own where it is alone; ``identity_listings`` tells on which lists the bearer stands, since
when, and where it left. ``list_version`` is ``LIST@DAY#DIGEST`` with the first twelve digits of the digest:
the version of the hit's list, or of every list screened."""
OUTPUT_COLUMNS: Final = tuple(OUTPUT_TYPES)
_OF_A_DECISION: Final = OUTPUT_COLUMNS[OUTPUT_COLUMNS.index("mark") :]
_OF_A_HIT: Final = OUTPUT_COLUMNS[OUTPUT_COLUMNS.index("score") : OUTPUT_COLUMNS.index("hits_left_out")]


def own_titles(header: Sequence[str]) -> tuple[str, ...]:
    """Return what the user's own columns are called among the results, where each title stands once."""
    taken = set(OUTPUT_COLUMNS)
    titles: list[str] = []
    for place, title in enumerate(header, 1):
        wanted = title or f"column {place}"
        while wanted in taken:
            wanted += " (input)"
        taken.add(wanted)
        titles.append(wanted)
    return tuple(titles)


def records_of(output: OutputRow) -> list[tuple[Any, ...]]:
    """Return the rows of a table that tell a result: values in the order of :data:`OUTPUT_COLUMNS`.

    None is a value that there is not. The user's own cells are not among them.
    """
    row, result = output.input, output.result
    subject = row.subject
    reference, name = (subject.reference, subject.name) if subject else (None, None)
    head, not_used = (row.row, row.line, reference, name), "; ".join(row.not_used) or None
    outcome = row_outcome(output)
    nothing, undecided = (None,) * len(_OF_A_HIT), (None,) * len(_OF_A_DECISION)
    if result is None:
        return [(*head, outcome, not_used, *nothing, None, None, None, row.fault, *undecided)]
    as_of = result.provenance.as_of.isoformat()
    versions = _versions(result.provenance)
    found: list[tuple[str, Hit]] = [(outcome, hit) for hit in result.hits]
    found += [("suppressed", hit) for hit in result.suppressed]
    records: list[tuple[Any, ...]] = [
        (
            *head, fate, not_used, *_of_hit(hit), *_of_bearer(hit, result.identities),
            result.hits_left_out, as_of,
            versions.get(hit.party.list_id, ""), hit.explanation.summary, *_of_decision(hit.decision),
        )
        for fate, hit in found
    ]  # fmt: skip
    if not result.hits:
        everything, why = " ".join(versions.values()), lost_in_part(output) or result.reason
        records.insert(0, (*head, outcome, not_used, *nothing, None, as_of, everything, why, *undecided))
    return records


def _versions(provenance: Provenance) -> dict[str, str]:
    return {
        version.list_id: f"{version.list_id}@{version.published_on}#{version.digest[:12]}"
        for version in provenance.lists
    }


def _of_hit(hit: Hit) -> tuple[Any, ...]:
    party = hit.party
    return (
        hit.score,
        party.party_id,
        hit.matched_name.text,
        party.primary_name.text,
        party.kind,
        hit.status,
        _day(hit.listed_on),
        _day(hit.delisted_on),
        _joined(hit.programmes),
        _joined(map(str, party.birth_dates)),
        _joined(_countries(party)),
        _joined(f"{each.label or each.type}: {each.value}" for each in party.identifiers),
        _joined((*party.titles, *party.positions)),
        _joined(_addresses(party)),
        published_list(party.list_id).title,
        entry_link(party),
    )


def _of_bearer(hit: Hit, identities: Iterable[Identity]) -> tuple[str | None, ...]:
    party_id = hit.party.party_id
    found = next((each for each in identities if party_id in each.party_ids), None)
    if found is None:
        return party_id, None, None
    sure = _tied_for_certain(party_id, found)
    listings = (_standing(member, inferred=member.party_id not in sure) for member in found.members)
    return min(found.party_ids), "certain" if found.certain else "inferred", _joined(listings)


def _tied_for_certain(party_id: PartyId, identity: Identity) -> set[PartyId]:
    """Return the members that certain links alone tie to one of them."""
    certain = [{link.one, link.other} for link in identity.links if link.certainty == "certain"]
    tied, grown = {party_id}, True
    while grown:
        more = tied.union(*(pair for pair in certain if pair & tied))
        tied, grown = more, more != tied
    return tied


def _standing(member: IdentityMember, *, inferred: bool) -> str:
    """Return where a party of an identity stands, in words: its list, since when, and when it left."""
    days = [
        f"{'returned' if event.kind == 'relisted' else event.kind} {_day(event.on or event.window)}"
        for event in (member.listed, member.left)
        if event is not None
    ]
    if member.status == "listed":
        days = days[:1] or ["listed"]
    elif member.status == "unsettled":
        days.append("unsettled")
    told = f"{member.party_id} {member.name}, {', '.join(days or [member.status])}"
    return f"{told} (inferred)" if inferred else told


def _of_decision(made: HitDecision | None) -> tuple[str | None, ...]:
    if made is None:
        return (None,) * len(_OF_A_DECISION)
    on = made.at.date() if made.at else None
    return made.mark, made.verdict, made.by, _day(on), made.reason, _day(made.until), _joined(made.why)


def _day(day: object) -> str | None:
    if isinstance(day, DateWindow):
        return f"{day.after.isoformat() if day.after else '..'}/{day.until.isoformat()}"
    return str(day) if day else None


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(text for text in texts if text)) or None


def _countries(party: Party) -> Iterator[str]:
    for country in (*party.nationalities, *party.citizenships):
        yield country.code or country.text
    if party.vessel and party.vessel.flag:
        yield party.vessel.flag.code or party.vessel.flag.text
    for address in party.addresses:
        if address.country:
            yield address.country.code or address.country.text


def _addresses(party: Party) -> Iterator[str]:
    for address in party.addresses:
        country = address.country.text if address.country else None
        parts = (address.text, address.city, address.region, address.postal_code, country)
        yield ", ".join(part for part in parts if part)


def entry_link(party: Party) -> str | None:
    """Return the address of the publisher's page on the party, where it has one for each.

    OFAC's search shows every party of its lists by its number: https://sanctionssearch.ofac.treas.gov.
    """
    if party.list_id in ("us-ofac-sdn", "us-ofac-cons") and party.reference.isdigit():
        return f"https://sanctionssearch.ofac.treas.gov/Details.aspx?id={party.reference}"
    return None
