"""Files as people have them, a dozen and more: each customer is accounted for, and each listed one found."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_helpers import run as cli

from sanctions_screen import ListStore, Screener, screen_csv

HTAY, KIM = "us-ofac-sdn:16102", "us-ofac-sdn:17622"
NONE = ""


@dataclass(frozen=True)
class CustomersFile:
    """A file, and of each row under its header whom it is to find: nobody, or a party."""

    name: str
    content: Callable[[], bytes]
    rows: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)
    not_clear: frozenset[int] = frozenset()
    """Rows, from 1, of which nobody can say that they are clear."""


def text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: content.encode(encoding)


def book(*sheets: list[list[Any]]) -> Callable[[], bytes]:
    def made() -> bytes:
        xlsxwriter = pytest.importorskip("xlsxwriter")
        pytest.importorskip("python_calamine")
        out = io.BytesIO()
        options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
        with xlsxwriter.Workbook(out, options) as workbook:
            for rows in sheets:
                sheet = workbook.add_worksheet()
                for y, row in enumerate(rows):
                    for x, value in enumerate(row):
                        if value is not None:
                            sheet.write(y, x, value)
        return out.getvalue()

    return made


GERMAN = (
    "\ufeffKundennr;Nachname;Vorname;Art;Land;Geburtsdatum;Saldo\r\n"
    "1;Htay;Thein;natürliche Person;Birma;07.09.1955;1.234,50\r\n"
    "2;Kim;Sok-chol;Privatperson;Nordkorea;08.05.1955;0\r\n"
    "3;Müller;Jürgen;Einzelfirma;Schweiz;31.12.1960;-5\r\n"
)
FILES = [
    CustomersFile("german.csv", text(GERMAN), (HTAY, KIM, NONE)),
    CustomersFile(
        "titles above, blank rows and a sum.csv",
        text(
            "sep=;\nKundenliste Filiale Bern, Stand 01.10.2026;;;\n;;;\nNr.;Name;Land;Geb.-Datum\n"
            "1;Thein Htay;Myanmar;07.09.1955\n;;;\n2;Kim Sok-chol;KP;08.05.1955\n"
            "3;Erika Mustermann;DE;12.08.1964\n;;;\nSumme;;;\n"
        ),
        (HTAY, KIM, NONE, NONE),
        not_clear=frozenset({4}),
    ),
    CustomersFile(
        "french, as Windows saves it.csv",
        text(
            "Numéro client;Nom;Prénom;Nationalité;Date de naissance\n1;HTAY;Thein;Birmanie;07/09/1955\n"
            "2;KIM;Sok-chol;Corée du Nord;08/05/1955\n3;LEFÈVRE;François;Côte d\u2019Ivoire;25/12/1970\n",
            "cp1252",
        ),
        (HTAY, KIM, NONE),
        {"encoding": "cp1252"},
    ),
    CustomersFile(
        "tabs, and names broken within their cells.txt",
        text(
            'id\tfull name\tdob\tcountry\n1\t"Thein\nHtay"\t1955-09-07\tMM\n'
            '2\t"Kim\r\nSok-chol"\t1955-05-08\tKP\n3\tBob "Bobby" Miller\t1970\tUS\n'
        ),
        (HTAY, KIM, NONE),
    ),
    CustomersFile(
        "unicode text of Excel.txt",
        text(
            "id\tName\tCountry\r\n1\tThein Htay\tBurma\r\n2\t김석철\tNorth Korea\r\n3\tZoë\tSverige\r\n",
            "utf-16",
        ),
        (HTAY, KIM, NONE),
    ),
    CustomersFile(
        "what pandas and databases write.csv",
        text(
            "ID|NAME|TYPE|DOB|NATIONALITY|PASSPORT\n1|Thein Htay|P|07-SEP-1955|MMR|NaN\n"
            "2|Kim Sok-chol|I|1955/05/08|PRK|472310082\n3|Bob|Sole trader|unknown|Atlantis|#N/A\n"
            "4|NULL||||\n5|||||\n"
        ),
        (HTAY, KIM, NONE, NONE, NONE),
        not_clear=frozenset({4, 5}),
    ),
    CustomersFile(
        "rows of other lengths.csv",
        text(
            "id,name,country,note\r\n1,Thein Htay,MM,a,b,\r\n2,Kim Sok-chol\r\n3,Htay, Thein,MM,x\r\n"
            '4,"Kim Sok-chol,KP,\r\n5,Bob,\r\n6,"Miller, Bob",US,\r\n'
        ),
        (HTAY, KIM, HTAY, KIM, NONE, NONE),
        not_clear=frozenset({5}),
    ),
    CustomersFile(
        "line ends of an old Mac.csv",
        text("id,name\r1,Thein Htay\r2,Kim Sok-chol\r3,Bob\r"),
        (HTAY, KIM, NONE),
    ),
    CustomersFile(
        "what steers terminals and sheets.csv",
        text("id,name\n1,\x1b[31mThein Htay\x1b[0m\x07\n2,\u202eKim Sok-chol\u202c\n3,=HYPERLINK(1)\n"),
        (HTAY, KIM, NONE),
    ),
    CustomersFile(
        "titles, days and numbers.xlsx",
        book(
            [
                ["Bank AG"], ["Stand", date(2026, 10, 1)], [],
                ["Kunden-Nr", "Name", "Land", "Geburtsdatum"],
                [1, "Thein Htay", "Birma", date(1955, 9, 7)],
                [2.0, "Kim Sok-chol", "KP", date(1955, 5, 8)], [],
                [3, "Erika Muster", "DE", None],
            ],
            [["Notizen"], ["x"]],
        ),
        (HTAY, KIM, NONE),
    ),
    CustomersFile(
        "a table amid the sheet.xlsx",
        book(
            [
                [], [None, None, "Ref", "First name", "Last name", "DOB"],
                [None, None, "a", "Thein", "Htay", "07/09/1955"],
                [None, None, "b", "Sok-chol", "Kim", "08/05/1955"],
                [None, None, "c", "Bob", "Miller", "31/12/1970"],
            ]
        ),
        (HTAY, KIM, NONE),
    ),
    CustomersFile(
        "cyrillic.xlsx",
        book(
            [
                ["Номер клиента", "Фамилия", "Имя", "Гражданство", "Дата рождения", "Тип"],
                [1, "Хтай", "Тейн", "Мьянма", "07.09.1955", "физ. лицо"],
                [2, "Ким", "Сок Чхоль", "КНДР", "08.05.1955", "физическое лицо"],
                [3, "Иванов", "Пётр", "Россия", "01.02.1980", "ИП"],
            ]
        ),
        (HTAY, KIM, NONE),
    ),
    CustomersFile("csv that is called a workbook.xlsx", text(GERMAN), (HTAY, KIM, NONE)),
    CustomersFile(
        "spanish.xlsx",
        book(
            [
                ["Código cliente", "Nombre", "Apellidos", "Tipo", "País", "Fecha de nacimiento", "Sexo"],
                [1, "Thein", "Htay", "persona física", "Birmania", "07/09/1955", "varón"],
                [2, "Sok-chol", "Kim", "particular", "Corea del Norte", "08/05/1955", "hombre"],
                [3, "María", "López", "autónomo", "EE. UU.", "31/12/1980", "mujer"],
            ]
        ),
        (HTAY, KIM, NONE),
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(ListStore.embedded())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx"])
def test_every_customer_is_accounted_for_and_every_listed_one_is_found(
    tmp_path: Path, screener: Screener, file: CustomersFile, ending: str
) -> None:
    (tmp_path / file.name).write_bytes(file.content())
    out = tmp_path / f"hits.{ending}"
    summary = screen_csv(tmp_path / file.name, out, screener=screener, **file.options)
    assert summary.rows == len(file.rows)
    assert summary.rows == summary.hits + summary.clear + summary.unscreenable + summary.errors
    told = _told(out, summary.output_delimiter)
    assert sorted(told) == list(range(1, len(file.rows) + 1)), "each row has its own in the output"
    for number, party_id in enumerate(file.rows, 1):
        outcome, parties = told[number]
        if party_id:
            assert party_id in parties
            assert outcome in ("hit", "hit-delisted")
        elif number in file.not_clear:
            assert outcome in ("unscreenable", "error")
        else:
            assert (outcome, parties) == ("clear", set())


def _told(out: Path, delimiter: str) -> dict[int, tuple[str, set[str]]]:
    """Return each row's outcome and the parties it hits, out of any format."""
    if out.suffix == ".jsonl":
        results = map(json.loads, out.read_text("utf-8").splitlines())
        return {
            each["row"]: (
                "unscreenable" if "unscreenable" in each else each["outcome"],
                {hit["party"]["party_id"] for hit in each["hits"]},
            )
            for each in results
        }
    rows: list[dict[str, Any]]
    if out.suffix == ".xlsx":
        calamine = pytest.importorskip("python_calamine")
        header, *lines = calamine.load_workbook(str(out)).get_sheet_by_index(0).to_python()
        rows = [dict(zip(header, line, strict=True)) for line in lines]
    else:
        content = io.StringIO(out.read_text("utf-8-sig"), newline="")
        rows = list(csv.DictReader(content, delimiter=delimiter))
    told: dict[int, tuple[str, set[str]]] = {}
    for row in rows:
        parties = told.get(int(row["row"]), ("", set[str]()))[1]
        told[int(row["row"])] = row["outcome"], parties | ({row["party_id"]} - {""})
    return told


def test_the_command_says_how_to_read_a_file_that_it_refuses(tmp_path: Path) -> None:
    (tmp_path / "no header.csv").write_bytes(b"1,Thein Htay,MM\n2,Kim Sok-chol,KP\n")
    refused = cli("batch", tmp_path / "no header.csv", tmp_path / "hits.csv")
    assert refused.exit_code == 2
    assert "--column name=TITLE" in refused.stderr
    assert not (tmp_path / "hits.csv").exists()
