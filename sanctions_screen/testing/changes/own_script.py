"""Names in the script of their own language, where every part of them is one that a table knows.

The table is ``own_script.tsv``: parts of Arabic and Burmese names. Korean and Russian
names are spelt by rule.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from random import Random

__all__ = ["in_arabic_script", "in_burmese_script"]


@cache
def _parts(script: str) -> dict[str, str]:
    rows = files(__package__).joinpath("own_script.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {latin: own for found, own, spellings in cells if found == script for latin in spellings.split()}


def _written(name: str, script: str, joint: str) -> str:
    before, comma, after = name.partition(",")
    words = re.findall(r"[^\s,]+", f"{after} {before}" if comma else name)
    known = _parts(script)
    parts = []
    for word in words:
        bare = word.casefold()
        article = script == "Arab" and bare.startswith(("al-", "el-"))
        own = known.get(bare.removeprefix("al-").removeprefix("el-") if article else bare)
        if own is None:
            return name
        parts.append(f"ال{own}" if article else own)
    return joint.join(parts) if len(parts) > 1 else name


def in_arabic_script(name: str, random: Random) -> str:  # noqa: ARG001 -- all perturbations have one shape
    """A name of well-known Arabic parts in Arabic script."""
    return _written(name, "Arab", " ")


def in_burmese_script(name: str, random: Random) -> str:  # noqa: ARG001 -- as above
    """A name of well-known Burmese parts in Burmese script."""
    return _written(name, "Mymr", "")
