"""A web page: its article, and what it says in so many words about its origin.

trafilatura finds the main text and the headline. The day is taken only from marks that publishers
set for machines: guessed from the visible text it comes out wrong for Arabic month names, and a
wrong day moves every «أمس» of the article. The outlet, likewise, only where the page names it.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document as Extracted

from extract.reading.day import parse_day
from extract.reading.origin import Origin, is_address
from extract.reading.unreadable import Unreadable

# It reports every page without an article as an error of its own; here that is one `Skipped`.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_NO_ARTICLE = "no article was found in the page: save its text as .txt, or leave it out"
_FEWEST_WORDS = 5
_ARTICLE_TYPES = ("Article", "BlogPosting")
_META_DAYS = ("article:published_time", "og:published_time", "datepublished")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page.

    Attributes:
        text: The main text; offsets of a record count in it, not in the page's source.
        origin: What the page says of its origin.
    """

    text: str
    origin: Origin


def parse_page(source: str) -> Page:
    """Find the article of a page.

    Args:
        source: The HTML.

    Raises:
        Unreadable: There is none: nothing but menus, lists of links or markup.
    """
    try:
        tree = html.document_fromstring(
            source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8")
        )
    except etree.ParserError as error:
        raise Unreadable(_NO_ARTICLE) from error
    origin = _origin(tree)
    text = _main_text(tree)
    if not _is_article(text, tree):
        raise Unreadable(_NO_ARTICLE)
    return Page(text, origin)


def _main_text(tree: html.HtmlElement) -> str:
    # Readers' comments are not the outlet's words.
    found = bare_extraction(tree, include_comments=False, prune_xpath=["//noscript"])
    return (found.text or "") if isinstance(found, Extracted) else ""


def _is_article(text: str, tree: html.HtmlElement) -> bool:
    """Whether there are words apart from links: a front page consists of links alone."""
    links = {_squeezed(link.text_content()) for link in tree.iter("a")}
    words = 0
    for line in text.splitlines():
        if _squeezed(line.lstrip("-–• ")) not in links:
            words += len(line.split())
    return words >= _FEWEST_WORDS


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _origin(tree: html.HtmlElement) -> Origin:
    linked = list(_linked_data(tree))
    found = extract_metadata(tree, extensive=False)
    url = found.url if found.url and is_address(found.url) else None
    return Origin(
        title=found.title or None,
        published=_day(tree, linked),
        publisher=_publisher(tree, linked),
        url=url,
    )


def _day(tree: html.HtmlElement, linked: list[dict[str, object]]) -> date | None:
    """The day from the most explicit mark; marks of one level that disagree say nothing."""
    levels = (
        *([*_metas(tree, key)] for key in _META_DAYS),
        [str(article.get("datePublished", "")) for article in linked],
        _strings(tree, "//*[@itemprop='datePublished']/@datetime"),
        _strings(tree, "//article//time[not(ancestor::aside)]/@datetime"),
        _strings(tree, "//time/@datetime"),
    )
    for stated in levels:
        days = {day for day in map(parse_day, stated) if day is not None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _publisher(tree: html.HtmlElement, linked: list[dict[str, object]]) -> str | None:
    named = [*_metas(tree, "og:site_name")]
    for article in linked:
        publisher = article.get("publisher")
        if isinstance(publisher, dict):
            named.append(str(publisher.get("name") or ""))
    return next((name for name in map(_squeezed, named) if name), None)


def _metas(tree: html.HtmlElement, key: str) -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        if any(name is not None and name.lower() == key for name in names):
            yield meta.get("content") or ""


def _strings(tree: html.HtmlElement, path: str) -> list[str]:
    return [str(value) for value in tree.xpath(path)]


def _linked_data(tree: html.HtmlElement) -> Iterator[dict[str, object]]:
    """The JSON-LD objects that describe an article, in the order of the page."""
    for script in tree.xpath("//script[@type]"):
        if script.get("type").split(";")[0].strip().lower() == "application/ld+json":
            yield from filter(_describes_article, _objects(script.text or ""))


def _objects(content: str) -> Iterator[dict[str, object]]:
    try:
        data = json.loads(re.sub(r"^\s*<!--|-->\s*$", "", content), strict=False)
    except (ValueError, RecursionError):
        return  # the page's fault; it has other marks, or the day stays open
    tops = data if isinstance(data, list) else [data]
    for top in tops:
        if isinstance(top, dict):
            graph = top.get("@graph")
            yield from (
                (node for node in graph if isinstance(node, dict))
                if isinstance(graph, list)
                else (top,)
            )


def _describes_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names)
