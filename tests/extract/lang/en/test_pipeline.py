"""Lines, datelines and chunks."""

import pytest

from extract.lang.en.pipeline import chunks, dateline_end, parse


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("BAGHDAD, Jan 8 (agencies) - A car", "BAGHDAD, Jan 8 (agencies) - "),
        ("KHARTOUM: Six people", "KHARTOUM: "),
        ("Mogadishu (HN) – The group", "Mogadishu (HN) – "),
        ("ADEN — A bomb", "ADEN — "),
        ("A bomb went off in Aden.", ""),
        ("Police said: the road is closed", ""),
    ],
)
def test_dateline(line, dateline):
    assert line[: dateline_end(line)] == dateline


def test_no_sentence_crosses_a_line():
    doc = parse("Five dead in raid\n\nADEN - Gunmen attacked the port\nPolice came")
    assert [s.text.strip() for s in doc.sents] == [
        "Five dead in raid",
        "ADEN -",
        "Gunmen attacked the port",
        "Police came",
    ]


@pytest.mark.parametrize("text", ["", "a", "x" * 30_000, "word " * 9_000, ("line\n" * 5_000)])
def test_chunks_join_to_the_text(text):
    pieces = chunks(text)
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= 8_000 for piece in pieces)


def test_a_text_in_several_chunks_is_parsed_whole():
    text = "Gunmen attacked the port of Aden on Monday.\n" * 400
    doc = parse(text)
    assert doc.text == text
    assert len(list(doc.sents)) == 400


def test_plural_capitals_have_their_singular_key():
    doc = parse("Militants Attack Army Camps")
    assert {"militant", "camp"} <= {t.norm_ for t in doc}
