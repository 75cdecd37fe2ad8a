"""Marks, conjunctions, offices and placeholders of other scripts, and names in brackets there."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("최민수 외 한도윤", "한도윤"),
        ("최민수 및 한도윤", "한도윤"),
        ("대표이사 한도윤", "한도윤"),
        ("법정대리인 한도윤", "한도윤"),
        ("예금주: 한도윤", "한도윤"),
        ("山田花子 代理人 小川修", "小川修"),
        ("山田花子 と 小川修", "小川修"),
        ("口座名義：小川修", "小川修"),
        ("赵敏 代理人 孙国华", "孙国华"),
        ("赵敏 与 孙国华", "孙国华"),
        ("监护人：赵敏 未成年人：孙国华", "孙国华"),
        ("孙国华等3人", "孙国华"),
        ("นางสาว มาลี ใจดี และ นาย ประพันธ์ คงสุข", "นาย ประพันธ์ คงสุข"),
        ("มาลี ใจดี โดย ประพันธ์ คงสุข", "ประพันธ์ คงสุข"),
        ("กองมรดก ประพันธ์ คงสุข", "ประพันธ์ คงสุข"),
        ("ဦးမျိုးညွန့်(ရဲမင်းသူ)", "ရဲမင်းသူ"),
        ("रामदास (सुमन)", "सुमन"),
        ("स्वर्गीय राजन कपूर", "राजन कपूर"),
        ("جون سميث وسعيد القرشي", "سعيد القرشي"),
        ("جون سميث وأحمد القرشي", "أحمد القرشي"),
        ("القاصر سعيد القرشي وليه جون سميث", "جون سميث"),
        ("المرحوم سعيد القرشي", "سعيد القرشي"),
        ("ג'ון סמית עבור יצחק לביא", "יצחק לביא"),
        ("ג'ון סמית ויצחק לביא", "יצחק לביא"),
        ("עיזבון יצחק לביא", "יצחק לביא"),
        ("ＪＯＨＮ ＢＲＡＮＤ ＡＫＡ ＶＵＫ ＨＬＵＳＨ", "VUK HLUSH"),
        ("Vuk Hlush JTWROS Anna Brand", "Vuk Hlush"),
        ("VUK HLUSH REVOCABLE LIVING TRUST U/A/D 3-12-2004", "VUK HLUSH"),
    ],
)
def test_a_name_beside_another_or_an_office_is_found_in_every_script(text: str, name: str) -> None:
    assert name in read_cell(text, "person").names


@pytest.mark.parametrize(
    "text",
    [
        "محمد أحمد وليد حسن",  # Walid begins with the letter that is "and"
        "محمد رضا وثوق زاده",
        "علی اکبر ولی زاده",
        "이와세 고",
        "王建国 和平",
        "مريم ونوس",
    ],
)
def test_a_name_that_only_resembles_two_is_one(text: str) -> None:
    names = read_cell(text, "person").names
    assert {name.removesuffix("...") for name in names} == {text}


@pytest.mark.parametrize(
    "text",
    [
        "Sin especificar", "No identificado", "Kein Name", "Geen naam", "Namn saknas", "Ei tietoa",
        "Не определено",
        "Н/Д", "б/н", "Неустановленное лицо", "Не вказано", "Без име", "Nežinomas", "Nav zināms", "Teadmata",
        "I panjohur", "Neznano", "Neuvedeno", "Nie podano", "Nincs megadva", "Nu se aplică", "Δεν υπάρχει",
        "Belirtilmemiş", "Noma'lum", "Անհայտ", "უცნობია", "Không rõ", "Tidak disebutkan", "Walang pangalan",
        "Haijulikani", "अज्ञात", "নাম নেই", "ไม่ทราบ", "未填写", "暂无", "無", "未入力", "該当なし",
        "미입력", "해당 없음",
        "غير محدد", "لا اسم", "نامشخص", "לא צוין", "{first_name} {last_name}", "${customer.name}", "%s %s",
        "[object Object]", "{{ name }}", "<name>",
    ],
)  # fmt: skip
def test_what_stands_in_a_name_s_place_is_told(text: str) -> None:
    cell = read_cell(text, "person")
    assert cell.notes
    assert not cell.names or any(note.sort == "not-compared" for note in cell.notes)


@pytest.mark.parametrize(
    "text", ["Suhartono tanpa nama keluarga", "Suhartono (Keine Angabe)", "Suhartono, 無"]
)
def test_a_placeholder_beside_the_only_name_is_put_aside(text: str) -> None:
    assert "Suhartono" in read_cell(text, "person").names


@pytest.mark.parametrize("text", ["Noma Lum", "Geen, Patrick", "Anna {Maria} Brand", "Brand & 100% Cotton"])
def test_names_that_only_resemble_a_placeholder_stay(text: str) -> None:
    assert not any(note.sort == "not-compared" for note in read_cell(text, "person").notes)
