from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Document
from extract.error import Skipped
from extract.reading import RAW_LIMIT, TEXT_LIMIT, Metadata, read

ARABIC = "قُتل ثلاثة جنود في هجوم على حاجز قرب دير الزور، أمس الاثنين."
ENGLISH = "Three soldiers were killed in an attack on a checkpoint near Deir ez-Zor on Monday."

# A Document may hold any text with a letter but no NUL; what a letter is, Python says.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")).filter(
    lambda text: any(ch.isalpha() for ch in text)
)


@given(text=texts, escaped=st.booleans(), crlf=st.booleans())
def test_text_is_kept_to_the_letter(text: str, escaped: bool, crlf: bool) -> None:
    line = json.dumps({"text": text, "lang": "ar"}, ensure_ascii=escaped).encode()
    line += b"\r\n" if crlf else b""
    (item,) = read(["-"], defaults=Metadata(), stdin=BytesIO(line))
    assert isinstance(item, Document), str(item)
    assert item.text == text


def test_every_field_arrives(file: Any, document: Any) -> None:
    article = {
        "id": "n1",
        "text": ARABIC,
        "title": "هجوم",
        "url": "https://example.org/خبر/1",
        "publisher": "وكالة",
        "published": "2021-06-29",
        "lang": "ar",
    }
    path = file("a.jsonl", article)
    assert document(path) == Document(
        id="n1",
        text=ARABIC,
        title="هجوم",
        url="https://example.org/خبر/1",
        publisher="وكالة",
        published=date(2021, 6, 29),
        lang="ar",
        source=f"{path}:1",
    )


def test_defaults_hold_only_where_the_article_is_silent(items: Any, lines: Any) -> None:
    silent = {"text": ARABIC, "publisher": None, "published": "", "url": " "}
    stated = {
        "text": ARABIC,
        "publisher": "B",
        "published": "2020-01-02",
        "url": "https://b.example/1",
    }
    found = items(
        "-",
        stdin=lines([silent, stated]),
        publisher="A",
        published=date(2021, 6, 29),
        url="https://a.example/1",
    )
    assert [(d.publisher, d.published, d.url) for d in found] == [
        ("A", date(2021, 6, 29), "https://a.example/1"),
        ("B", date(2020, 1, 2), "https://b.example/1"),
    ]


def test_a_missing_id_comes_from_the_text_not_from_the_line(items: Any, lines: Any) -> None:
    one, other = {"text": ARABIC}, {"text": ENGLISH}
    first, second = items("-", stdin=lines([one, other]))
    moved, *_ = items("-", stdin=lines([other, one]))
    assert first.id != second.id
    assert (moved.id, moved.key) == (second.id, second.key)


def test_ids_may_be_numbers(document: Any) -> None:
    assert document("-", stdin=json.dumps({"text": ARABIC, "id": 7}).encode()).id == "7"


def test_malformed_third_line_of_ten_leaves_nine(file: Any, items: Any, lines: Any) -> None:
    articles: list[object] = [{"id": f"n{n}", "text": ARABIC} for n in range(1, 11)]
    articles[2] = b'{"id": "n3", "text": "a" "b"}'
    path = file("ten.jsonl", lines(articles))
    found = items(path)
    assert [item.id for item in found if isinstance(item, Document)] == [
        f"n{n}" for n in range(1, 11) if n != 3
    ]
    (bad,) = [item for item in found if isinstance(item, Skipped)]
    assert found.index(bad) == 2
    assert bad.source == f"{path}:3"
    assert "column 26" in bad.reason


BAD_LINES = {
    "broken UTF-8": (b'{"text": "a\xc7 b"}', "byte 11 of the line (0xC7) is no valid UTF-8"),
    "list": (b'["a"]', "not an object"),
    "string": (b'"a"', "not an object"),
    "null": (b"null", "not an object"),
    "no text": (b'{"id": "x", "title": "a"}', "no `text`"),
    "text a number": (b'{"text": 5}', "`text` is 5"),
    "text null": (b'{"text": null}', "`text` is null"),
    "text a list": (b'{"text": ["a"]}', '`text` is ["a"]'),
    "lone surrogate": (b'{"text": "ab\\ud83d c"}', "U+D83D) at position 2"),
    "lone surrogate in id": (b'{"text": "abc", "id": "\\udc00"}', "`id` holds half a character"),
    "NUL": (b'{"text": "ab\\u0000c"}', "NUL character at position 2"),
    "empty": (b'{"text": ""}', "no letters"),
    "no letters": ('{"text": " 1200 ،؟! ٤٥ — \\n"}'.encode(), "no letters"),
    "key twice": (b'{"text": "abc", "text": "def"}', 'key "text" stands twice'),
    "truncated": (b'{"text": "abc', "malformed JSON"),
    "cut off": (b'{"text":', "malformed JSON at column 9"),
    "deep": (b"[" * 100_000, "too deeply"),
    "huge number": (b'{"text": "abc", "id": ' + b"9" * 5000 + b"}", "number too long"),
    "id a list": (b'{"text": "abc", "id": []}', "`id` is []"),
    "id true": (b'{"text": "abc", "id": true}', "`id` is true"),
    "title a number": (b'{"text": "abc", "title": 3}', "`title` is 3"),
    "day in words": (b'{"text": "abc", "published": "yesterday"}', "YYYY-MM-DD"),
    "day the other way": (b'{"text": "abc", "published": "29/06/2021"}', "YYYY-MM-DD"),
    "no such day": (b'{"text": "abc", "published": "2021-02-30"}', "YYYY-MM-DD"),
    "day a number": (b'{"text": "abc", "published": 1624924800}', "`published` is 1624924800"),
    "url no address": (b'{"text": "abc", "url": "www.example.org/1"}', "full address"),
    "url with blank": (b'{"text": "abc", "url": "https://example.org/a b"}', "full address"),
    "another language stated": (b'{"text": "abc", "lang": "fr"}', '`lang` is "fr"'),
}


def test_the_bad_lines_are_all_there() -> None:
    assert len(BAD_LINES) == 28


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_bad_line_is_told_and_the_rest_goes_on(name: str, items: Any, lines: Any) -> None:
    line, telling = BAD_LINES[name]
    before, bad, after = items("-", stdin=lines([{"text": ENGLISH}, line, {"text": ARABIC}]))
    assert (before.text, after.text) == (ENGLISH, ARABIC)
    assert isinstance(bad, Skipped)
    assert bad.source == "stdin:2"
    assert telling in bad.reason
    assert ": " in bad.reason
    assert len(str(bad).splitlines()) == 1
    assert len(bad.reason) < 250
    str(bad).encode("utf-8")  # it can be printed


def test_a_refused_article_keeps_its_id(items: Any) -> None:
    (bad,) = items("-", stdin=b'{"id": "n7", "text": "abc", "published": "yesterday"}')
    assert (bad.id, str(bad).split(": ")[0]) == ("n7", "stdin:1 (article n7)")


def test_published_is_the_day_on_the_publishers_clock(document: Any) -> None:
    line = json.dumps({"text": ARABIC, "published": "2021-06-29T23:30:00+03:00"}).encode()
    assert document("-", stdin=line).published == date(2021, 6, 29)


def test_without_published_the_day_stays_open(document: Any) -> None:
    assert document("-", stdin=json.dumps({"text": ARABIC}).encode()).published is None


def test_blank_lines_count_but_are_no_articles(document: Any) -> None:
    found = document("-", stdin=b"\n  \r\n" + json.dumps({"text": ARABIC}).encode() + b"\n\n")
    assert found.source == "stdin:3"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_lines_is_told(content: bytes, file: Any, refusal: Any) -> None:
    path = file("empty.jsonl", content)
    assert refusal(path).source == path
    assert "empty" in refusal(path).reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_lines_with_a_byte_order_mark(encoding: str, items: Any) -> None:
    # U+0A0A has a line feed's byte in both its halves.
    content = "".join(
        json.dumps({"text": text, "lang": "ar"}, ensure_ascii=False) + "\n"
        for text in (ARABIC, "\u0a0a " + ENGLISH)
    )
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    found = items("-", stdin=(mark + content).encode(encoding))
    assert [d.text for d in found] == [ARABIC, "\u0a0a " + ENGLISH]
    assert [d.source for d in found] == ["stdin:1", "stdin:2"]


def test_cut_off_utf16_breaks_only_the_last_line(items: Any) -> None:
    line = json.dumps({"text": ARABIC}, ensure_ascii=False) + "\n"
    whole, broken = items("-", stdin=(line + line.rstrip("\n")).encode("utf-16")[:-1])
    assert whole.text == ARABIC
    assert isinstance(broken, Skipped)


@given(st.binary())
def test_any_bytes_are_articles_or_refused(raw: bytes) -> None:
    for item in read(["-"], defaults=Metadata(), stdin=BytesIO(raw)):
        assert isinstance(item, Skipped)
        assert len(str(item).splitlines()) == 1


def test_a_renamed_archive_is_told_once(file: Any, refusal: Any) -> None:
    assert "gzip" in refusal(file("a.jsonl", b"\x1f\x8b\x08\n\n\x00a\nb")).reason


def test_too_large_a_text(items: Any, lines: Any) -> None:
    word = "حرب "
    fits = word * (TEXT_LIMIT // len(word.encode()))
    found = items("-", stdin=lines([{"text": fits, "lang": "ar"}, {"text": fits + word}]))
    assert isinstance(found[0], Document)
    assert isinstance(found[1], Skipped)
    assert "5 MB is the most" in found[1].reason


def test_an_overlong_line_is_not_kept_in_memory() -> None:
    class Counting(BytesIO):
        longest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            Counting.longest = max(Counting.longest, len(line))
            return line

    long = b'{"text": "' + b"a" * (RAW_LIMIT + 5_000_000) + b'"}\n'
    stream = Counting(long + json.dumps({"text": ENGLISH}).encode())
    bad, good = read(["-"], defaults=Metadata(), stdin=stream)
    assert isinstance(bad, Skipped)
    assert "25 MB" in bad.reason
    assert isinstance(good, Document)
    assert good.source == "stdin:2"
    assert Counting.longest <= RAW_LIMIT


def test_lines_are_read_as_they_are_asked_for() -> None:
    class Endless(BytesIO):
        asked = 0

        def readline(self, _size: int | None = -1, /) -> bytes:
            Endless.asked += 1
            return json.dumps({"text": ENGLISH, "lang": "en"}).encode() + b"\n"

    found = read(["-"], defaults=Metadata(), stdin=Endless())
    assert isinstance(next(found), Document)
    assert Endless.asked <= 2


def test_unknown_keys_are_warned_of_once_a_run(
    items: Any, lines: Any, caplog: pytest.LogCaptureFixture
) -> None:
    article = {"text": ARABIC, "author": "x", "publishd": "2021-06-29"}
    assert all(isinstance(d, Document) for d in items("-", stdin=lines([article, article])))
    told = [record.getMessage() for record in caplog.records]
    assert told == [
        'stdin:1: the key "author" is not read',
        'stdin:1: the key "publishd" is not read: did you mean "published"?',
    ]


def test_same_id_different_text_gives_two_keys(items: Any, lines: Any) -> None:
    one, other = items(
        "-", stdin=lines([{"id": "a", "text": ARABIC}, {"id": "a", "text": ENGLISH}])
    )
    assert one.id == other.id
    assert one.key != other.key
