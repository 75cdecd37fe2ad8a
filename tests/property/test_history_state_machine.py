"""Law: whatever is listed, amended, delisted and relisted, and in whatever order the versions are imported,
history, as-of and differences agree with a naive model that remembers everything day by day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from store_parties import LIST, day, notice, parties

from sanctions_screen.errors import NoVersionError
from sanctions_screen.model import DateWindow, Notice
from sanctions_screen.store import ListStore

PARTIES = 3
HAPPENS = ("nothing", "comes or goes", "is amended")
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
        self.announces = "never"
        self.untold: list[Notice] = []  # announced, and not yet put in

    @initialize(announces=st.sampled_from(["never", "at once", "late"]))
    def begin(self, announces: str) -> None:
        self.announces = announces

    @property
    def all_told(self) -> bool:
        return self.announces != "never" and not self.untold

    def _change(self, kind: str, reference: int) -> None:
        self.changed.setdefault(reference, {})[self.today] = kind
        if self.announces != "never":
            announced = parties([(reference, "announced")])[0]
            self.untold.append(notice(kind, day(self.today), reference, party=announced))
        if self.announces == "at once":
            self.put_an_announcement_in(0)

    @precondition(lambda self: self.untold)
    @rule(pick=st.integers(min_value=0))
    def put_an_announcement_in(self, pick: int) -> None:
        """Late, twice, out of order: any announcement that was made."""
        told = self.untold.pop(pick % len(self.untold))
        assert self.store.add_notices(LIST, [told]) == 1
        assert self.store.add_notices(LIST, [told]) == 0

    @rule(happens=st.tuples(*[st.sampled_from(HAPPENS)] * PARTIES), shown=st.booleans())
    def a_day_passes(self, happens: tuple[str, ...], shown: bool) -> None:
        """List, relist, delist, amend; the version of the day is imported at once, or late, or never."""
        for reference, what in enumerate(happens):
            if what == "comes or goes" and reference in self.content:
                del self.content[reference]
                self._change("delisted", reference)
            elif what == "comes or goes":
                self.content[reference] = "as it was first"
                self._change("listed", reference)
            elif what == "is amended" and reference in self.content:
                changed = self.content[reference] == "as it was first"
                self.content[reference] = "as amended" if changed else "as it was first"
                self._change("amended", reference)
        self.truth.append(dict(self.content))
        self.today += 1
        if shown:
            self.import_some_day(self.today - 1)

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
    def between_versions_without_notices_what_both_hold_is_certain_and_the_rest_unsettled(self) -> None:
        if self.announces != "never" or not self.imported:
            return
        for on in range(len(self.truth)):
            seen = self._seen(on)
            if seen is None:
                try:
                    self.store.snapshot(LIST, day(on))
                except NoVersionError:
                    continue
                raise AssertionError(f"answered for day {on}, before the first version")
            snapshot = self.store.snapshot(LIST, day(on))
            later = [number for number in self.imported if number > on]
            following = self.truth[min(later)] if later and on not in self.imported else seen
            certain = {reference: text for reference, text in seen.items() if reference in following}
            assert {int(p.reference): p.remarks for p in snapshot} == certain
            assert {f"{LIST}:{key}" for key in seen.keys() ^ following.keys()} == set(snapshot.unsettled)

    @invariant()
    def no_status_that_is_told_as_certain_is_wrong(self) -> None:
        """But of one who came and went, or went and came, between two files that nobody announced."""
        for reference, happened in self.changed.items():
            if not self._known(reference):
                continue
            history = self.store.history(f"{LIST}:{reference}")
            for on in range(self.today):
                status = history.status(day(on))
                seen = max((number for number in self.imported if number <= on), default=-1)
                unseen = range(seen + 1, on + 1)
                if status in ("listed", "delisted") and not any(n in happened for n in unseen):
                    assert (status == "listed") == (reference in self.truth[on])

    @invariant()
    def with_every_change_announced_the_status_of_every_day_is_the_truth(self) -> None:
        if not self.all_told:
            return
        for reference, happened in self.changed.items():
            history = self.store.history(f"{LIST}:{reference}")
            assert [(e.kind, e.on) for e in history.events if e.on] == self._happened(happened)
            for event in history.events:
                if event.on is None:  # a party that left and came back in between shows as amended
                    back = [day(on) for on, kind in happened.items() if kind == "listed"]
                    assert event.kind == "amended"
                    assert any(self._within(None, event.window, on) for on in back)
            status = "never-listed"
            for on in range(self.today + 1):
                kind = happened.get(on)
                status = kind if kind in ("listed", "delisted") else status
                assert history.status(day(on)) == status

    @invariant()
    def every_day_and_every_window_is_true(self) -> None:
        for reference, happened in self.changed.items():
            if not self._known(reference):
                continue
            for event in self.store.history(f"{LIST}:{reference}").events:
                kind = "listed" if event.kind == "relisted" else event.kind
                days = [day(number) for number, what in happened.items() if what == kind]
                if kind == "amended":  # a party that left and came back in between shows as amended
                    days = [day(number) for number in happened]
                assert any(self._within(event.on, event.window, on) for on in days)

    @invariant()
    def no_window_is_wider_than_what_is_known_allows(self) -> None:
        for reference, happened in self.changed.items():
            if not self._known(reference):
                continue
            untold = {n.on for n in self.untold if n.party_id == f"{LIST}:{reference}"}
            told = [] if self.announces == "never" else [
                day(on) for on, kind in happened.items() if kind != "amended" and day(on) not in untold
            ]  # fmt: skip
            known = [*told, *map(day, self.imported)]
            for event in self.store.history(f"{LIST}:{reference}").events:
                if event.window is None or event.kind == "amended":
                    continue
                after, until = event.window.after, event.window.until
                assert not [on for on in known if (after is None or after < on) and on < until]

    def _known(self, reference: int) -> bool:
        told = len(self.changed.get(reference, {})) > sum(
            n.party_id == f"{LIST}:{reference}" for n in self.untold
        )
        announced = self.announces != "never" and told
        return announced or any(reference in self.truth[n] for n in self.imported)

    @staticmethod
    def _happened(happened: dict[int, str]) -> list[tuple[str, date]]:
        told: list[tuple[str, date]] = []
        for on, kind in sorted(happened.items()):
            again = kind == "listed" and any(before == "delisted" for before, _ in told)
            told.append(("relisted" if again else kind, day(on)))
        return told

    @invariant()
    def without_announcements_what_two_versions_show_is_all_that_is_told(self) -> None:
        if self.announces != "never":
            return
        days = sorted(self.imported)
        for reference in {key for number in days for key in self.truth[number]}:
            expected: list[tuple[object, ...]] = []
            before, gone, old = None, False, None
            for number in days:
                new, window = self.truth[number].get(reference), (before and day(before - 1), day(number))
                if old is None and new is not None:
                    expected.append(("relisted" if gone else "listed", window, ()))
                elif old is not None and new is None:
                    expected.append(("delisted", window, ()))
                    gone = True
                elif old is not None and new is not None and old != new:
                    expected.append(("amended", window, (("remarks", (old,), (new,)),)))
                before, old = number + 1, new
            told = [
                (e.kind, e.window and (e.window.after, e.window.until),
                 tuple((c.field, c.removed, c.added) for c in e.changes))
                for e in self.store.history(f"{LIST}:{reference}").events
            ]  # fmt: skip
            assert told == expected

    @staticmethod
    def _within(exact: date | None, window: DateWindow | None, on: date) -> bool:
        if exact is not None:
            return on == exact
        assert window is not None
        after, until = window.after, window.until
        return (after is None or after < on) and on <= until

    @invariant()
    def differences_are_those_of_the_two_lists(self) -> None:
        if len(self.imported) < 2:
            return
        days = sorted(self.imported)
        for first, last in {*pairwise(days), (days[-1], days[0])}:
            self._differs(first, last)

    def _differs(self, first: int, last: int) -> None:
        diff = self.store.diff(LIST, day(first), day(last))
        old, new = self.truth[first], self.truth[last]
        assert {int(p.reference) for p in diff.added} == new.keys() - old.keys()
        assert {int(p.reference) for p in diff.removed} == old.keys() - new.keys()
        changed = {key for key in old.keys() & new.keys() if old[key] != new[key]}
        assert {int(a.after.reference) for a in diff.amended} == changed
        for amended in diff.amended:
            texts = old[int(amended.after.reference)], new[int(amended.after.reference)]
            assert [(c.field, *c.removed, *c.added) for c in amended.changes] == [("remarks", *texts)]

    def teardown(self) -> None:
        self.store.verify()
        self.store.close()


TestPublisher = Publisher.TestCase
TestPublisher.settings = settings(max_examples=80, stateful_step_count=20, deadline=None, derandomize=True)
