"""What a user may set about screening; everything here is part of a result's provenance."""

from __future__ import annotations

from pydantic import Field

from ..errors import SettingsError
from .record import Argument, canonical_json, sha256_hex

__all__ = ["DEFAULT_THRESHOLD", "ScreeningSettings"]

DEFAULT_THRESHOLD = 0.80


class ScreeningSettings(Argument):
    """Frozen settings of a screener; its digest stands in every result."""

    wrong = SettingsError

    threshold: float = Field(default=DEFAULT_THRESHOLD, ge=0.0, le=1.0)
    """A party whose score reaches this is a hit. In [0, 1]."""
    one_word_threshold: float | None = Field(default=None, ge=0.0, le=1.0)
    """For a person of whom one word is known: a party whose score reaches this is a hit, where it is less
    than the threshold. A rare family name alone comes to 0.6 and more. None: one word is compared with whole
    names alone, which a note says."""
    include_delisted: bool = True
    """Report parties that were delisted on or before the as-of day, marked as such."""
    include_weak_aliases: bool = True
    """Compare with aliases the publisher calls weak (low quality) too."""
    leave_out_later_lists: bool = False
    """Answer for a day of which nothing is known of one of the lists without that list; the provenance names
    it. False: such a day is an error, for a list is never left out in silence."""
    max_hits: int | None = Field(default=None, ge=1)
    """Keep at most this many hits a subject, best first; the result says how many were left out."""

    def content_digest(self) -> str:
        """Return the SHA-256 of every setting, defaults included: a default may change in a later release."""
        return sha256_hex(canonical_json(self.model_dump(mode="json")))
