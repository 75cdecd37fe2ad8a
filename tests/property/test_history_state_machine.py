"""Law: whatever is listed, amended, delisted and relisted, and in whatever order the versions are imported,
history, as-of and differences agree with a naive model that remembers everything day by day."""

from __future__ import annotations

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from store_parties import LIST, day, notice, parties

from sanctions_screen.errors import NoVersionError
from sanctions_screen.store import ListStore

references = st.integers(0, 3)
Content = dict[int, str]


class Publisher(RuleBasedStateMachine):
    """A publisher whose list changes from day to day, and a user who imports what was published."""

    def __init__(self) -> None:
        super().__init__()
        self.store = ListStore.in_memory()
        self.today = 0
        self.content: Content = {}
        self.truth: list[Content] = []  # what the list held at the end of each day
        self.imported: set[int] = set()
        self.changed: dict[int, dict[int, str]] = {}  # reference → day → what happened to it
        self.announces = False

    @initialize(announces=st.booleans())
    def begin(self, announces: bool) -> None:
        self.announces = announces

    def _change(self, kind: str, reference: int) -> None:
        self.changed.setdefault(reference, {})[self.today] = kind
        if self.announces:
            told = notice(kind, day(self.today), reference, party=parties([(reference, "announced")])[0])
            self.store.add_notices(LIST, [told])
            self.store.add_notices(LIST, [told])

    def _untouched(self, reference: int) -> bool:
        return self.today not in self.changed.get(reference, {})

    @rule(reference=references)
    def list_or_relist(self, reference: int) -> None:
        if reference not in self.content and self._untouched(reference):
            self.content[reference] = "as it was first"
            self._change("listed", reference)

    @rule(reference=references)
    def delist(self, reference: int) -> None:
        if reference in self.content and self._untouched(reference):
            del self.content[reference]
            self._change("delisted", reference)

    @rule(reference=references)
    def amend(self, reference: int) -> None:
        if reference in self.content and self._untouched(reference):
            changed = self.content[reference] == "as it was first"
            self.content[reference] = "as amended" if changed else "as it was first"
            self._change("amended", reference)

    @rule()
    def the_day_ends(self) -> None:
        self.truth.append(dict(self.content))
        self.today += 1

    @precondition(lambda self: self.truth)
    @rule(pick=st.integers(min_value=0))
    def import_some_day(self, pick: int) -> None:
        """Late, twice, out of order: any day that has been published."""
        number = pick % len(self.truth)
        held = parties(sorted(self.truth[number].items()))
        version = self.store.add_snapshot(LIST, held, published_on=day(number))
        assert version.published_on == day(number)
        self.imported.add(number)
        assert len(self.store.versions(LIST)) == len(self.imported)

    # --- what must hold --------------------------------------------------------------------------------

    def _seen(self, on: int) -> Content | None:
        days = [number for number in self.imported if number <= on]
        return self.truth[max(days)] if days else None

    @invariant()
    def as_of_a_version_the_list_is_what_was_published(self) -> None:
        for number in self.imported:
            snapshot = self.store.snapshot(LIST, day(number))
            assert {int(p.reference): p.remarks for p in snapshot} == self.truth[number]

    @invariant()
    def between_versions_without_notices_the_last_one_holds(self) -> None:
        if self.announces or not self.imported:
            return
        for on in range(len(self.truth)):
            seen = self._seen(on)
            if seen is None:
                try:
                    self.store.snapshot(LIST, day(on))
                except NoVersionError:
                    continue
                raise AssertionError(f"answered for day {on}, before the first version")
            assert {int(p.reference): p.remarks for p in self.store.snapshot(LIST, day(on))} == seen

    @invariant()
    def with_every_change_announced_the_status_of_every_day_is_the_truth(self) -> None:
        if not self.announces or not self.changed:
            return
        for reference, happened in self.changed.items():
            history = self.store.history(f"{LIST}:{reference}")
            status = "never-listed"
            for on in range(self.today + 1):
                kind = happened.get(on)
                status = kind if kind in ("listed", "delisted") else status
                assert history.status(day(on)) == status

    @invariant()
    def every_day_and_every_window_is_true(self) -> None:
        for reference, happened in self.changed.items():
            if not self.announces and not any(reference in self.truth[n] for n in self.imported):
                continue
            for event in self.store.history(f"{LIST}:{reference}").events:
                kind = "listed" if event.kind == "relisted" else event.kind
                days = [day(number) for number, what in happened.items() if what == kind]
                if kind == "amended":  # a party that left and came back in between shows as amended
                    days = [day(number) for number in happened]
                assert any(self._within(event.on, event.window, on) for on in days)

    @staticmethod
    def _within(exact: date | None, window: object, on: date) -> bool:
        if exact is not None:
            return on == exact
        after, until = window.after, window.until  # type: ignore[attr-defined]
        return (after is None or after < on) and on <= until

    @invariant()
    def differences_are_those_of_the_two_lists(self) -> None:
        if len(self.imported) < 2:
            return
        first, last = min(self.imported), max(self.imported)
        diff = self.store.diff(LIST, day(first), day(last))
        old, new = self.truth[first], self.truth[last]
        assert {int(p.reference) for p in diff.added} == new.keys() - old.keys()
        assert {int(p.reference) for p in diff.removed} == old.keys() - new.keys()
        changed = {key for key in old.keys() & new.keys() if old[key] != new[key]}
        assert {int(a.after.reference) for a in diff.amended} == changed
        for amended in diff.amended:
            assert [change.field for change in amended.changes] == ["remarks"]

    def teardown(self) -> None:
        self.store.verify()
        self.store.close()


TestPublisher = Publisher.TestCase
TestPublisher.settings = settings(max_examples=60, stateful_step_count=25, deadline=None, derandomize=True)
