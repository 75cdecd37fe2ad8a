"""Law: whatever comes to a store later, an answer known on a revision is the one that was given on it, in
every byte; also in another store to which its lists were brought."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from store_parties import day, notice, party

from sanctions_screen import ListStore, Screener, ScreeningSettings
from sanctions_screen.errors import SanctionsScreenError
from sanctions_screen.model import Name, Party, canonical_json

LISTS = ("us-ofac-sdn", "my-list")
NAMES = ("Thein HTAY", "Kozo EXAMPLE", "Maria SAMPLE")
DAYS = tuple(day(number) for number in range(6))
SETTINGS = ScreeningSettings(leave_out_later_lists=True)

content = st.dictionaries(st.integers(0, 3), st.sampled_from(["a", "b"]), max_size=4)
lists = st.sampled_from(LISTS)
days = st.sampled_from(DAYS)
told = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["added to", "removed from"]), st.sampled_from(NAMES)),
    min_size=1,
    max_size=3,
)


def parties(list_id: str, held: dict[int, str]) -> list[Party]:
    """Return parties of which two may bear one name: some are linked, and announcements tie otherwise."""
    return [
        party(
            ref,
            text,
            list_id=list_id,
            names=(Name(text=NAMES[ref % 3]), Name(text=f"Also {text}", role="weak")),
        )
        for ref, text in sorted(held.items())
    ]


def change_file(changes: list[tuple[int, str, str]]) -> bytes:
    blocks = [
        f"01/{1 + number:02}/20:\r\n\r\nThe following [SDGT] entries have been {what} OFAC's SDN list:"
        f"\r\n\r\n{name.split()[1]}, {name.split()[0]}; DOB 07 Sep 1955 (individual) [SDGT].\r\n\r\n"
        for number, what, name in sorted(changes)
    ]
    return "".join(blocks).encode()


def answers(store: ListStore, known_on: int | None) -> list[str]:
    """Return every kind of answer, as text: those that are errors too."""
    asked: list[Callable[[], str]] = [partial(screened, store, on, known_on) for on in (None, DAYS[2])]
    for list_id in LISTS:
        asked += [partial(stood, store, list_id, on, known_on) for on in DAYS[1::2]]
        asked.append(partial(told_of, store, list_id, known_on))
        asked += [partial(happened, store, f"{list_id}:{number}", known_on) for number in range(4)]
    return [attempt(ask) for ask in asked]


def told_of(store: ListStore, list_id: str, known_on: int | None) -> str:
    return repr(
        (
            store.versions(list_id, known_on=known_on),
            store.notices(list_id, known_on=known_on),
            attempt(lambda: repr(store.statistics(list_id, "month", known_on=known_on))),
            attempt(lambda: store.diff(list_id, DAYS[0], DAYS[-1], known_on=known_on).canonical_json()),
        )
    )


def happened(store: ListStore, party_id: str, known_on: int | None) -> str:
    return store.history(party_id, known_on=known_on).canonical_json()


def screened(store: ListStore, on: date | None, known_on: int | None) -> str:
    screener = Screener(store, as_of=on, settings=SETTINGS, known_on=known_on)
    return "\n".join(result.canonical_json() for result in screener.screen_many(NAMES))


def stood(store: ListStore, list_id: str, on: date, known_on: int | None) -> str:
    state = store.state(list_id, on, known_on=known_on)
    snapshot = store.snapshot(list_id, on, known_on=known_on)
    histories = [state.history(member.party_id).canonical_json() for member in state]
    return canonical_json(
        [state.provenance.to_json_dict(), histories, [p.canonical_json() for p in snapshot]]
    )


def attempt(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except SanctionsScreenError as error:
        # Which revision limits what a message tells of is no answer.
        return type(error).__name__


class Keeper(RuleBasedStateMachine):
    """A store that grows by late, new and wrong files, and whoever has to show old answers again."""

    def __init__(self) -> None:
        super().__init__()
        self.store = ListStore.in_memory()
        self.given: dict[int, list[str]] = {}
        self.folder = tempfile.TemporaryDirectory()

    def _answered(self) -> None:
        revision = self.store.revision()
        if revision is None:
            return
        now = answers(self.store, None)
        if revision in self.given:
            assert self.given[revision] == now, "nothing was changed without a revision"
        self.given[revision] = now

    @rule(list_id=lists, on=days, held=content)
    def a_version_comes(self, list_id: str, on: date, held: dict[int, str]) -> None:
        self.store.add_snapshot(list_id, parties(list_id, held), published_on=on)
        self._answered()

    @rule(
        list_id=lists, on=days, kind=st.sampled_from(["listed", "delisted", "amended"]), ref=st.integers(0, 3)
    )
    def a_notice_comes(self, list_id: str, on: date, kind: str, ref: int) -> None:
        self.store.add_notices(list_id, [notice(kind, on, ref, list_id)], complete=[(DAYS[0], on)])
        self._answered()

    @rule(changes=told, name=st.sampled_from(["sdnew20.txt", "sdn20new.txt"]))
    def a_change_file_comes_or_grows(self, changes: list[tuple[int, str, str]], name: str) -> None:
        path = Path(self.folder.name) / name
        path.write_bytes(change_file(changes))
        self.store.import_changes([path])
        self._answered()

    @precondition(lambda self: self.given)
    @rule(list_id=lists, pick=st.integers(min_value=0))
    def a_version_is_withdrawn(self, list_id: str, pick: int) -> None:
        held = [v for i in self.store.lists() if i.list_id == list_id for v in self.store.versions(list_id)]
        if held:
            self.store.withdraw(list_id, held[pick % len(held)].published_on, reason="a test file")
            self._answered()

    @precondition(lambda self: self.given)
    @rule(list_id=lists, pick=st.integers(min_value=0), right=days)
    def a_day_is_corrected(self, list_id: str, pick: int, right: date) -> None:
        held = [v for i in self.store.lists() if i.list_id == list_id for v in self.store.versions(list_id)]
        if held and held[pick % len(held)].published_on != right:
            wrong = held[pick % len(held)].published_on
            corrected = self.store.correct_day(list_id, wrong, right, reason="dated a week late")
            assert corrected.published_on == right
            self._answered()

    @precondition(lambda self: self.given)
    @rule(pick=st.integers(min_value=0))
    def an_old_answer_is_asked_for_again(self, pick: int) -> None:
        revision = sorted(self.given)[pick % len(self.given)]
        assert answers(self.store, revision) == self.given[revision]

    def teardown(self) -> None:
        self.store.verify()
        if self.given:
            folder = Path(self.folder.name) / "lists"
            for info in self.store.lists():
                self.store.export(info.list_id, folder)
            with ListStore.in_memory() as copy:
                copy.import_folder(folder)
                copy.verify()
                assert [r.number for r in copy.revisions()] == [r.number for r in self.store.revisions()]
                for store in (self.store, copy):
                    for revision, given in self.given.items():
                        assert answers(store, revision) == given
        self.store.close()
        self.folder.cleanup()


TestKeeper = Keeper.TestCase
TestKeeper.settings = settings(max_examples=40, stateful_step_count=10, deadline=None, derandomize=True)
