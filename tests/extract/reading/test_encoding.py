from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading import RAW_LIMIT
from extract.reading.encoding import decode, decode_page
from extract.reading.size import read_whole
from extract.reading.unreadable import Unreadable

ARABIC = (
    "أعلنت وزارة الدفاع أن ثلاثة من جنودها قتلوا وأصيب سبعة آخرون في هجوم بطائرة مسيرة على موقع"
    " عسكري شرق المدينة.\r\nوقال المتحدث باسم الوزارة إن التحقيق ما زال جاريا، ولم تتبن أي جهة"
    " الهجوم حتى الآن.\n"
)
ENGLISH = "The ministry said on Monday that three soldiers were killed near the border.\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff{%P")))
def test_utf8_is_kept_to_the_letter(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_byte_order_marks(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text
    assert decode_page(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_arabic_code_pages_told_by_their_letters(encoding: str) -> None:
    text = ARABIC if encoding == "cp1256" else ARABIC.replace("\u0640", "")
    assert decode(text.encode(encoding)) == text


def test_windows_quotation_marks_in_english() -> None:
    text = "The spokesman said: “We don’t know who fired” – and left…\r\n"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "raw",
    [
        "قتل 4 في عدن".encode("cp1256"),  # too few letters to be sure of
        "Le général a été blessé à Alep".encode("cp1252"),  # six code pages would do
        "Министерство обороны сообщило о трёх погибших".encode("cp1251"),
    ],
    ids=["short", "accents", "Russian"],
)
def test_no_guessing(raw: bytes) -> None:
    with pytest.raises(Unreadable, match=r"no other encoding can be told for sure: .*iconv"):
        decode(raw)


@given(st.binary())
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    for read in (decode, decode_page):
        try:
            assert read(raw) is not None
        except Unreadable as refusal:
            assert len(refusal.reason.splitlines()) == 1


def test_the_first_bad_byte_is_named_with_its_line() -> None:
    with pytest.raises(Unreadable, match=r"byte 10 \(0xE9, line 2\) is no valid UTF-8"):
        decode(b"one\ntwo 3 \xe9\n")


def test_broken_utf8_is_not_taken_for_a_code_page() -> None:
    raw = ARABIC.encode("utf-8")
    cut = raw[:1] + raw[2:]
    with pytest.raises(Unreadable, match="is no valid UTF-8 though the rest is"):
        decode(cut)


def test_text_cut_off_inside_a_character() -> None:
    with pytest.raises(Unreadable, match="is no valid UTF-8 though the rest is"):
        decode("قصف".encode()[:-1])


def test_broken_after_a_mark_counts_from_the_start_of_the_file() -> None:
    with pytest.raises(Unreadable, match=r"byte 5 \(0xFF, line 1\) is no valid UTF-8, which"):
        decode(b"\xef\xbb\xbfab\xff")
    with pytest.raises(Unreadable, match="is no valid UTF-16"):
        decode("abc".encode("utf-16")[:-1])


SIGNATURES = {
    "a PDF file": b"%PDF-1.7\n%\xe2\xe3",
    "a ZIP archive or an office document": b"PK\x03\x04\x14\x00",
    "an old office document": b"\xd0\xcf\x11\xe0\xa1",
    "an RTF document": b"{\\rtf1\\ansi abc}",
    "a PNG image": b"\x89PNG\r\n",
    "a JPEG image": b"\xff\xd8\xff\xe0",
    "a gzip archive": b"\x1f\x8b\x08",
}


def test_the_signatures_are_all_there() -> None:
    assert len(SIGNATURES) == 7


@pytest.mark.parametrize("kind", SIGNATURES)
def test_other_kinds_of_file_are_named(kind: str) -> None:
    for read in (decode, decode_page):
        with pytest.raises(Unreadable, match=f"it is {kind}, not text"):
            read(SIGNATURES[kind])


def test_binary_content() -> None:
    with pytest.raises(Unreadable, match="byte 3 is NUL"):
        decode(b"abc\x00\x01\x02")
    with pytest.raises(Unreadable, match="UTF-16 without a byte order mark"):
        decode(ENGLISH.encode("utf-16-le"))


PAGE = '<html><head><meta {}><style>p{{a:b}}</style></head><body><p class="x">{}</p></body></html>'


@pytest.mark.parametrize(
    "meta",
    [
        'charset="windows-1256"',
        "charset=windows-1256",
        'http-equiv="Content-Type" content="text/html; charset=windows-1256"',
    ],
)
def test_a_page_declares_its_encoding(meta: str) -> None:
    page = PAGE.format(meta, "قتل 4 في عدن")
    assert decode_page(page.encode("cp1256")) == page


def test_utf8_goes_before_a_wrong_declaration() -> None:
    page = PAGE.format('charset="windows-1256"', ARABIC)
    assert decode_page(page.encode("utf-8")) == page


@pytest.mark.parametrize("meta", ["", 'charset="iso-8859-1"', 'charset="utf-8"', "charset=x-none"])
def test_clear_letters_go_before_a_wrong_or_missing_declaration(meta: str) -> None:
    page = PAGE.format(meta, ARABIC)
    assert decode_page(page.encode("cp1256")) == page


def test_latin_declaration_means_its_windows_superset() -> None:
    page = PAGE.format('charset="iso-8859-1"', "Café “Aleppo” was hit, they said")
    assert decode_page(page.encode("cp1252")) == page


def test_a_page_that_cannot_be_told() -> None:
    with pytest.raises(Unreadable, match="no other encoding can be told"):
        decode_page(PAGE.format('charset="utf-8"', "قتل 4 في عدن").encode("cp1256"))


def test_only_the_size_of_an_enormous_file_is_learnt() -> None:
    assert len(read_whole(BytesIO(b"a" * RAW_LIMIT))) == RAW_LIMIT
    with pytest.raises(Unreadable, match="21 MB in one article, 20 MB is the most"):
        read_whole(BytesIO(b"a" * (RAW_LIMIT + 1_000_000)))


def test_line_ends_are_kept(file: Any, document: Any) -> None:
    text = "أعلن الجيش\r\nمقتل ثلاثة\rجنود\u2028أمس\n\n "
    assert document(file("a.txt", text)).text == text
    assert document(file("b.txt", ARABIC.encode("cp1256"))).text == ARABIC


def test_text_is_not_composed(file: Any, document: Any) -> None:
    decomposed = "ا\u0654علن الجيش مقتل جندي"  # alef and a combining hamza
    assert document(file("a.txt", decomposed)).text == decomposed


@pytest.mark.parametrize(
    ("name", "content", "telling"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "no letters"),
        ("digits.txt", "١٢٣ 456 —".encode(), "no letters"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        ("latin.txt", b"ab\ncd \xe9\xe8", "byte 6 (0xE9, line 2)"),
        ("empty.html", b"", "empty"),
        ("empty.json", b"", "empty"),
    ],
)
def test_files_without_a_text(
    name: str, content: bytes, telling: str, file: Any, refusal: Any
) -> None:
    path = file(name, content)
    assert refusal(path).source == path
    assert refusal(path).id in (None, Path(name).stem)
    assert telling in refusal(path).reason


def test_twenty_megabytes_in_one_text(file: Any, refusal: Any) -> None:
    path = file("big.txt", "a b c d " * 2_500_001)
    assert "MB in one article" in refusal(path).reason
