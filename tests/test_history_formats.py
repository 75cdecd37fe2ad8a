"""Listing histories of lists whose versions were read from formats that carry different fields."""

from __future__ import annotations

from store_parties import LIST, day, notice, party

from sanctions_screen.model import Address, FieldChange, Name, Party, SourceFile
from sanctions_screen.store import ListStore

ALL_FILES = ("SDN.CSV", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV")
NAMES_ALONE = ("SDN.CSV",)


def put(store: ListStore, number: int, files: tuple[str, ...], *held: Party) -> None:
    """Put a version in as read from files of an OFAC set."""
    read = tuple(SourceFile(name=name, sha256="0" * 64, size=1) for name in files)
    store.add_snapshot(LIST, held, published_on=day(number), format="ofac-delimited", files=read)


def bank(
    *aliases: str, name: str = "BANK", programmes: tuple[str, ...] = ("IRAN",), place: str | None = None
) -> Party:
    names = (Name(text=name), *(Name(text=alias, role="strong") for alias in aliases))
    return party(1, names=names, programmes=programmes, addresses=(Address(text=place),) if place else ())


def test_a_change_seen_in_another_format_is_not_told_again_by_the_next_version_of_the_first() -> None:
    store = ListStore.in_memory()
    for number, form, programmes, addresses in (
        (0, "rows", ("IRAN",), ()),
        (10, "tree", ("IRAN", "SDGT"), ()),
        (20, "rows", ("IRAN", "SDGT"), (Address(text="Tehran"),)),
    ):
        held = party(1, programmes=programmes, addresses=addresses)
        store.add_snapshot(LIST, [held], published_on=day(number), format=form)
    amended = [event for event in store.history(f"{LIST}:1").events if event.kind == "amended"]
    fields = [[change.field for change in event.changes] for event in amended]
    assert fields == [["programmes"], ["addresses"]]
    assert [event.window.after for event in amended if event.window] == [day(0), day(0)]


def test_names_that_only_the_file_of_aliases_has_are_not_told_as_removed() -> None:
    """6,043 names were removed, by a version that was read without that file."""
    store = ListStore.in_memory()
    put(store, 0, ALL_FILES, bank("BANQUE", place="Tehran"))
    put(store, 10, NAMES_ALONE, bank())
    diff = store.diff(LIST, day(0), day(10))
    assert diff.amended == ()
    (retold,) = diff.retold
    assert [(change.field, change.removed, change.of_form) for change in retold.changes] == [
        ("names", ("BANQUE (strong)",), True), ("addresses", ("Tehran",), True),
    ]  # fmt: skip
    assert [event.kind for event in store.history(f"{LIST}:1").events] == ["listed"]
    (first,) = store.statistics(LIST).periods
    assert first.amended.total == 0


def test_a_party_listed_by_another_name_is_amended_though_one_version_has_no_aliases() -> None:
    store = ListStore.in_memory()
    put(store, 0, ALL_FILES, bank("BANQUE"))
    put(store, 10, NAMES_ALONE, bank(name="NEW BANK"))
    (amended,) = store.diff(LIST, day(0), day(10)).amended
    assert amended.changes == (
        FieldChange(field="names", removed=("BANK",), added=("NEW BANK",)),
        FieldChange(field="names", removed=("BANQUE (strong)",), of_form=True),
    )
    _, told = store.history(f"{LIST}:1").events
    assert told.changes == (FieldChange(field="names", removed=("BANK",), added=("NEW BANK",)),)


def test_a_programme_changed_with_the_set_of_files_hides_no_other_change_of_the_day() -> None:
    """Where the programme was another too, all else that had changed was dropped."""
    store = ListStore.in_memory()
    put(store, 0, ALL_FILES, bank("BANQUE", place="Tehran"))
    put(store, 10, NAMES_ALONE, bank())
    put(store, 20, ALL_FILES, bank("BANQUE", "BANCO", programmes=("SDGT",), place="Qom"))
    amended = [event for event in store.history(f"{LIST}:1").events if event.kind == "amended"]
    told = [
        (event.window and event.window.after, change.field, change.added)
        for event in amended
        for change in event.changes
    ]
    assert sorted(told, key=str) == [
        (day(0), "addresses", ("Qom",)),
        (day(0), "names", ("BANCO (strong)",)),
        (day(10), "programmes", ("SDGT",)),
    ]


def test_sets_of_files_are_compared_in_what_both_have() -> None:
    """Two sets of which one had no comments were compared by programme alone, and an alias was not told."""
    store = ListStore.in_memory()
    put(store, 0, ALL_FILES, bank("BANQUE"))
    put(store, 10, ALL_FILES[:3], bank("BANQUE", "BANCO"))
    (amended,) = store.diff(LIST, day(0), day(10)).amended
    assert amended.changes == (FieldChange(field="names", added=("BANCO (strong)",)),)
    assert store.history(f"{LIST}:1").events[-1].changes == amended.changes


def test_a_record_last_updated_on_its_listing_day_was_not_amended() -> None:
    """All 6,017 parties of the OFSI files were told as amended on the day they were listed."""
    store = ListStore.in_memory()
    held = party(1, listed_on=day(0), amended_on=(day(0), day(3)))
    store.add_snapshot(LIST, [held], published_on=day(10))
    events = store.history(f"{LIST}:1").events
    assert [(event.kind, event.on) for event in events] == [("listed", day(0)), ("amended", day(3))]
    assert "no file shows what was amended" in events[1].evidence[0].text


def test_a_notice_that_states_the_reference_is_known_by_it_before_any_file_has_it() -> None:
    store = ListStore.in_memory()
    store.add_snapshot(LIST, [party(2)], published_on=day(0))
    store.add_notices(LIST, [notice("listed", day(5), 1), notice("delisted", day(8), 1)])
    before = store.history(f"{LIST}:1")
    assert [(event.kind, event.on) for event in before.events] == [("listed", day(5)), ("delisted", day(8))]
    store.add_snapshot(LIST, [party(1), party(2)], published_on=day(6))
    assert [(e.kind, e.on) for e in store.history(f"{LIST}:1").events] == [
        ("listed", day(5)), ("delisted", day(8)),
    ]  # fmt: skip


def test_values_in_another_order_are_no_amendment() -> None:
    store = ListStore.in_memory()
    put(store, 0, ALL_FILES, bank("BANQUE", "BANCO"))
    put(store, 10, ALL_FILES, bank("BANCO", "BANQUE"))
    diff = store.diff(LIST, day(0), day(10))
    assert (diff.amended, len(diff.retold)) == ((), 1)
