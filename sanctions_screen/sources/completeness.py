"""Which files of a publisher's set a list was read without.

Reach for :func:`read_without` to say of a version what it cannot hold. OFAC parts one list into files of
names, alternate names and addresses; the names alone are a list, and say nothing of the other spellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["lacking", "newly_without", "read_without"]

_OFAC_SETS = frozenset({"ofac-delimited", "ofac-fixed"})
_BESIDE = {"alt": "aliases", "add": "addresses"}
"""What OFAC's names of the files beside the main one have in them (SDN.CSV, ALT.CSV; CONS_PRIM.CSV,
CONS_ALT.CSV), and what those files hold."""


def read_without(format_name: str, files: Iterable[str]) -> tuple[str, ...]:
    """Return what the files that were not there hold: ``aliases``, ``addresses``.

    Empty for a format that has all in one file. Comments are not asked for: OFAC publishes none where no
    remark is too long.
    """
    if format_name not in _OFAC_SETS:
        return ()
    beside = [name.casefold().rpartition(".")[0] for name in files][1:]
    return tuple(held for part, held in _BESIDE.items() if not any(part in stem for stem in beside))


def lacking(format_name: str, files: Iterable[str]) -> tuple[str, ...]:
    """Return what :func:`read_without` does, and ``long remarks`` where the file that continues them is none.

    It says by what two versions differ that were read from different files of one set.
    """
    names = list(files)
    if format_name not in _OFAC_SETS or any("comment" in name.casefold() for name in names):
        return read_without(format_name, names)
    return (*read_without(format_name, names), "long remarks")


def newly_without(
    now: tuple[str, Sequence[str]], before: tuple[str, Sequence[str]] | None
) -> tuple[str, ...]:
    """Return what a version (format, files) was read without that the one before it had; it would be lost."""
    if before is None:
        return ()
    lacked = read_without(*before)
    return tuple(held for held in read_without(*now) if held not in lacked)
