"""Tables: aligned by cells, complete, with Arabic in logical order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from graph import display, table

ROWS = [
    ("قاعدة حقل العمر", "القوات الأمريكية", "8"),
    ("Ain al-Asad", "مصادر محلّيّة", "10"),
]

GOLDEN = """\
Facility        │ Claimant         │ n
────────────────┼──────────────────┼───
قاعدة حقل العمر │ القوات الأمريكية │ 8
Ain al-Asad     │      مصادر محلّيّة │ 10
"""


def test_arabic_golden() -> None:
    assert table.render(["Facility", "Claimant", "n"], ROWS, width=80) == GOLDEN


def test_isolates_hold_each_cell_apart_on_a_terminal() -> None:
    text = table.render(["Facility", "Claimant", "n"], ROWS, width=80, isolate=True)
    first = text.splitlines()[2]
    assert first == ("\u2067قاعدة حقل العمر\u2069 │ \u2067القوات الأمريكية\u2069 │ \u20668\u2069")
    plain = text
    for control in "\u2066\u2067\u2069":
        plain = plain.replace(control, "")
    assert [line.rstrip() for line in plain.splitlines()] == GOLDEN.splitlines()


def test_a_long_sentence_wraps_and_is_whole() -> None:
    sentence = "قالت مصادر محلية إن ثمانية صواريخ سقطت على القاعدة فجر الثلاثاء دون إصابات"
    text = table.render(["who", "quote"], [("X", sentence)], width=60)
    lines = [line.split("│")[1].strip() for line in text.splitlines()[2:]]
    assert len(lines) > 1
    assert " ".join(lines) == sentence
    assert all(cell_len(line) <= 60 for line in text.splitlines())


SENTENCE = (
    "وقالت مصادر محلية إن ثمانية صواريخ سقطت على القاعدة فجر الثلاثاء دون إصابات، وإن مبنيين تضررا "
    "فيما لم تعلن أي جهة مسؤوليتها عن القصف حتى ساعة إعداد هذا الخبر"
)


def test_sentences_that_would_be_squeezed_stand_below_their_row() -> None:
    names = ["who", "how surely", "when", "sentence", "remark"]
    rows = [
        ("مصادر محلية", "certain", "2021-06-28", SENTENCE, "none"),
        ("Observatory", "possible", "2021-06-29", "Short.", "none"),
    ]
    lines = table.render(names, rows, width=80).splitlines()
    assert all(cell_len(line) <= 80 for line in lines)
    head = [cell.strip() for cell in lines[0].split("│")]
    assert head == ["who", "how surely", "when", "remark"]
    assert [cell.strip() for cell in lines[2].split("│")] == [
        *("مصادر محلية", "certain", "2021-06-28", "none")
    ]
    ruled = next(n for n, line in enumerate(lines) if "┈" in line)
    said = [line.split("│")[1].strip() for line in lines[3:ruled]]
    assert lines[3].startswith("  sentence │ ")
    assert len(said) > 1
    assert " ".join(said) == SENTENCE
    assert lines[-1] == "  sentence │ Short."


def test_a_sentence_with_room_enough_stays_in_its_column() -> None:
    lines = table.render(["who", "sentence"], [("X", SENTENCE)], width=100).splitlines()
    assert lines[0].split("│")[1].strip() == "sentence"


def test_columns_without_any_value_are_named_below() -> None:
    text = table.render(["a", "b", "c"], [("1", "", ""), ("2", "", "")], width=60)
    assert text == "a\n─\n1\n2\n(no row has a value for: b, c)\n"


def test_only_rows_that_wrap_are_ruled_apart() -> None:
    rows = [("one", "1"), ("two", "2"), ("word " * 7, "3"), ("four", "4")]
    lines = table.render(["a", "b"], rows, width=30).splitlines()
    assert [n for n, line in enumerate(lines) if "┈" in line] == [4, len(lines) - 2]


def test_wrapped_rows_are_ruled_apart() -> None:
    text = table.render(["a", "b"], [("word " * 10, "1"), ("word", "2")], width=30)
    assert any(set(line) <= {"┈", "─", "┼"} and "┈" in line for line in text.splitlines())


def test_more_columns_than_the_width_holds_become_blocks() -> None:
    names = [f"column-{i}" for i in range(8)]
    rows = [[f"value {i} of row {r} is long" for i in range(8)] for r in range(2)]
    text = table.render(names, rows, width=50)
    assert all(cell_len(line) <= 50 for line in text.splitlines())
    joined = " ".join(text.replace("│", " ").split())
    for row in rows:
        for cell in row:
            assert cell in joined


def test_words_of_an_article_cannot_steer_the_terminal() -> None:
    text = table.render(["q"], [("\x1b[31mred\x07 \x9b5m",)], width=40)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\x9b" not in text
    assert "␛[31mred␇ \ufffd5m" in text


def test_an_isolate_cannot_be_broken_out_of() -> None:
    assert display.isolated("a\u2069\u202eb") == "\u2066ab\u2069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("قاعدة", True), ("8 قذائف", True), ("base قاعدة", False), ("12", False), ("", False)],
)
def test_direction_is_that_of_the_first_strong_letter(text: str, expected: bool) -> None:
    assert display.rtl(text) is expected


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="row of 1 cells in a table of 2 columns"):
        table.render(["a", "b"], [("x",)], width=40)


def test_no_rows_leave_the_head() -> None:
    assert table.render(["a", "b"], [], width=40) == "a │ b\n──┼──\n"


@given(st.text(), st.integers(2, 60))
def test_wrapping_loses_no_character_but_spaces(text: str, width: int) -> None:
    lines = display.wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)
