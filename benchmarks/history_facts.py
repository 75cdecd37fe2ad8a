"""Dated facts of listing history, read from a table and held against a store of the real files.

The table (``known_history_facts.csv``) has a row a fact: ``subject,list,id,event,date,program_or_ref``, its
events and dates in words. :func:`verify` knows every form there is and refuses any other, so no row is passed
over. A fact holds exactly when its day is told, and as a window when versions bound it; a window is only as
narrow as the files there are, and may not leave out one that would narrow it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_screen.model import ListingEvent, ListingHistory, Party
from sanctions_screen.store import ListStore

__all__ = ["Fact", "read_facts", "verify"]

SDN = "us-ofac-sdn"
LISTS = {"OFAC SDN": SDN, "UN": "un-sc", "EU": "eu-fsf", "UK": "gb-ofsi"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Fact:
    """One row of the table."""

    line: int
    subject: str
    publisher: str
    reference: str
    event: str
    when: str
    programmes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.subject}, {self.publisher} {self.reference}: {self.event} {self.when}".rstrip()

    @property
    def list_id(self) -> str:
        return LISTS[self.publisher]

    @property
    def days(self) -> list[date]:
        """The days named in the row's date."""
        return [date.fromisoformat(text) for text in _DAY.findall(self.when)]


def read_facts(path: Path) -> list[Fact]:
    """Return every row of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Fact(line, row["subject"], row["list"], row["id"], row["event"], row["date"],
                 tuple(part for part in row["program_or_ref"].split(";") if part))
            for line, row in enumerate(csv.DictReader(file), start=2)
        ]  # fmt: skip


def verify(fact: Fact, store: ListStore) -> str:
    """Return how a fact holds; AssertionError when it does not.

    Raises LookupError for a row of a form that nothing here knows.
    """
    for form, holds in _FORMS:
        if re.fullmatch(form, f"{fact.event} | {fact.when}"):
            return holds(fact, store)
    raise LookupError(f"line {fact.line}: no branch knows this row: {fact}")


# --- finding the party ----------------------------------------------------------------------------------


def _newest(store: ListStore, fact: Fact) -> date:
    return store.versions(fact.list_id)[-1].published_on


def _history(fact: Fact, store: ListStore) -> ListingHistory:
    (history,) = _histories(fact, store)
    return history


def _histories(fact: Fact, store: ListStore) -> list[ListingHistory]:
    if "IRe.*/IRi.*" in fact.subject:
        held = store.snapshot(fact.list_id, date(2023, 3, 27))
        gone = store.snapshot(fact.list_id, date(2024, 9, 26))
        ids = [
            p.party_id for p in held if p.reference.startswith(("IRe.", "IRi.")) and p.party_id not in gone
        ]
        assert len(ids) == int(fact.subject.split()[0]), len(ids)
        return [store.history(party_id) for party_id in ids]
    if fact.reference.isdigit() or re.fullmatch(r"KP[ei]\.\d+", fact.reference):
        return [store.history(f"{fact.list_id}:{fact.reference}")]
    if fact.reference.startswith("EU."):
        held = store.snapshot(fact.list_id)
        return [store.history(p.party_id) for p in held if ("euReferenceNumber", fact.reference) in p.extra]
    # The table gives no reference: the party is the one of that name on the list on the day, or before it.
    day = fact.days[0]
    names = {"Thura Shwe Mann": "MANN, Shwe", "KOMID": "KOREA MINING DEVELOPMENT TRADING CORPORATION"}
    versions = [version.published_on for version in store.versions(fact.list_id)]
    state = store.state(fact.list_id, day if day >= versions[0] or fact.list_id == SDN else versions[0])
    found = [m.party_id for m in state if names[fact.subject] in _spellings(state.party(m.party_id))]
    return [store.history(party_id) for party_id in found]


def _spellings(party: Party) -> set[str]:
    return {name.text for name in party.names}


# --- holding it against the store -----------------------------------------------------------------------


def _event(fact: Fact, history: ListingHistory, kind: str) -> ListingEvent:
    """Return the one event of a kind that took effect on the day, or whose window holds it."""
    kinds = {kind, "relisted"} if kind == "listed" else {kind}
    found = [e for e in history.events if e.kind in kinds and _holds(e, fact.days[0])]
    exact = [e for e in found if e.on]
    assert len(exact or found) == 1, [str(e) for e in history.events]
    event = (exact or found)[0]
    if fact.publisher in ("OFAC SDN", "UN"):
        assert set(fact.programmes) <= set(event.programmes), event.programmes
    return event


def _holds(event: ListingEvent, day: date) -> bool:
    if event.on is not None:
        return event.on == day
    assert event.window is not None
    return (event.window.after is None or event.window.after < day) and day <= event.window.until


def _how(event: ListingEvent) -> str:
    if event.on:
        return f"exactly, {event.on} ({event.evidence[0].kind})"
    assert event.window is not None
    return f"within its window, {event.window.after} to {event.window.until}"


def _told_on(fact: Fact, store: ListStore) -> str:
    kinds = {"listed": "listed", "designationDate": "listed", "removed": "delisted", "changed": "amended"}
    if fact.days[0] > _newest(store, fact):
        return _after_the_files(fact, store)
    return _how(_event(fact, _history(fact, store), kinds[fact.event]))


def _changed_to(fact: Fact, store: ListStore) -> str:
    event = _event(fact, _history(fact, store), "amended")
    assert event.programmes == fact.programmes, event
    return _how(event)


def _after_the_files(fact: Fact, store: ListStore) -> str:
    """Assert that the newest file does not show a listing that is later."""
    newest = _newest(store, fact)
    names = {"DDI": ("DIRECTORATE OF DEFENCE INDUSTRIES", "DIRECTORATE OF DEFENSE INDUSTRIES")}[fact.subject]
    held = [p for p in store.snapshot(fact.list_id) if {n.upper() for n in _spellings(p)} & set(names)]
    assert held == []
    return f"not contradicted: the newest file, {newest}, is older and does not show it"


def _narrowest(fact: Fact, store: ListStore, event: ListingEvent, first: date, last: date) -> str:
    """Assert that the event lies in a span, or in the narrowest window around it that the files allow."""
    if event.on is not None:
        assert first <= event.on <= last, event
        return _how(event)
    assert event.window is not None
    after, until = event.window.after, event.window.until
    days = [version.published_on for version in store.versions(fact.list_id)]
    assert after is not None, event
    assert [day for day in days if after < day < until] == [], event
    if first <= after and until <= last:
        return f"within its window, {after} to {until}"
    assert after < last, event
    assert first < until, event
    return f"as the window {after} to {until}: the files have no version of a day between"


def _listed_between(fact: Fact, store: ListStore) -> str:
    first, last = fact.days
    history = _history(fact, store)
    event = next(e for e in history.events if e.kind == "listed")
    wanted = {programme for part in fact.programmes for programme in _split(part)}
    assert wanted <= set(event.programmes), (wanted, event.programmes)
    return _narrowest(fact, store, event, first, last)


def _split(programmes: str) -> list[str]:
    """Return the programmes in ``UKRAINE-EO13661/13662``: two of one stem."""
    head, *numbers = programmes.split("/")
    return [head, *(head.rstrip("0123456789") + number for number in numbers)]


def _programme_between(fact: Fact, store: ListStore) -> str:
    """Assert when the records first show a programme."""
    first, last = fact.days
    (programme,) = fact.programmes
    history = _history(fact, store)
    days = [version.published_on for version in store.versions(fact.list_id)]

    def shows(day: date) -> bool:
        listed = history.status(day) == "listed"
        return listed and programme in store.party(history.party_id, day).programmes

    without = max(day for day in days if not shows(day))
    with_it = min(day for day in days if shows(day))
    assert without < min(with_it, last), (without, with_it)
    assert first < with_it <= last, (without, with_it)
    return f"as the window {without} to {with_it}: the files have no version of a day between"


def _present_or_absent(fact: Fact, store: ListStore) -> str:
    texts = (fact.when, fact.event, f"{fact.event} {fact.when}")
    text = next(text for text in texts if re.match(r"(?:present|absent) .*\d", text))
    return "; ".join(sorted({_seen(fact, history, store, text) for history in _histories(fact, store)}))


def _seen(fact: Fact, history: ListingHistory, store: ListStore, text: str) -> str:
    """Assert ``present DAY; absent DAY and DAY; absent DAY..DAY`` for all days that the files tell of."""
    newest, unknown = _newest(store, fact), []
    for word, days in re.findall(r"(present|absent)((?: (?:to|and)|[ .\d-])*)", text):
        listed = word == "present"
        told = [date.fromisoformat(day) for day in _DAY.findall(days)]
        if ".." in days:
            first, last = told
            told = [first, *(v.published_on for v in store.versions(fact.list_id)
                             if first <= v.published_on <= last)]  # fmt: skip
        for day in told:
            bound = [e.window for e in history.events if e.window and e.window.after
                     and e.window.after < day < e.window.until]  # fmt: skip
            if bound:  # between two versions: the window says that it is not known
                unknown.append(f"{day} lies in the window {bound[0].after} to {bound[0].until}")
            else:
                assert day <= newest, f"{day} is after the newest file"
                assert (history.status(day) == "listed") is listed, (day, history.events)
        if listed and fact.programmes and told and fact.publisher == "OFAC SDN" and not unknown:
            on = store.party(history.party_id, told[-1]).programmes
            assert set(fact.programmes) <= set(on), on
    return "; ".join(["exactly", *unknown]) + (f" (files to {newest})" if ".." in text else "")


def _absent_by(fact: Fact, store: ListStore) -> str:
    newest, history = _newest(store, fact), _history(fact, store)
    if newest >= fact.days[0]:
        assert history.status(fact.days[0]) == "delisted"
        return "exactly"
    assert history.status(newest) == "listed"
    assert history.events[-1].effective_by <= newest
    return f"not contradicted: the newest file, {newest}, is older and shows it listed"


def _relisted_anew(fact: Fact, store: ListStore) -> str:
    return _relisted(fact, store, "15157", fact.reference)  # the row above it tells of the old reference


def _replaced(fact: Fact, store: ListStore) -> str:
    """Assert what ``2022-11-09 (present 11-07)`` says of ``38499->39796``."""
    month, day = map(int, re.findall(r"\d+", fact.when.partition("(")[2]))
    old, new = fact.reference.split("->")
    assert store.history(f"{fact.list_id}:{old}").status(date(fact.days[0].year, month, day)) == "listed"
    return _relisted(fact, store, old, new)


def _relisted(fact: Fact, store: ListStore, old: str, new: str) -> str:
    """Assert that the new reference was listed on the day, the old one gone by it, and the two are linked."""
    before, after = (store.history(f"{fact.list_id}:{reference}") for reference in (old, new))
    listed = next(e for e in after.events if e.kind == "listed")
    assert _holds(listed, fact.days[0]), listed
    assert set(fact.programmes) <= set(listed.programmes), listed
    assert before.status(listed.effective_by) == "delisted", before
    (later,) = [link for link in before.linked if link.party_id == after.party_id]
    (earlier,) = [link for link in after.linked if link.party_id == before.party_id]
    assert (later.relation, earlier.relation) == ("later", "earlier")
    return f"{_how(listed)}, linked with confidence {earlier.confidence}"


_ON = r"\d{4}-\d\d-\d\d"
_BETWEEN = rf"between {_ON} and {_ON}"
_FORMS: tuple[tuple[str, Callable[[Fact, ListStore], str]], ...] = (
    (rf"(?:listed|designationDate|removed|changed) \| {_ON}", _told_on),
    (rf"changed to \S+ only \| {_ON}", _changed_to),
    (rf"(?:listed|listed GLOMAG|present from) \| {_BETWEEN}", _listed_between),
    (rf"program \S+ added \| {_BETWEEN}", _programme_between),
    (rf"(?:present|absent) \| {_ON}(?:\.\.{_ON})?", _present_or_absent),
    (rf"present {_ON}; absent {_ON} \| ", _present_or_absent),
    (rf".* \| present (?:to )?{_ON}; absent .*; present {_ON}.*", _present_or_absent),
    (rf"present (?:to )?{_ON}; absent .*; present {_ON}.* \| .*", _present_or_absent),
    (rf"absent by \| {_ON}", _absent_by),
    (rf"re-listed new uid \| {_ON}", _relisted_anew),
    (rf"removed and re-listed new uid \| {_ON} \(present \d\d-\d\d\)", _replaced),
)
"""The forms of a row, as ``event | date``, and what each asserts."""
