"""Write docs/commands.md from the commands themselves: ``python docs/make_commands.py``.

A test compares the file with what this makes, so the reference cannot go stale.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from sanctions_screen.cli import app
from sanctions_screen.model import KIND_WORDS

TARGET = Path(__file__).with_name("commands.md")

INTRODUCTION = """\
# Commands

Made from the commands' own help by `python docs/make_commands.py`; do not edit.

`sanctions-screen` is also `python -m sanctions_screen`. Answers go to standard output, everything else
(notes, errors, the progress bar) to standard error. Colour is used where the terminal has it; `NO_COLOR`
turns it off.

**Exit codes** of every command: **0** done, or all clear; **1** at least one hit; **2** error, told in one
line; **3** no hit, but something could not be screened, so it is not clear; **4** hits, every one on a party
that had been delisted by the day; **5** and **6** are 1 and 4 where something could not be screened beside;
**130** stopped. With `--exit-zero`, `screen` and `batch` end with 0 in place of 1 and 3 to 6.

**JSON** (`--json`): one object a line, UTF-8, keys sorted: `screen` prints a screening result a name,
`history` a listing history a party, `batch` its summary, `lists stats` all periods of a list.

## What a batch writes

* **OUT**, as CSV: one row a hit, best first; a row without a hit has one row too, and so has one that could
  not be read. `outcome` is `hit`, `hit-delisted` (every hit is on a delisted party), `clear`,
  `unscreenable` or `error`; `not_used` says what in the row could not be used, or be compared. The columns of
  IN stand behind ours, one whose title is one of ours with ` (input)`. The delimiter and the byte-order mark
  are those of IN, unless told otherwise. `row` counts the rows
  under the header from 1, `line` is the line of IN it begins on. `listed_on` and `delisted_on` are a day,
  or `FIRST/SECOND` where only two days are known between which it happened (`../SECOND`: on or before).
  `list_version` is `LIST@DAY#DIGEST`. A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`)
  has an apostrophe in front, also behind characters that do not show; one that steers a terminal or turns
  the direction of writing is written as its code (`\\u202e`).
* **OUT**, as a workbook (`.xlsx`, extra `spreadsheets`) or Parquet (extra `parquet`): the same columns, with
  their types; every text is text, never a formula.
* **OUT**, as JSON lines: one object a row with the whole result, verbatim, and the row of IN as `input`.
* **OUT.errors.csv** (`hits.errors.csv` for `hits.csv`, `hits.jsonl.errors.csv` for `hits.jsonl`): each row
  that could not be read, with its row, line, reason and text. It was not screened; it is in OUT too. What
  nobody can have (a birth date in 2068 or 1379, `9.07E+06` for a number) is there as well, for someone must
  mend it; the row was `screened without it`, as the reason says.
* **OUT.suppressed.csv**, with `--decisions`: each hit that a decision cleared, with who, when and why. It has
a row in OUT too, whose
  outcome is `suppressed` (in JSON lines `suppressed` beside `hits`); see [decisions.md](decisions.md).
* **OUT.changes.csv**, with `--since`: new hits, gone hits and changed status since the earlier run.
* **OUT.summary.json**, named likewise: the totals (`rows` = `hits` + `clear` + `unscreenable` + `errors`),
  the columns used, the digest of IN, and the full versions and digests of the lists.

OUT may be a link: it stays, the file it leads to is written, and the other files stand beside that file and
are named after it. (The name given still decides between CSV and JSON lines.) Other links to write to, such
as those of `--errors` and `--svg`, are followed likewise. Devices, pipes and names such as `/dev/stdout` are
refused before anything is opened: a file gets its name once it is complete, and would take their place.

While it runs, files end in `.partial` and a `.journal` says how far it is. Run again, it goes on from
there, unless the input, the lists, the settings or the library have changed: then it says so and does not
(`--restart` starts afresh).

Columns are known by their titles, whatever their case and spacing: `name`, `full name`, `customer name` …;
`kind` or `type`; `birth date`, `date of birth` or `dob`; `country`, `nationality` …; `passport`, `imo`,
`lei`, `tax id` … or `identifiers` (`type:value`, parted by `;`); `alias`; `gender`; `reference`, `customer
id` or `id`, which comes back in OUT and is never compared. Given and family name are joined where there is
no column with the whole. The usual titles in some forty other languages are known too. The header is the
first of twenty lines that names the columns; Excel's `sep=;` above it is heeded, rows of empty cells are
blank lines, and of a workbook the first sheet with a header is read, and others with the same titles after
it; one with names under other titles is told as not screened. A CSV file that is not UTF-8 is told once, with
`--encoding`.

**A cell beside the name never costs the screening of the name.** What cannot be used is left out and said, in
the row's `not_used` and in the totals (`partly_screened`). Birth dates are `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or
`FROM/TO`; other forms are read where `--date-format` tells them, or where one format alone fits every date of
the column, which the summary says. Where none does, `31/12/1954` has one reading and is read, and of
`03/04/1955`, which has two, the year is compared. Dates in words of some hundred languages are read, in the
digits of any script, in part, with what says that it is a birth's (`7 сентября 1955 г.р.`, `०७/०९/१९५५`,
`09/1955`, `circa 1955`), and of other calendars (`昭和30年9月7日`, `民國44年`, `16 Shahrivar 1334`,
Thailand's `7/9/2498`). A date has to have one reading: a year of two digits is read from 40 on, as of the
last century, and behind the day (`7-Sep-55`); `1334/6/16` is read in Persian digits, or where a word tells
the calendar, for it may be of the Islamic one as well.
"""


def reference() -> str:
    """Return the whole text of docs/commands.md."""
    return "\n".join([INTRODUCTION, _kinds(), *_sections(app, "sanctions-screen")])


def _kinds() -> str:
    words = {
        kind: [f"`{word}`" for word in KIND_WORDS if KIND_WORDS[word] == kind] for kind in KIND_WORDS.values()
    }
    listed = "\n".join(f"* {', '.join(group)}" for group in words.values())
    return (
        "A kind is one of these words, in a column and for `--kind` alike, in capitals or not; a row with\n"
        f"another is compared with any kind, and says so; a command with another is refused:\n\n{listed}\n"
    )


def _sections(group: click.Group, path: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _sections(command, f"{path} {name}")
        else:
            yield from _section(command, f"{path} {name}")


def _section(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command, info_name=path)
    arguments = [p.make_metavar(context) for p in command.params if isinstance(p, click.Argument)]
    yield f"## {path}\n"
    yield f"    {' '.join([path, *arguments, '[OPTIONS]'])}\n"
    yield f"{inspect.cleandoc(command.help or '')}\n"
    yield "| option | |\n|---|---|"
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None:
            flags, text = (part.replace("|", "\\|") for part in record)
            yield f"| `{flags}` | {text} |"
    yield ""


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
