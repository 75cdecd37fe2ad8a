"""Text from anywhere made fit to be shown: nothing in a name can steer the terminal or turn the line around.

Reach for :func:`printable` before any published or customer's text goes to a terminal, and for the other
functions to say days and numbers the same way everywhere.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from ..model import ListingEvent, ListProvenance, Provenance

__all__ = [
    "basis_lines",
    "day_or_dash",
    "plural",
    "printable",
    "score_text",
    "short_digest",
    "version_text",
    "when",
]

# Marks that reorder what is shown (Unicode TR 36, "bidirectional text spoofing"): LRM, RLM, ALM, embeddings,
# overrides, isolates. Joiners (U+200C, U+200D) stay: Persian and Indic names are spelled with them.
_TURNING = frozenset([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Return *text* with control, reordering and unpaired characters written out: ``\\x1b``, ``\\u202e``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if ord(letter) in _TURNING or unicodedata.category(letter) in _HIDDEN:
        return letter.encode("unicode_escape").decode("ascii")
    return letter


def when(event: ListingEvent) -> str:
    """Return the day of an event, or the two days it lies between, in words."""
    if event.on is not None:
        return event.on.isoformat()
    assert event.window is not None
    if event.window.after is None:
        return f"by {event.window.until}"
    return f"after {event.window.after}, by {event.window.until}"


def score_text(score: float) -> str:
    """Return a score with two decimals, as explanations write it."""
    return f"{score:.2f}"


def short_digest(digest: str) -> str:
    """Return the first twelve digits, enough to tell versions apart by eye."""
    return digest[:12]


def version_text(version: ListProvenance) -> str:
    """Return one list's version as ``us-ofac-sdn of 2016-10-11 (5f0c9d…)``."""
    return f"{version.list_id} of {version.published_on} ({short_digest(version.digest)})"


def basis_lines(provenance: Provenance) -> list[str]:
    """Return what an answer rests on: the day, the list versions, the settings, the library."""
    versions = ", ".join(version_text(version) for version in provenance.lists)
    settings = short_digest(provenance.settings_digest)
    return [
        f"As of {provenance.as_of} against {versions}.",
        f"Settings {settings}, sanctions_screen {provenance.library_version}.",
    ]


def plural(count: int, word: str, many: str | None = None) -> str:
    """Return ``1 row`` or ``2,000 rows``."""
    return f"{count:,} {word if count == 1 else many or word + 's'}"


def day_or_dash(day: date | None) -> str:
    """Return the day, or a dash where there is none."""
    return day.isoformat() if day else "–"
