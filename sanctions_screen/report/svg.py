"""The parts all pictures are made of: one self-contained SVG document, its colours, and days to places.

Reach for this module when you draw a picture. Guarantees: a document names nothing outside itself (no font,
script or link); text from anywhere is made printable, escaped and cannot be more than text; numbers are
written with one decimal, so the same picture is the same bytes on any machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from xml.sax.saxutils import escape

from .text import printable

__all__ = [
    "COLOURS", "GREY", "PAPER", "DayScale", "basis_below", "document", "label_width", "line", "rect",
    "shortened", "text_at", "titled", "wrapped", "xml_text", "years",
]  # fmt: skip

# Listed is red and never green, which would say that it is fine. Each at least 4.5:1 against the paper, so
# that thin lines and small text can be seen. The paper is always drawn: on a page with a dark background the
# picture stays a light card.
COLOURS = {"listed": "#a3161b", "relisted": "#8a2a7a", "amended": "#855000", "delisted": "#4c5663"}
PAPER, GREY, _INK = "#ffffff", "#595959", "#222222"

_STYLE = (
    f"text{{font:12px sans-serif;fill:{_INK}}}.head{{font-size:15px;font-weight:bold}}"
    f".small{{font-size:10px;fill:{GREY}}}"
)
_BASIS_COLUMNS, _BASIS_ROW = 160, 14
_SMALL_LETTER = 6.0
"""Width allowed for a letter of small text: digits, which labels are mostly made of, are 5.6 to 6.4 wide."""


def document(size: tuple[int, int], title: str, description: str, body: Iterable[str]) -> str:
    """Return a whole SVG document with its title and description for those who cannot see it."""
    width, height = size
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
                f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc">'
            ),
            f'<title id="title">{xml_text(title)}</title>',
            f'<desc id="desc">{xml_text(description)}</desc>',
            f"<style>{_STYLE}</style>",
            f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
            text_at(10, 24, title, "head"),
            *body,
            "</svg>",
            "",
        ]
    )


def basis_below(height: int, top: int, basis: Iterable[str]) -> tuple[list[str], int]:
    """Return what a picture rests on, in small rows from *top* on, and the *height* with room for them."""
    rows = [row for words in basis for row in wrap(words, _BASIS_COLUMNS)]
    drawn = [text_at(10, top + _BASIS_ROW * at, row, "small") for at, row in enumerate(rows)]
    return drawn, height + _BASIS_ROW * len(rows) + (6 if rows else 0)


def xml_text(text: str) -> str:
    """Return *text* as it may stand in a document: printable, escaped, and of letters that XML allows."""
    return escape("".join(_allowed(letter) for letter in printable(text)), {'"': "&quot;"})


def _allowed(letter: str) -> str:
    # https://www.w3.org/TR/xml/#charsets: control letters are written out already, these two remain.
    return letter if letter not in "\ufffe\uffff" else letter.encode("unicode_escape").decode("ascii")


def text_at(x: float, y: float, text: str, style: str = "", anchor: str = "") -> str:
    """Return a text element; *anchor* is ``middle`` or ``end`` where it does not begin at *x*."""
    marks = (f' class="{style}"' if style else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text{marks} x="{x:.1f}" y="{y:.1f}">{xml_text(text)}</text>'


def line(start: tuple[float, float], end: tuple[float, float], stroke: str, more: str = "") -> str:
    """Return a straight line."""
    places = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    return f'<line {places} stroke="{stroke}"{" " + more if more else ""}/>'


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Return a filled box; one filled with ``none`` cannot be seen, and can still be pointed at."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    pointed = ' pointer-events="all"' if fill == "none" else ""
    return f'<rect {place} fill="{fill}"{pointed}/>'


def titled(title: str, shapes: Iterable[str]) -> str:
    """Return shapes as one, with the words that whoever points at it is shown."""
    return f"<g><title>{xml_text(title)}</title>{''.join(shapes)}</g>"


def label_width(text: str) -> float:
    """Return how much room small text takes, at most."""
    return _columns(text) * _SMALL_LETTER


def _columns(text: str) -> int:
    """Return how many letters' room a text takes: letters of the East are two wide, marks none."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def shortened(text: str, columns: int) -> str:
    """Return *text*, cut with a sign that it was where it takes more room than *columns* letters."""
    if _columns(text) <= columns:
        return text
    while text and _columns(text) >= columns:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrapped(text: str, columns: int) -> list[str]:
    """Return *text* in one line or two, the second shortened where it must be."""
    first = ""
    words = text.split(" ")
    while words and _columns(f"{first} {words[0]}") <= columns + 1:
        first = f"{first} {words.pop(0)}".lstrip()
    if not first or not words:
        return [shortened(text, columns)]
    return [first, shortened(" ".join(words), columns)]


@dataclass(frozen=True, slots=True)
class DayScale:
    """Days to places between ``low`` and ``high``; days beyond the ends are put at the ends."""

    first: date
    last: date
    low: float
    high: float

    def at(self, day: date) -> float:
        """Return the place of a day."""
        span = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / span, 0.0), 1.0)
        return self.low + share * (self.high - self.low)


def years(scale: DayScale, room: float) -> Iterator[tuple[int, float]]:
    """Yield years with their places, as many as stand *room* apart or more."""
    days = max((scale.last - scale.first).days, 1)
    steps = (
        step for step in (1, 2, 5, 10, 20, 50, 100) if step * 365 * (scale.high - scale.low) >= room * days
    )
    step = next(steps, 1000)
    for year in range(scale.first.year, scale.last.year + 1):
        if year % step == 0 and date(year, 1, 1) >= scale.first:
            yield year, scale.at(date(year, 1, 1))
