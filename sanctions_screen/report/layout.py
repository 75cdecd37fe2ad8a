"""The few shapes all views are made of, so that they look alike.

Reach for this module when you write a view. Every text goes through :func:`words`, which makes it
printable and never reads it as markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from .text import printable

__all__ = ["STATUS_STYLE", "Titled", "facts", "indented", "listing", "status", "words"]

STATUS_STYLE = {
    "listed": "bold red",
    "delisted": "yellow",
    "unsettled": "bold yellow",
    "never-listed": "dim",
    "hit": "bold red",
    "clear": "green",
    "unscreenable": "bold magenta",
    "suppressed": "dim",
    "reopened": "bold yellow",
    "known": "",
    "new": "bold red",
}


_INDENT = 3
_LABEL_WIDTH = 9
_GAP = 2


def words(text: str, style: str = "") -> Text:
    """Return untrusted text as something to print: control characters written out, markup not read."""
    return Text(printable(text), style=style)


def status(word: str) -> Text:
    """Return a status or outcome in its colour."""
    return Text(word, style=STATUS_STYLE.get(word, ""))


class Titled:
    """A view with a title before its first line, moved to the right as :func:`indented` does.

    A table with the view in its second column would look the same, but be measured again and again.
    """

    def __init__(self, title: str, view: RenderableType) -> None:
        self._title, self._view = title, view

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield what rich prints."""
        front = " " * _INDENT, self._title.ljust(_LABEL_WIDTH), " " * _GAP
        left = sum(map(len, front))
        beside = options.update_width(max(1, options.max_width - left))
        lines = console.render_lines(self._view, beside, pad=False)
        for number, line in enumerate(lines):
            if number == 0:
                yield from (Segment(text, console.get_style("dim")) for text in front)
            else:
                yield Segment(" " * left)
            yield from line
            yield Segment.line()


def indented(what: Table | Text, by: int = _INDENT) -> Padding:
    """Return *what* moved to the right."""
    return Padding(what, (0, 0, 0, by), expand=False)


def facts(rows: list[tuple[str, Text]]) -> Table:
    """Return label and value pairs, one a line, the values wrapped within their own column."""
    table = Table.grid(padding=(0, _GAP))
    table.add_column(style="dim", no_wrap=True, min_width=_LABEL_WIDTH)
    table.add_column(overflow="fold")
    for label, value in rows:
        table.add_row(label, value)
    return table


def listing(*columns: str, right: tuple[str, ...] = (), fixed: tuple[str, ...] = ()) -> Table:
    """Return an empty table; *right* columns are aligned right, neither they nor *fixed* ones wrap."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(
            column,
            justify="right" if column in right else "left",
            no_wrap=column in fixed or column in right,
            overflow="fold",
        )
    return table
