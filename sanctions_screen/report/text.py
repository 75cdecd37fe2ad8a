"""Days, numbers and versions in words, the same way everywhere.

Reach for :func:`printable` before any published or customer's text goes to a terminal.
"""

from __future__ import annotations

from datetime import date

from ..model import DateWindow, Hit, ListingEvent, ListProvenance, Provenance, UnsettledSpan
from ..printable import printable

__all__ = [
    "basis_lines",
    "day_or_dash",
    "matched_text",
    "plural",
    "printable",
    "score_text",
    "short_digest",
    "unsettled_text",
    "version_text",
    "when",
    "window_text",
]

_RECENT_DAYS = 31
"""Publishers bring out a list every few days; a month without one is a store that was not kept up."""


def when(event: ListingEvent) -> str:
    """Return the day of an event, or the two days it lies between, in words."""
    if event.on is not None:
        return event.on.isoformat()
    assert event.window is not None
    return window_text(event.window)


def window_text(window: DateWindow) -> str:
    """Return the two days an event lies between: the file of the first does not show it, the last's does."""
    if window.after is None:
        return f"by {window.until}"
    if window.until == date.max:  # no later file tells: see UnsettledSpan
        return f"after {window.after}"
    return f"between {window.after} and {window.until}"


def unsettled_text(span: UnsettledSpan) -> str:
    """Return why nobody can say whether a party was listed on a day."""
    told = f"{span.kind} {window_text(span.window)}"
    if span.copied_by is not None and span.announced_on is not None:
        older = f"may be older than what was announced on {span.announced_on}"
        return f"{told}, or not at all: a copy archived by {span.copied_by} {older}"
    if span.copied_by is not None:
        return f"{told}, or not at all: a copy archived by {span.copied_by} alone says so"
    if span.announced_on is not None:
        anew = "listed, and was already" if span.kind == "delisted" else "delisted, and was not listed"
        return f"{told}, or not at all: announced on {span.announced_on} as {anew}"
    return f"{told}, and nothing tells on which day"


def matched_text(hit: Hit) -> str:
    """Return the name that matched with its role and where it stands; empty where it is the party's first."""
    if hit.matched_name.text == hit.party.primary_name.text:
        return ""
    role = "" if hit.matched_name.role == "primary" else f" ({hit.matched_name.role} alias)"
    seen = f", {hit.matched_where}" if hit.matched_where else ""
    return f"{hit.matched_name.text}{role}{seen}"


def score_text(score: float) -> str:
    """Return a score with two decimals, as explanations write it."""
    return f"{score:.2f}"


def short_digest(digest: str) -> str:
    """Return the first twelve digits, enough to tell versions apart by eye."""
    return digest[:12]


def version_text(version: ListProvenance, as_of: date) -> str:
    """Return one list's version as ``us-ofac-sdn of 2016-10-11 (5 days old then; 5f0c9d…)``."""
    age = _age(as_of, version)
    return f"{version.list_id} of {version.published_on} ({age}; {short_digest(version.digest)})"


def basis_lines(provenance: Provenance) -> list[str]:
    """Return what an answer rests on: the day, the list versions, the settings, the library.

    A list whose version is of quite another day than the one asked for is told of: what happened between
    the two is in the answer only where a notice announced it, so that clear may mean unknown.
    """
    versions = ", ".join(version_text(version, provenance.as_of) for version in provenance.lists)
    settings, known_on = short_digest(provenance.settings_digest), provenance.known_on
    return [
        f"As of {provenance.as_of} against {versions}.",
        *(f"Left out: {each}, of which nothing is known so early." for each in provenance.left_out),
        *(line for version in provenance.lists if (line := _gap(provenance.as_of, version))),
        *(_incomplete(version) for version in provenance.lists if version.read_without),
        *(_unnamed(version) for version in provenance.lists if version.unnamed),
        f"Settings {settings}, sanctions_screen {provenance.library_version}, known on revision {known_on}.",
    ]


def _age(as_of: date, version: ListProvenance) -> str:
    days = (as_of - version.published_on).days
    if days == 0:
        return "of that very day"
    return f"{plural(abs(days), 'day')} {'old then' if days > 0 else 'later'}"


def _gap(as_of: date, version: ListProvenance) -> str | None:
    days = (as_of - version.published_on).days
    if version.days_to_next_file and days > 0:
        return (
            f"Between two files: {version.list_id} is known of {version.published_on}, {plural(days, 'day')} "
            f"before {as_of}, and of {plural(version.days_to_next_file, 'day')} after it. Who "
            "differs in the two is unsettled; who came and left again between them is in neither."
        )
    if days > _RECENT_DAYS:
        return (
            f"Mind the gap: the store holds no version of {version.list_id} of the {days:,} days between "
            f"{version.published_on} and {as_of}."
        )
    if days < 0:
        return (
            f"Mind the gap: the oldest version of {version.list_id} is of {version.published_on}; of who was "
            f"on it on {as_of}, only what notices tell is known."
        )
    return None


def _incomplete(version: ListProvenance) -> str:
    return (
        f"Mind: {version.list_id} of {version.published_on} was read without its publisher's files of "
        f"{' and '.join(version.read_without)}: what stands there was compared as far "
        "as another version has it."
    )


def _unnamed(version: ListProvenance) -> str:
    shown = ", ".join(version.unnamed[:3]) + (" …" if len(version.unnamed) > 3 else "")
    return (
        f"Mind: of {plural(len(version.unnamed), 'party', 'parties')} that notices announce on "
        f"{version.list_id}, nothing tells a name, so that nothing was compared: {shown}."
    )


def plural(count: int, word: str, many: str | None = None) -> str:
    """Return ``1 row`` or ``2,000 rows``."""
    return f"{count:,} {word if count == 1 else many or word + 's'}"


def day_or_dash(day: date | None) -> str:
    """Return the day, or a dash where there is none."""
    return day.isoformat() if day else "–"
