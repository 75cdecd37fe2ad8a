"""OFAC's change files: what was added, removed and changed, once a party, and nothing skipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ofac_change_texts import NEW, read

from sanctions_screen.errors import MalformedFileError
from sanctions_screen.history.differences import value_text
from sanctions_screen.names.keys import name_key
from sanctions_screen.sources.ofac_change_entry import read_entry
from sanctions_screen.sources.ofac_change_parties import announcements, spelling_keys
from sanctions_screen.sources.ofac_change_text import passages
from sanctions_screen.sources.ofac_changes import heading_kind, read_changes

# The other ways: CRLF everywhere; prose.
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


def test_the_real_files_are_read_nearly_in_full(shared_dir: Path) -> None:
    files = [read_changes(path) for path in sorted((shared_dir / "data" / "us-ofac-changes").iterdir())]
    late = [file for file in files if file.changes[0].on.year > 2000]
    early = [file for file in files if file.changes[0].on.year <= 2000]
    assert sum(f.read_characters for f in late) / sum(f.characters for f in late) >= 0.995
    assert sum(f.read_characters for f in early) / sum(f.characters for f in early) >= 0.97
