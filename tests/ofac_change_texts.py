"""A hand-made change file of OFAC's that the tests of reading and of tying share."""

from __future__ import annotations

from pathlib import Path

from sanctions_screen.sources.ofac_changes import ChangeFile, read_changes

# As typeset since 2012: LF wraps and CRLF ends.
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


def read(folder: Path, text: str, encoding: str = "utf-8") -> ChangeFile:
    path = folder / "sdnew.txt"
    path.write_bytes(text.encode(encoding))
    return read_changes(path)
