"""How many listed people, and firms, are still found at 0.80 when their names are written to be overlooked,
or carelessly.

::

    python benchmarks/evasions.py      # sixty listed names of each, changed in every way; kept with its date
    python benchmarks/evasions.py --names 10 --discard

Names are chosen by their digests, not by what is found; each change is drawn from the name's own digest, so
two runs, and two versions of the library, are asked the same. ``--shared DIR`` tells where the lists are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from accuracy_data import rank
from accuracy_lists import read_lists
from accuracy_report import RESULTS, Section, Table, machine_facts

from sanctions_screen import ScreeningSettings, Subject
from sanctions_screen.engine.chosen import Matcher, matcher_of_parties
from sanctions_screen.model import Party

HERE = Path(__file__).resolve().parent
THRESHOLD = 0.80
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEET = str.maketrans("aeiostb", "4310578")
CYRILLIC = str.maketrans("aeopcxyABCEHKMOPTX", "аеорсхуАВСЕНКМОРТХ")
LONG_WORD = 6

Change = Callable[[list[str], Random], str | None]


def main() -> None:
    """Ask for every changed name and keep the table."""
    chosen = arguments()
    parties = read_lists(chosen.shared / "data").parties
    matcher = matcher_of_parties(parties, ScreeningSettings())
    section = Section(f"{chosen.names} listed names, changed, at {THRESHOLD}", machine_facts())
    for kind, title in (
        ("person", "People"),
        ("organisation", "Firms, institutions and other organisations"),
    ):
        rows = found_by_change(matcher, drawn(parties, chosen.names, kind))
        section.tables.append(Table(title, ("change", "asked", "found", "share"), rows))
    print(section.text())
    if not chosen.discard:
        day = datetime.now(UTC).date().isoformat()
        (RESULTS / f"evasions-{day}.md").write_text(section.text() + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--names", type=int, default=60, metavar="N")
    parser.add_argument("--discard", action="store_true", help="keep no results")
    chosen = parser.parse_args()
    if not (chosen.shared / "data").is_dir():
        sys.exit(f"no lists: {chosen.shared}/data is not there; say where with --shared")
    return chosen


def drawn(parties: Sequence[Party], names: int, kind: str = "person") -> list[Party]:
    """Return so many parties of a kind whose names can be changed, by the digests of their ids."""
    of_kind = (party for party in parties if party.kind == kind)
    return sorted(filter(plain_words, of_kind), key=lambda party: rank(party.party_id))[:names]


def found_by_change(matcher: Matcher, asked: list[Party]) -> list[tuple[str, int, int, float]]:
    """Return a row a change: its title, how many names were asked for, how many found, and the share."""
    return [found(matcher, asked, title, change) for title, change in CHANGES.items()]


def share_found(matcher: Matcher, parties: Sequence[Party], names: int) -> float:
    """Return which share of some people is found, whatever the change: of all that is asked, 0 to 1."""
    rows = found_by_change(matcher, drawn(parties, names))
    return sum(hits for _, _, hits, _ in rows) / (sum(asked for _, asked, _, _ in rows) or 1)


def plain_words(party: Party) -> list[str]:
    """Return the words of a party's first name where they are plain ones, of a person two to four, given
    names first, of another two to six; else none."""
    text = party.primary_name.text
    family, comma, given = text.partition(",")
    person = party.kind == "person"
    words = (f"{given} {family}" if comma and person else text).replace(",", " ").split()
    plain = all(word.replace("-", "").isascii() and word.replace("-", "").isalpha() for word in words)
    fits = plain and 2 <= len(words) <= (4 if person else 6)
    return [word.title() for word in words] if fits and any(len(w) >= LONG_WORD for w in words) else []


def found(matcher: Matcher, parties: list[Party], title: str, change: Change) -> tuple[str, int, int, float]:
    """Return how many of the parties are found under changed names."""
    asked = hits = 0
    for party in parties:
        for text in texts(party, title, change):
            asked += 1
            subject = Subject(name=text, kind=party.kind)
            hits += any(one.party_id == party.party_id for one in matcher.search(subject, THRESHOLD))
    return title, asked, hits, hits / asked if asked else 0.0


def texts(party: Party, title: str, change: Change) -> Iterator[str]:
    """Yield up to three different changed names of a party."""
    source = Random(f"{party.party_id} {title}")
    words = plain_words(party)
    seen = {" ".join(words)}
    for _ in range(3):
        text = change(list(words), source)
        if text is not None and text not in seen:
            seen.add(text)
            yield text


def in_long_word(change: Callable[[str, int, Random], str]) -> Change:
    """Return a change of one place, behind the first letter, in one word of six letters or more."""

    def changed(words: list[str], source: Random) -> str | None:
        at = source.choice([i for i, word in enumerate(words) if len(word) >= LONG_WORD])
        words[at] = change(words[at], source.randrange(1, len(words[at]) - 1), source)
        return " ".join(words)

    return changed


def in_short_word(words: list[str], source: Random) -> str | None:
    """Change one letter of a word of three to five."""
    short = [i for i, word in enumerate(words) if 3 <= len(word) < LONG_WORD]
    if not short:
        return None
    at = source.choice(short)
    place = source.randrange(1, len(words[at]))
    words[at] = words[at][:place] + source.choice(LETTERS) + words[at][place + 1 :]
    return " ".join(words)


def joined(words: list[str], source: Random) -> str | None:
    """Write two neighbours as one."""
    at = source.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]])


def split(words: list[str], source: Random) -> str | None:
    """Write a long word as two."""
    at = source.choice([i for i, word in enumerate(words) if len(word) >= LONG_WORD])
    place = source.randrange(3, len(words[at]) - 2)
    words[at] = f"{words[at][:place]} {words[at][place:]}"
    return " ".join(words)


def initial(words: list[str], source: Random) -> str | None:
    """Shorten a given name of three or more names to its letter."""
    if len(words) < 3:
        return None
    at = source.randrange(len(words) - 1)
    words[at] = words[at][0] + "."
    return " ".join(words)


def left_out(words: list[str], _: Random) -> str | None:
    """Leave a middle name out."""
    return " ".join([words[0], *words[2:]]) if len(words) > 2 else None


def shuffled(words: list[str], source: Random) -> str | None:
    """Write the words in another order."""
    source.shuffle(words)
    return " ".join(words)


def without_vowels(words: list[str], _: Random) -> str | None:
    """Leave the vowels of the longest word out."""
    at = max(range(len(words)), key=lambda i: len(words[i]))
    words[at] = words[at][0] + "".join(letter for letter in words[at][1:] if letter not in "aeiou")
    return " ".join(words)


def in_form(*forms: str) -> Change:
    """Return a change that writes the name into one of some forms."""
    return lambda words, source: source.choice(forms).format(" ".join(words))


def translated(table: Mapping[int, int]) -> Change:
    """Return a change of every letter that the table has, in one word."""

    def changed(words: list[str], source: Random) -> str | None:
        at = source.randrange(len(words))
        words[at] = words[at].translate(table)
        return " ".join(words)

    return changed


CHANGES: dict[str, Change] = {
    "one letter another, in a word of six or more": in_long_word(
        lambda word, at, source: word[:at] + source.choice(LETTERS) + word[at + 1 :]
    ),
    "one letter left out, in a word of six or more": in_long_word(
        lambda word, at, _: word[:at] + word[at + 1 :]
    ),
    "one letter more, in a word of six or more": in_long_word(
        lambda word, at, source: word[:at] + source.choice(LETTERS) + word[at:]
    ),
    "two letters swapped, in a word of six or more": in_long_word(
        lambda word, at, _: word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    ),
    "one letter another, in a word of three to five": in_short_word,
    "two words joined": joined,
    "one word split": split,
    "a given name as its letter": initial,
    "a middle name left out": left_out,
    "another order": shuffled,
    "vowels left out of one word": without_vowels,
    "digits for letters in one word": translated(LEET),
    "letters of another script in one word": translated(CYRILLIC),
    "behind another name": in_form(
        "Peter Brown ({})", "Peter Brown a.k.a. {}", "Peter Brown / {}", "Peter Brown; {}", "Peter Brown & {}"
    ),
    "with a title": in_form("Mr {}", "Dr. {}", "Gen. {}", "Sheikh {}", "{}, PhD", "Haji {}"),
    "beside a remark": in_form("{} (deceased)", "{} (Syria)", "FNU {}", "{} DOB 1960", "{} [VIP customer]"),
    "hidden by blanks and marks": in_form(f"Mr{' ' * 500}{{}}", f"{'​' * 450}{{}}", "<b>{}</b>"),
}

if __name__ == "__main__":
    main()
