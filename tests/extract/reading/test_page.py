from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading.page import parse_page
from extract.reading.unreadable import Unreadable

BODY = (
    "أعلنت وزارة الدفاع أن ثلاثة من جنودها قتلوا وأصيب سبعة آخرون في هجوم بطائرة مسيرة على موقع"
    " عسكري شرق المدينة، بحسب بيان نشرته أمس الاثنين."
)
SECOND = "وقال المتحدث باسم الوزارة إن التحقيق ما زال جاريا ولم تتبن أي جهة الهجوم حتى الآن."


def page(head: str = "", *, body: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">'
        f"<title>هجوم على موقع عسكري - أخبار</title>{head}</head><body>"
        '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li></ul></nav>'
        f"<article><h1>هجوم على موقع عسكري</h1><p>29 حزيران 2021</p>{body}"
        f"<p>{BODY}</p><p>{SECOND}</p></article>"
        '<div class="comments"><p>أنا رأيت بعيني أن الجيش هو من قصف الموقع نفسه يا جماعة</p></div>'
        "<footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def linked(**fields: object) -> str:
    content = json.dumps({"@context": "https://schema.org", **fields}, ensure_ascii=False)
    return f'<script type="application/ld+json">{content}</script>'


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_main_text_headline_and_nothing_else(charset: str, file: Any, document: Any) -> None:
    found = document(file("n.html", page(charset=charset).encode(charset)))
    assert BODY in found.text
    assert SECOND in found.text
    for other in ("الرئيسية", "جميع الحقوق", "رأيت بعيني"):
        assert other not in found.text
    assert found.title == "هجوم على موقع عسكري"
    assert (found.id, found.lang) == ("n", "ar")  # the page's lang="en" is a template's


def test_a_day_shown_only_in_words_stays_open() -> None:
    assert parse_page(page()).origin.published is None


DAYS = {
    "meta": '<meta property="article:published_time" content="2021-06-29T23:30:00+03:00">',
    "meta by name": '<meta name="article:published_time" content="2021-06-29">',
    "itemprop": '<meta itemprop="datePublished" content="2021-06-29">',
    "linked data": linked(**{"@type": "NewsArticle", "datePublished": "2021-06-29T10:00:00Z"}),
    "linked data graph": linked(
        **{
            "@graph": [
                {"@type": "WebPage", "datePublished": "2019-01-01"},
                {"@type": ["NewsArticle"], "datePublished": "2021-06-29"},
            ]
        }
    ),
    "meta before linked data": linked(**{"@type": "NewsArticle", "datePublished": "2021-06-30"})
    + '<meta property="article:published_time" content="2021-06-29">',
}


def test_the_marks_of_a_day_are_all_there() -> None:
    assert len(DAYS) == 6


@pytest.mark.parametrize("name", DAYS)
def test_a_day_that_is_marked(name: str) -> None:
    assert parse_page(page(DAYS[name])).origin.published == date(2021, 6, 29)


def test_a_time_element_of_the_article() -> None:
    marked = '<time datetime="2021-06-29T08:00">الثلاثاء</time>'
    assert parse_page(page(body=marked)).origin.published == date(2021, 6, 29)


NO_DAY = {
    "two articles on one page": linked(**{"@type": "NewsArticle", "datePublished": "2021-06-29"})
    + linked(**{"@type": "NewsArticle", "datePublished": "2021-06-01"}),
    "another thing's day": linked(**{"@type": "VideoObject", "datePublished": "2021-06-29"}),
    "no ISO": '<meta property="article:published_time" content="29 June 2021">',
    "modified only": '<meta property="article:modified_time" content="2021-07-01">',
    "broken linked data": '<script type="application/ld+json">{"@type": "NewsArticle",</script>',
}


@pytest.mark.parametrize("name", NO_DAY)
def test_a_day_that_is_not_sure_stays_open(name: str) -> None:
    assert len(NO_DAY) == 5
    assert parse_page(page(NO_DAY[name])).origin.published is None


def test_time_elements_that_disagree() -> None:
    times = '<time datetime="2021-06-29">ا</time><time datetime="2021-06-01">ب</time>'
    assert parse_page(page(body=times)).origin.published is None


def test_outlet_and_address_only_where_they_are_named() -> None:
    named = parse_page(
        page(
            '<meta property="og:site_name" content=" عنب بلدي ">'
            '<link rel="canonical" href="https://example.org/news/1">'
        )
    ).origin
    assert (named.publisher, named.url) == ("عنب بلدي", "https://example.org/news/1")
    publisher = {"@type": "Organization", "name": "sana agency"}
    assert (
        parse_page(
            page(linked(**{"@type": "NewsArticle", "publisher": publisher}))
        ).origin.publisher
        == "sana agency"
    )
    bare = parse_page(page()).origin
    assert (bare.publisher, bare.url) == (None, None)


LINKS = "".join(
    f'<li><a href="/{n}">مقتل {n} جنود في هجوم على حاجز في الريف</a></li>' for n in range(30)
)
NO_ARTICLE = {
    "no markup": "",
    "blank": " \n ",
    "a comment": "<!-- nothing -->",
    "menus": '<html><body><nav><a href="/">الرئيسية</a></nav><footer>حقوق</footer></body></html>',
    "front page": f"<html><body><ul>{LINKS}</ul></body></html>",
    "script only": "<html><body><noscript>Please enable JavaScript to read this page now."
    "</noscript><div id=app></div><script>var a='b c d e f g';</script></body></html>",
}


def test_the_pages_without_article_are_all_there() -> None:
    assert len(NO_ARTICLE) == 6


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_a_page_without_an_article(name: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Unreadable, match="no article was found in the page"):
        parse_page(NO_ARTICLE[name])
    assert not caplog.records


def test_a_page_without_an_article_in_a_run(file: Any, refusal: Any) -> None:
    found = refusal(file("menu.htm", NO_ARTICLE["menus"]))
    assert (found.id, "no article" in found.reason) == ("menu", True)


PIECES = (
    "<p>",
    "</p>",
    "<a>",
    "</a>",
    '"',
    "<!--",
    "نص طويل هنا ",
    "<",
    "&#0;",
    "<time datetime=1>",
)


@given(st.lists(st.sampled_from(PIECES)))
def test_any_markup_is_a_page_or_refused(pieces: list[str]) -> None:
    try:
        assert parse_page("".join(pieces)).text
    except Unreadable as refusal:
        assert "no article" in refusal.reason


def test_a_short_news_flash_is_an_article() -> None:
    flash = "<html><body><h1>عاجل</h1><p>مقتل ثلاثة جنود في هجوم قرب دير الزور.</p></body></html>"
    assert "مقتل ثلاثة جنود في هجوم قرب دير الزور." in parse_page(flash).text


def test_xhtml_with_an_encoding_in_its_first_line(file: Any, document: Any) -> None:
    source = '<?xml version="1.0" encoding="windows-1256"?>' + page(charset="windows-1256")
    assert BODY in document(file("x.html", source.encode("cp1256"))).text


def test_a_sidecar_goes_before_the_page_and_the_page_before_defaults(
    file: Any, document: Any
) -> None:
    path = file("n.html", page(DAYS["meta"] + '<meta property="og:site_name" content="Site">'))
    defaults = {"published": date(1999, 1, 1), "publisher": "Default"}
    found = document(path, **defaults)
    assert (found.published, found.publisher) == (date(2021, 6, 29), "Site")
    file("n.json", {"published": "2021-06-28", "id": "page-1"})
    found = document(path, **defaults)
    assert (found.id, found.published, found.publisher) == ("page-1", date(2021, 6, 28), "Site")
