"""Australia's list: the days that its listing information tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_screen.model import Party
from sanctions_screen.sources import read_list

DATA = Path(__file__).parent / "data" / "sources" / "au_dfat.csv"
TOLD = "Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)"
ALIAS = f"Title: Maulavi.,{TOLD}"


def first_party(folder: Path, *changes: tuple[str, str, int]) -> Party:
    """Return the first party of the file, each (old, new, how often) changed in it."""
    text = DATA.read_text("utf-8")
    for old, new, count in changes:
        assert old in text
        text = text.replace(old, new, count)
    (folder / "au.csv").write_text(text, encoding="utf-8")
    return read_list(folder / "au.csv").parties[0]


@pytest.mark.parametrize(
    ("information", "listed", "amended"),
    [
        (TOLD, "2001-01-25", ["2003-09-03"]),
        ("Listed by the 2140 Committee on 9 November 2021", "2021-11-09", []),
        ("Listed by 1533 Committee on: 30 June 2014 (amended 19 October 2016)", "2014-06-30", ["2016-10-19"]),
        ("Listed by UN 1267 Committee on 9 Sept. 2003 ( amended on 6 Dec 2019 and 16 May 2011 )",
         "2003-09-09", ["2011-05-16", "2019-12-06"]),
        ("Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Formerly on the RBA",
         "2012-03-02", []),
        ("First listed on 5 May 2020. Instrument of first designation", "2020-05-05", []),
        ("The Minister for Foreign Affairs listed this entity on 1 March 2022 under it", "2022-03-01", []),
        ("Listed by the 1518 Committee", None, []),
        ("Autonomous Sanctions (Russia and Ukraine) Amendment (No. 2) Instrument 2023", None, []),
    ],
)  # fmt: skip
def test_the_days_of_listing_and_amendment_are_read_in_all_their_forms(
    tmp_path: Path, information: str, listed: str | None, amended: list[str]
) -> None:
    """Of 3,846 parties 675 had their day of listing, and none its days of amendment."""
    party = first_party(tmp_path, (TOLD, information.replace(",", ""), 3))
    assert party.listed_on == (date.fromisoformat(listed) if listed else None)
    assert party.amended_on == tuple(map(date.fromisoformat, amended))


def test_an_alias_that_came_later_does_not_move_the_partys_listing(tmp_path: Path) -> None:
    """Thirteen parties of 2001 were told as listed on the day of their newest alias."""
    rest = DATA.read_text("utf-8").split("3b,", 1)[1].split("\n", 1)[0]
    party = first_party(tmp_path, (rest, rest.replace(TOLD, "Listed on 10 March 2026"), 1))
    assert party.listed_on == date(2001, 1, 25)
