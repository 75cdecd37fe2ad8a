"""What OFAC's change files announce is tied to the parties of its list, and says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ofac_change_texts import NEW, read
from store_parties import party

from sanctions_screen.model import Name
from sanctions_screen.sources.ofac_change_parties import announcements
from sanctions_screen.store import ListStore


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
