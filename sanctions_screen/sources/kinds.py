"""Person or organisation, where a list does not say: told from the name.

Reach for this module only for lists that give no kind. It is a guess, and says so to whoever reads the party:
the sources note it in the party's ``extra``. Words are those of firms and institutions in the lists' own
languages, in ``data/organisation_words.txt``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["kind_by_name"]


@cache
def _words() -> frozenset[str]:
    text = files(__package__).joinpath("data/organisation_words.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def kind_by_name(name: str) -> str:
    """Return ``organisation`` when the name has a word or a sign of one, else ``person``."""
    words = re.findall(r"[\w.]+", name.casefold())
    told = {word.replace(".", "") for word in words} & _words()
    signs = bool(re.search(r"[&\d]|\bd/b/a\b", name.casefold())) or not 2 <= len(words) <= 6
    return "organisation" if told or signs else "person"
