"""OFAC's change files: what was added, removed and changed, once a party, and nothing skipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from store_parties import party

from sanctions_screen.errors import MalformedFileError
from sanctions_screen.history.differences import value_text
from sanctions_screen.model import Name
from sanctions_screen.names.keys import name_key
from sanctions_screen.sources.ofac_change_entry import read_entry
from sanctions_screen.sources.ofac_change_parties import announcements, spelling_keys
from sanctions_screen.sources.ofac_change_text import passages
from sanctions_screen.sources.ofac_changes import ChangeFile, heading_kind, read_changes
from sanctions_screen.store import ListStore

# The three ways of typesetting, by hand: LF wraps and CRLF ends; CRLF everywhere; prose.
# Written here with "|" where a bare LF wraps and a line break where CRLF ends a line.
NEW = """This publication of Treasury's Office of Foreign Assets Control

07/02/13:

The following [BURMA] entries have been added to OFAC's SDN List|list:

HTAY, Thein (a.k.a. HTAY, Thien); DOB 07 Sep 1955; POB Taunggyi,|Burma; General (individual)|[BURMA].
HTAY, Thien (a.k.a. HTAY, Thein); DOB 07 Sep 1955; POB Taunggyi,|Burma; General (individual)|[BURMA].

The following [NPWMD] entries have been changed:

EXAMPLE TRADING COMPANY, Pyongyang, Korea, North [NPWMD]. -to-|EXAMPLE TRADING COMPANY (a.k.a.\
| EXCO), Pyongyang, Korea, North [DPRK2] [NPWMD] (Linked To: SOME OTHER BANK).

resulting in the following new [NPWMD] entries:

EXCO (a.k.a. EXAMPLE TRADING COMPANY), Pyongyang, Korea, North|[DPRK2] [NPWMD] (Linked To: SOME OTHER BANK).

07/09/13:

The following [BURMA] entries have been removed:

GOLDEN EXAMPLE CO., LTD., Yangon, Burma [BURMA].
""".replace("\n", "\r\n").replace("|", "\n")
TYPED = """The following changes have occurred with respect to the list since
January 1, 1999:

05/26/99:      Deletion of the following names from Treasury's
listing of Specially Designated Nationals and Blocked Persons is
being published in the Federal Register:

PE\u00d1A EXAMPLE, Jairo (a.k.a. EXAMPLE, Jairo), c/o CAUCALITO LTDA., Cali,
Colombia; Cedula No. 70112547 (Colombia)
(individual) [SDNT]
SECOND EXAMPLE S.A., Cali, Colombia; NIT # 800108122-
8 (Colombia) [SDNT]

Something else happened that day which no rule foresees.
""".replace("\n", "\r\n")


def read(folder: Path, text: str, encoding: str = "utf-8") -> ChangeFile:
    path = folder / "sdnew.txt"
    path.write_bytes(text.encode(encoding))
    return read_changes(path)


def test_entries_stand_under_their_date_and_heading(tmp_path: Path) -> None:
    file = read(tmp_path, NEW)
    assert file.unread == ()
    assert file.share_read == 1.0
    told = [(a.kind, a.on, a.entry.name) for a in announcements(file.changes, "sdnew.txt")]
    assert told == [
        ("listed", date(2013, 7, 2), "HTAY, Thein"),
        ("amended", date(2013, 7, 2), "EXAMPLE TRADING COMPANY"),
        ("delisted", date(2013, 7, 9), "GOLDEN EXAMPLE CO., LTD."),
    ]


def test_a_party_repeated_for_each_spelling_is_one_announcement(tmp_path: Path) -> None:
    first = announcements(read(tmp_path, NEW).changes, "sdnew.txt")[0]
    assert len(first.changes) == 2
    party = first.entry.party("us-ofac-sdn:x")
    assert [(name.text, name.role) for name in party.names] == [
        ("HTAY, Thein", "primary"),
        ("HTAY, Thien", "strong"),
    ]
    assert (party.kind, [str(d) for d in party.birth_dates], party.birth_places) == (
        "person", ["1955-09-07"], ("Taunggyi, Burma",),
    )  # fmt: skip
    assert party.programmes == ("BURMA",)


def test_a_change_has_both_sides_and_its_new_spellings_are_no_new_party(tmp_path: Path) -> None:
    changed = announcements(read(tmp_path, NEW).changes, "sdnew.txt")[1]
    leading = changed.leading
    assert leading.before is not None
    assert leading.after is not None
    assert (leading.before.programmes, leading.after.programmes) == (("NPWMD",), ("DPRK2", "NPWMD"))
    assert leading.after.linked == ("SOME OTHER BANK",)
    assert [change.new_spelling for change in changed.changes] == [False, True]


def test_the_changes_of_1997_without_hyphens_and_their_further_spellings_are_read(tmp_path: Path) -> None:
    """Two ships and a firm of 1997 were left on the list as parties of their own that nobody ever removed."""
    text = """07/30/97:      Information on the following entries has been updated:

TULIP EXAMPLE (Pocho Example Co., Cyprus) (vessel) [CUBA] to
TULIP EXAMPLE (n.k.a. BROTHERS) (C4QK) Bulk Carrier (Ciflare
Example Co. Ltd.) (vessel) [CUBA] -and-
BROTHERS (f.k.a. TULIP EXAMPLE) (C4QK) Bulk Carrier (Ciflare
Example Co. Ltd.) (vessel) [CUBA]
RUBY EXAMPLE, Panama [CUBA]
to RUBY EXAMPLE, Havana, Cuba [CUBA]
FIRST, S.A. [CUBA] -to- FURST, S.A. [CUBA] -and- SECOND, S.A. [CUBA] -to- SEKOND, S.A. [CUBA]
""".replace("\n", "\r\n")
    file = read(tmp_path, text, "cp437")
    assert file.unread == ()
    assert [(c.before and c.before.name, c.entry.name, c.new_spelling) for c in file.changes] == [
        ("TULIP EXAMPLE", "TULIP EXAMPLE", False),
        (None, "BROTHERS", True),
        ("RUBY EXAMPLE", "RUBY EXAMPLE", False),
        ("FIRST, S.A.", "FURST, S.A.", False),
        ("SECOND, S.A.", "SEKOND, S.A.", False),
    ]
    assert {c.kind for c in file.changes} == {"amended"}
    assert [a.entry.name for a in announcements(file.changes, "x")][:2] == ["TULIP EXAMPLE", "RUBY EXAMPLE"]


def test_files_typed_line_by_line_in_the_old_code_page_are_read(tmp_path: Path) -> None:
    file = read(tmp_path, TYPED, "cp437")
    entries = [change.entry for change in file.changes]
    assert [(c.kind, c.on, c.entry.name) for c in file.changes] == [
        ("delisted", date(1999, 5, 26), "PEÑA EXAMPLE, Jairo"),
        ("delisted", date(1999, 5, 26), "SECOND EXAMPLE S.A."),
    ]
    numbers = [item.value for entry in entries for item in entry.party("us-ofac-sdn:x").identifiers]
    assert numbers == ["70112547", "800108122-8"]


def test_an_entry_that_begins_behind_another_on_its_line_is_read(tmp_path: Path) -> None:
    """Eleven parties were swallowed by the one before them, among them removals of 2003 and 2004."""
    text = TYPED.replace(
        "8 (Colombia) [SDNT]\r\n",
        "8 (Colombia) [SDNT] THIRD EXAMPLE PLANT,\r\n"
        "Cali, Colombia [SDNT] FOURTH\r\n"
        "EXAMPLE S.A., Cali [SDNT]\r\n",
    )
    path = tmp_path / "SDNEW99.TXT"
    path.write_bytes(text.encode("cp1252"))
    changes = read_changes(path).changes
    assert [entry.name for change in changes if (entry := change.before or change.after)][1:] == [
        "SECOND EXAMPLE S.A.",
        "THIRD EXAMPLE PLANT",
        "FOURTH EXAMPLE S.A.",
    ]


def test_a_place_in_brackets_is_no_programme() -> None:
    entry = read_entry("EXAMPLE BANKA d.d., all offices (Bank is headquartered in Novi Sad [Serbia]) [FRYK]")
    assert entry is not None
    assert entry.programmes == ("FRYK",)


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("VALENCIA, Reynel (Reinel)", {"VALENCIA, Reynel", "VALENCIA, Reinel"}),
        ("VALENCIA ARIAS, Jhon Gavy (John Gaby)", {"VALENCIA ARIAS, Jhon Gavy", "VALENCIA ARIAS, John Gaby"}),
        ("RAMIREZ SUAREZ (SUARES), Luis", {"RAMIREZ SUAREZ, Luis", "RAMIREZ SUARES, Luis"}),
        ("EXAMPLE SUPPORT COMMITTEE (ESC)", {"EXAMPLE SUPPORT COMMITTEE"}),
        ("RENDON, Maria c/o EXAMPLECOOP", {"RENDON, Maria"}),
        ("EXAMPLE TRADING (CYPRUS) LTD", set()),
    ],
)
def test_a_spelling_in_brackets_is_a_name_of_its_own(written: str, also: set[str]) -> None:
    """Nine parties of 1996 and 1997 were told twice, once as gone on a day that nobody could tell."""
    assert set(spelling_keys(written)) == {name_key(text) for text in {written, *also}}


def test_what_cannot_be_read_is_returned_with_its_line_and_counted(tmp_path: Path) -> None:
    file = read(tmp_path, TYPED, "cp437")
    (passage,) = file.unread
    assert passage.text == "Something else happened that day which no rule foresees."
    assert TYPED.split("\r\n")[(passage.line or 0) - 1] == passage.text
    assert 0.8 < file.share_read < 1.0


def test_every_line_belongs_to_exactly_one_passage() -> None:
    for text in (NEW, TYPED):
        words = " ".join(text.split()).replace("- ", "-").split()
        found = " ".join(f"{p.text}" for p in passages(text)).replace("- ", "-").split()
        dates = [word for word in words if word[:2].isdigit() and word.endswith(":") and "/" in word]
        assert [word for word in words if word not in dates] == found


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("The following [SDGT] entries have been added to OFAC's SDN list:", "listed"),
        ("The following [SDGT] entries have been removed:", "delisted"),
        ("The following entries have been changed by adding additional data:", "amended"),
        ("Deletion of the following names from the listing of Specially Designated Nationals:", "delisted"),
        ("The following a.k.a.s have been removed from the primary entry:", "amended"),
        ("The following entries have been removed. Assets blocked before must remain blocked:",
         "delisted"),
        ("resulting in the following new entries:", "amended"),
        ("A new terrorist has been named resulting in the following additional entries:",
         "listed"),
        ("Some words:", None),
    ],
)  # fmt: skip
def test_a_heading_says_what_happened(heading: str, kind: str | None) -> None:
    assert heading_kind(heading) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("IRAN FAHIM Chemical/Products Tanker 34,900DWT Iran flag (vessel) [IRAN]", "IRAN FAHIM", "vessel"),
        ("CELTIC (f.k.a. OTHER) (C4WU) Bulk Carrier (vessel) [CUBA]", "CELTIC", "vessel"),
        ("BUDVA (9HUH3) Bulk Carrier 17,397GT Malta Flag (vessel) [FRY S&M]", "BUDVA", "vessel"),
        ("EP-CFD; Aircraft Model F.28-0100 (aircraft) [NPWMD]", "EP-CFD", "aircraft"),
        ("STARRY SHINE LIMITED, RM B, 12th Floor, Hong Kong [NPWMD]", "STARRY SHINE LIMITED", "organisation"),
        ("PESCABRAVA, S.A., France [CUBA]", "PESCABRAVA, S.A.", "organisation"),
        ('"FOCA" (a.k.a. OTHER NAME), North Kivu [DRCONGO]', '"FOCA"', "organisation"),
        ("GOMEZ PABON, Humberto, c/o EXAMPLE LTDA., Bogota, Colombia; Cedula No. 7557394 (Colombia) [SDNT]",
         "GOMEZ PABON, Humberto", "person"),
        ("EXAMPLE VIDA, Calle 16 No. 100-88, Cali, Colombia; Cedula No. 31994 (Colombia) [SDNT]",
         "EXAMPLE VIDA", "organisation"),
        ("EXAMPLE LTDA., Bogota, Colombia; NIT # 830131785-6 (Colombia) [SDNT]", "EXAMPLE LTDA.",
         "organisation"),
        ("SPECKMAN, Jeanine, United Kingdom (individual) [IRAQ2]", "SPECKMAN, Jeanine", "person"),
        ("EXAMPLE, Chan, Dr. (a.k.a. EXAMPLE, Chan), Burma (individual) [BURMA]", "EXAMPLE, Chan, Dr.",
         "person"),
        ("TULIP EXAMPLE (Some Navigation Co., Cyprus) (vessel) [CUBA]", "TULIP EXAMPLE", "vessel"),
        ("HOTEL EXAMPLE - ULCINJ, MONTENEGRO, Donji Stoj B.B., Montenegro [SDNTK]",
         "HOTEL EXAMPLE - ULCINJ, MONTENEGRO", "organisation"),
        ("EXAMPLE HOTEL, MONTENEGRO [SDNTK]", "EXAMPLE HOTEL", "organisation"),
        ("COOPERATIVA EXAMPLE, S.C. DE R.L. DE C.V., Av. Vallarta 600, Mexico [SDNTK]",
         "COOPERATIVA EXAMPLE, S.C. DE R.L. DE C.V.", "organisation"),
        ("EXAMPLE OFFSHORE COMPANY, P.J.S., No. 3, Tehran, Iran [NPWMD]", "EXAMPLE OFFSHORE COMPANY, P.J.S.",
         "organisation"),
        ("EXAMPLE MINES, C/O EXAMPLE MINING CORPORATION, Khartoum, Sudan [SUDAN]", "EXAMPLE MINES",
         "organisation"),
    ],
)  # fmt: skip
def test_a_name_is_told_from_what_follows_it(text: str, name: str, kind: str) -> None:
    entry = read_entry(text)
    assert entry is not None
    assert (entry.name, entry.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "signs", "facts"),
    [
        ("BROTHERS (f.k.a. TULIP) (C4QK) Bulk Carrier 25,573DWT 16,605GRT Cyprus flag (Ex) (vessel) [CUBA]",
         ["C4QK"], "type Bulk Carrier; flag Cyprus; owner Ex; tonnage 25573; gross_registered_tonnage 16605"),
        ("BUDVA (9HUH3) Bulk Carrier 17,397GT Malta Flag (South Bulk Ltd.) (vessel) [FRY S&M]",
         ["9HUH3"], "type Bulk Carrier; flag Malta; owner South Bulk Ltd.; gross_registered_tonnage 17397"),
        ("CLOVE (a.k.a. OTHER) (5IM 595) Oil Tanker Tanzania flag; Former Vessel Flag Malta (vessel) [IRAN]",
         ["5IM 595"], "type Oil Tanker; flag Tanzania; former_flags Malta"),
        ("AL-ALYAA (N/A) Tug DWT N/A Iraqi flag (State Org. of Iraqi Ports) (vessel) [IRAQ]",
         [], "type Tug; flag Iraqi; owner State Org. of Iraqi Ports"),
        ("ANTHEM Panama flag (Siqiriya Maritime Corp.) (vessel) [SYRIA]",
         [], "flag Panama; owner Siqiriya Maritime Corp."),
        ("TULIP (Pocho Example Co., Cyprus) (vessel) [CUBA]", [], "owner Pocho Example Co., Cyprus"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_ships_name_is_read(text: str, signs: list[str], facts: str) -> None:
    """Ships taken off before the first list known were rebuilt with their type and flag as an address."""
    entry = read_entry(text)
    assert entry is not None
    party = entry.party("us-ofac-sdn:x")
    assert party.vessel is not None
    assert [item.value for item in party.identifiers] == signs
    assert value_text(party.vessel) == facts
    assert (party.addresses, party.remarks or "") == (
        (),
        "Former Vessel Flag Malta" if "Former" in text else "",
    )


def test_prose_is_no_entry() -> None:
    assert read_entry("The President issued an Executive Order.") is None


def test_a_file_without_entries_is_no_change_file(tmp_path: Path) -> None:
    with pytest.raises(MalformedFileError, match="not a change file"):
        read(tmp_path, "hello\n")


# --- tied to the parties of a list ------------------------------------------------------------------------


def imported(tmp_path: Path, text: str, *names: str) -> ListStore:
    store = ListStore.in_memory()
    held = [
        party(n, list_id="us-ofac-sdn", names=(Name(text=name),)) for n, name in enumerate(names, start=1)
    ]
    store.add_snapshot("us-ofac-sdn", held, published_on=date(2013, 7, 10))
    path = tmp_path / "sdnew.txt"
    path.write_bytes(text.encode())
    store.import_changes([path])
    return store


def test_announcements_are_tied_to_the_reference_and_say_why(tmp_path: Path) -> None:
    store = imported(tmp_path, NEW, "HTAY, Thein", "EXCO")
    (listed,) = store.history("us-ofac-sdn:1").events
    assert (listed.kind, listed.on) == ("listed", date(2013, 7, 2))
    (notice,) = [n for n in store.notices("us-ofac-sdn") if n.party_id == "us-ofac-sdn:1"]
    assert any("names the same" in reason for reason in notice.tied_by)
    assert "line 8" in notice.citation


def test_a_party_gone_before_the_first_version_has_a_stable_id_and_a_history(tmp_path: Path) -> None:
    ids = []
    for _ in range(2):
        store = imported(tmp_path, NEW, "HTAY, Thein", "EXCO")
        gone = [n.party_id for n in store.notices("us-ofac-sdn") if n.kind == "delisted"]
        ids.append(gone)
        assert [e.kind for e in store.history(str(gone[0])).events] == ["listed", "delisted"]
        assert store.party(str(gone[0])).primary_name.text == "GOLDEN EXAMPLE CO., LTD."
    assert ids[0] == ids[1]
    assert str(ids[0][0]).startswith("us-ofac-sdn:notice-20130709-")


def test_importing_the_change_files_again_ties_anew_and_repeats_nothing(tmp_path: Path) -> None:
    store = imported(tmp_path, NEW, "HTAY, Thein", "EXCO")
    before = store.notices("us-ofac-sdn")
    store.import_changes([tmp_path / "sdnew.txt"])
    assert store.notices("us-ofac-sdn") == before
    store.verify()


def told(tmp_path: Path, text: str, *names: str) -> ListStore:
    """Return a store of a list with such names on 10 July 2013, and of entries told in *text*."""
    return imported(tmp_path, text.replace("\n", "\r\n"), *names)


BRANCHES = """08/16/10:

The following [SDGT] entries have been added to OFAC's SDN list:

RELIEF EXAMPLE EAST BRANCH (a.k.a. REX; a.k.a. RELIEF EXAMPLE), Jakarta, Indonesia [SDGT].
RELIEF EXAMPLE WEST BRANCH (a.k.a. REX; a.k.a. RELIEF EXAMPLE), Manila, Philippines [SDGT].
RELIEF EXAMPLE (a.k.a. REX; a.k.a. RELIEF EXAMPLE EAST BRANCH), Jakarta, Indonesia [SDGT].
RELIEF EXAMPLE (a.k.a. REX; a.k.a. RELIEF EXAMPLE WEST BRANCH), Manila, Philippines [SDGT].
REX (a.k.a. RELIEF EXAMPLE; a.k.a. RELIEF EXAMPLE EAST BRANCH), Jakarta, Indonesia [SDGT].
REX (a.k.a. RELIEF EXAMPLE; a.k.a. RELIEF EXAMPLE WEST BRANCH), Manila, Philippines [SDGT].
"""


def test_branches_that_share_their_head_offices_names_are_parties_of_their_own(tmp_path: Path) -> None:
    """Two branches of a charity, and three of one movement in three places, were read as one party each."""
    found = announcements(read(tmp_path, BRANCHES.replace("\n", "\r\n")).changes, "sdnew.txt")
    assert [[change.entry.body for change in one.changes] for one in found] == [
        [("Jakarta, Indonesia",)] * 3,
        [("Manila, Philippines",)] * 3,
    ]


CORRECTED = """03/20/12:

The following [SDGT] entries have been added to OFAC's SDN list:

EXAMPLE, Afif; DOB 01 Jan 1955; POB Pacitan, Indonesia (individual) [SDGT].

06/24/13:

The following [SDGT] entries have been changed:

EXAMPLE, Afif; DOB 01 Jan 1955; POB Pacitan, Indonesia (individual) [SDGT]. -to- EXAMPLE, Afif (a.k.a. \
EXAMPLE, Afief); DOB 26 Apr 1972; POB Pacitan, Indonesia (individual).
"""


def test_a_birth_date_that_was_corrected_still_ties_the_announcements_before_it(tmp_path: Path) -> None:
    """The addition with the old date was taken for another man's, who then never left the list."""
    store = told(tmp_path, CORRECTED, "EXAMPLE, Afif")
    assert {notice.party_id for notice in store.notices("us-ofac-sdn")} == {"us-ofac-sdn:1"}
    listed, amended = store.history("us-ofac-sdn:1").events
    assert (listed.on, amended.on) == (date(2012, 3, 20), date(2013, 6, 24))
    assert [(c.field, c.removed, c.added) for c in amended.changes if c.field != "remarks"] == [
        ("names", (), ("EXAMPLE, Afief (strong)",)),
        ("birth_dates", ("1955-01-01",), ("1972-04-26",)),
    ]


def test_a_side_of_a_change_without_its_programme_has_that_of_the_other(tmp_path: Path) -> None:
    """A party of 1996 was rebuilt with no programme: the new side of its change had left it out."""
    store = told(tmp_path, CORRECTED, "EXAMPLE, Afif")
    assert [n.party.programmes for n in store.notices("us-ofac-sdn") if n.party] == [("SDGT",), ("SDGT",)]


@pytest.mark.parametrize(
    ("held", "announced", "tied"),
    [
        ("KOZHIN, Vladimir", "KOHZIN, Vladimir", True),
        ("MUSLIU, Jonusz", "MUSLIU, Jonuz", True),
        ("SALCEDO, Jaime", "SALCEDO, Jaima", True),
        ("KOZHIN, Vladimir", "KOHZIN, Valdimir", False),
        ("KOZHIN, Vladimir", "KOZHIN, Igor", False),
    ],
)
def test_a_name_spelt_otherwise_in_one_word_is_tied_by_the_day_of_birth(
    tmp_path: Path, held: str, announced: str, tied: bool
) -> None:
    text = f"""03/20/12:

The following [SDGT] entries have been added to OFAC's SDN list:

{announced}; DOB 28 Feb 1959 (individual) [SDGT].
"""
    store = ListStore.in_memory()
    known = party(1, list_id="us-ofac-sdn", names=(Name(text=held),), birth_dates=("1959-02-28",))
    store.add_snapshot("us-ofac-sdn", [known], published_on=date(2013, 7, 10))
    path = tmp_path / "sdnew.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    store.import_changes([path])
    (notice,) = store.notices("us-ofac-sdn")
    assert (notice.party_id == "us-ofac-sdn:1") is tied
    assert any("spelling of one word" in reason for reason in notice.tied_by) is tied


def test_sister_firms_removed_on_one_day_stay_two_though_their_names_differ_by_a_letter(
    tmp_path: Path,
) -> None:
    text = """03/20/12:

The following [IRAN] entries have been removed:

HODA SHIPPING COMPANY; Registration Number 4300 (Iran) [IRAN].
HOMA SHIPPING COMPANY; Registration Number 4300 (Iran) [IRAN].
"""
    store = told(tmp_path, text)
    assert len({notice.party_id for notice in store.notices("us-ofac-sdn")}) == 2


def test_a_party_announced_as_added_twice_and_not_as_removed_in_between_is_one(tmp_path: Path) -> None:
    """A hundred parties of 1997 were announced again in 1998; the first announcement made another of each."""
    text = """11/04/12:

The following [SUDAN] entries have been added to OFAC's SDN list:

EXAMPLE, Perfumer, Khartoum, Sudan (individual) [SUDAN].

05/13/13:

The following [SUDAN] entries have been added to OFAC's SDN list:

EXAMPLE, Perfumer, P.O. Box 2241, Khartoum, Sudan (individual) [SUDAN].
"""
    store = told(tmp_path, text, "EXAMPLE, Perfumer")
    assert [(e.kind, e.on) for e in store.history("us-ofac-sdn:1").events] == [
        ("listed", date(2012, 11, 4)), ("amended", date(2013, 5, 13)),
    ]  # fmt: skip


def test_an_announcement_is_not_about_a_reference_that_was_given_long_after_it(tmp_path: Path) -> None:
    """Three parties of 2022 were told as relisted under their new reference, by notices of years before."""
    text = """11/04/12:

The following [SDGT] entries have been added to OFAC's SDN list:

EXAMPLE, Afif; DOB 01 Jan 1955 (individual) [SDGT].

02/13/13:

The following [SDGT] entries have been removed:

EXAMPLE, Afif; DOB 01 Jan 1955 (individual) [SDGT].
"""
    store = told(tmp_path, text, "SOMEBODY, Else")
    again = party(9, list_id="us-ofac-sdn", names=(Name(text="EXAMPLE, Afif"),), birth_dates=("1955-01-01",))
    store.add_snapshot("us-ofac-sdn", [again], published_on=date(2022, 11, 1))
    store.import_changes([tmp_path / "sdnew.txt"], until=date(2013, 2, 13))
    history = store.history("us-ofac-sdn:9")
    assert [e.kind for e in history.events] == ["listed"]
    (link,) = history.linked
    assert (link.relation, [e.kind for e in link.events]) == ("earlier", ["listed", "delisted"])


def test_a_copy_archived_late_does_not_keep_an_announcement_from_a_new_reference(tmp_path: Path) -> None:
    """The copy of 2015-01-17 was of the 12th: parties of the 13th and 14th were given ids of their own."""
    text = """07/05/13:

The following [SDGT] entries have been added to OFAC's SDN list:

EXAMPLE, Afif; DOB 01 Jan 1955 (individual) [SDGT].
"""
    store = told(tmp_path, text, "SOMEBODY, Else")
    new = party(9, list_id="us-ofac-sdn", names=(Name(text="EXAMPLE, Afif"),), birth_dates=("1955-01-01",))
    store.add_snapshot("us-ofac-sdn", [new], published_on=date(2014, 10, 1))
    store.import_changes([tmp_path / "sdnew.txt"], until=date(2013, 7, 5))
    assert store.notices("us-ofac-sdn")[0].party_id == "us-ofac-sdn:9"


def test_a_ship_and_a_firm_of_one_name_are_two(tmp_path: Path) -> None:
    text = """03/20/12:

The following [NPWMD] entries have been added to OFAC's SDN list:

ASSA, New York, NY; Tax ID No. 1368932 (United States) [NPWMD].
ASSA; Vessel Registration Identification IMO 7632814 (vessel) [NPWMD].
"""
    store = told(tmp_path, text)
    assert len({notice.party_id for notice in store.notices("us-ofac-sdn")}) == 2


def test_the_real_files_are_read_nearly_in_full(shared_dir: Path) -> None:
    files = [read_changes(path) for path in sorted((shared_dir / "data" / "us-ofac-changes").iterdir())]
    late = [file for file in files if file.changes[0].on.year > 2000]
    early = [file for file in files if file.changes[0].on.year <= 2000]
    assert sum(f.read_characters for f in late) / sum(f.characters for f in late) >= 0.995
    assert sum(f.read_characters for f in early) / sum(f.characters for f in early) >= 0.97
