"""How a screener is made again in another process, on this machine or on one of a cluster.

Reach for :func:`recipe_of`. Guarantee: the screener that a recipe makes gives the answers of the one it was
taken from, byte for byte, or there is an error: the same lists, settings, weights and code.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import SettingsError
from ..model import Provenance
from ..store import ListStore
from .screener import Screener

__all__ = ["Recipe", "recipe_of"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a screener is made of; small, and can be pickled."""

    store: str
    """Path of the store; what stands beside it is used too: the index's image."""
    lists: tuple[str, ...]
    provenance: Provenance
    identities: bool = True
    """Whether results tell identities."""

    def at(self, store: str) -> Recipe:
        """Return the recipe with the store in another place."""
        return replace(self, store=store)

    def screener(self) -> Screener:
        """Return the screener.

        Raises SettingsError when it would not give the same answers: another version of the library is
        installed here, or the store is not what it was.
        """
        with ListStore.open(self.store, read_only=True) as store:
            made = Screener(
                store,
                lists=self.lists,
                as_of=self.provenance.as_of,
                settings=self.provenance.settings,
                known_on=self.provenance.known_on or None,
                identities=self.identities,
            )
        if made.provenance != self.provenance:
            raise SettingsError(
                f"{self.store}: this screener would give other answers: {self._difference(made)}"
            )
        made.search_in_one_thread()  # whoever makes it again has a process, or a task, for each core
        return made

    def _difference(self, made: Screener) -> str:
        for field, meant in (
            ("library_version", "the library is version {1}, not {0}"),
            ("code_digest", "the library's files are others"),
            ("weights_digest", "the weights are others"),
        ):
            here, there = getattr(self.provenance, field), getattr(made.provenance, field)
            if here != there:
                return meant.format(here, there)
        return "the lists have changed meanwhile"


@contextmanager
def recipe_of(screener: Screener) -> Iterator[Recipe]:
    """Give the recipe of a screener; a store in memory lies in a temporary file as long.

    Raises SettingsError for a store in memory that was closed.
    """
    provenance = screener.provenance
    lists = tuple(sorted({*(each.list_id for each in provenance.lists), *provenance.left_out}))
    if screener.store_file is not None:
        yield Recipe(str(screener.store_file), lists, provenance, screener.tells_identities)
        return
    with TemporaryDirectory(prefix="sanctions-screen-") as folder:
        path = Path(folder) / "lists.db"
        screener.copy_store(path)
        recipe = Recipe(str(path), lists, provenance, screener.tells_identities)
        recipe.screener()  # its image is made once here, not once by each process
        yield recipe
