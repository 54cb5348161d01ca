"""The sample articles: enough of them, described, dated, in NFC, and none copied from another."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import lxml.html
import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
ARTICLES = DATA / "articles"
METADATA = {"id", "title", "publisher", "published", "url", "lang", "note"}
SHINGLE = 8  # words; a run this long in two articles is a copy, not a coincidence


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample article with the metadata that its own file or its sidecar gives."""

    file: Path
    meta: dict[str, str]
    body: str


def _from_text(file: Path) -> Sample:
    body = file.read_text(encoding="utf-8").partition("\n\n")[2]
    return Sample(file, json.loads(file.with_suffix(".json").read_text(encoding="utf-8")), body)


def _from_lines(file: Path) -> list[Sample]:
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [Sample(file, record, record.pop("text")) for record in records]


def _from_html(file: Path) -> Sample:
    root = lxml.html.document_fromstring(file.read_bytes())

    def value(path: str, attribute: str) -> str:
        (element,) = root.findall(path)
        return element.get(attribute, "")

    meta = {
        "id": file.stem,
        "title": root.findtext(".//article/h1", ""),
        "publisher": value(".//meta[@property='og:site_name']", "content"),
        "published": value(".//meta[@property='article:published_time']", "content"),
        "url": value(".//link[@rel='canonical']", "href"),
        "lang": root.get("lang", "").partition("-")[0],
        "note": value(".//meta[@name='dcterms.description']", "content"),
    }
    paragraphs = [p for p in root.findall(".//article/p") if p.find("time") is None]
    body = "\n\n".join("".join(map(str, p.itertext())) for p in paragraphs)
    return Sample(file, meta, body)


def _collect() -> list[Sample]:
    return [
        *map(_from_text, sorted(ARTICLES.glob("*.txt"))),
        *map(_from_html, sorted(ARTICLES.glob("*.html"))),
        *(sample for file in sorted(ARTICLES.glob("*.jsonl")) for sample in _from_lines(file)),
    ]


SAMPLES = _collect()
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.meta["id"])


def _words(text: str) -> list[str]:
    bare = "".join(c for c in text if not unicodedata.combining(c) and c != "ـ")
    return re.findall(r"\w+", bare.casefold())


def test_enough_articles_in_each_language() -> None:
    languages = Counter(sample.meta["lang"] for sample in SAMPLES)
    assert set(languages) == {"ar", "en"}
    assert languages["ar"] >= 16
    assert languages["en"] >= 6


def test_every_file_is_an_article_or_a_sidecar() -> None:
    articles = {sample.file for sample in SAMPLES}
    sidecars = {file.with_suffix(".json") for file in articles if file.suffix == ".txt"}
    assert set(ARTICLES.iterdir()) == articles | sidecars


def test_all_three_forms_are_present() -> None:
    forms = Counter(sample.file.suffix for sample in SAMPLES)
    assert forms[".txt"] >= 20
    assert forms[".html"] == 2
    assert forms[".jsonl"] == 2


def test_ids_urls_and_titles_are_unique() -> None:
    for key in ("id", "url", "title"):
        assert len({sample.meta[key] for sample in SAMPLES}) == len(SAMPLES), key


@each_sample
def test_metadata(sample: Sample) -> None:
    meta = sample.meta
    assert set(meta) == METADATA
    assert all(value.strip() for value in meta.values())
    assert meta["id"].startswith(sample.file.stem)
    assert meta["url"].startswith("https://example.org/")
    assert "not a source of facts" in meta["note"].casefold()


@each_sample
def test_publication_date(sample: Sample) -> None:
    published = datetime.fromisoformat(sample.meta["published"])
    assert date(2003, 1, 1) <= published.date() <= date(2025, 12, 31)
    has_time = "T" in sample.meta["published"]
    assert has_time == (published.tzinfo is not None), "a time of day needs an offset"


@each_sample
def test_length(sample: Sample) -> None:
    assert 120 <= len(sample.body.split()) <= 300


@each_sample
def test_script_agrees_with_language(sample: Sample) -> None:
    letters = [c for c in sample.body if c.isalpha()]
    arabic = sum("\u0600" <= c <= "\u06ff" for c in letters) / len(letters)
    assert arabic > 0.9 if sample.meta["lang"] == "ar" else arabic == 0.0


@pytest.mark.parametrize("file", sorted(ARTICLES.iterdir()), ids=lambda file: file.name)
def test_file_is_nfc_with_unix_lines(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\ufeff" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("file", sorted(ARTICLES.glob("*.txt")), ids=lambda file: file.name)
def test_text_begins_with_its_title(file: Path) -> None:
    title, blank, body = file.read_text(encoding="utf-8").split("\n", 2)
    assert title == json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["title"]
    assert blank == ""
    assert body.strip()


def test_html_direction_follows_language() -> None:
    directions = {}
    for file in ARTICLES.glob("*.html"):
        root = lxml.html.document_fromstring(file.read_bytes())
        directions[root.get("lang")] = root.get("dir", "ltr")
    assert directions == {"ar": "rtl", "en-GB": "ltr"}


def test_no_run_of_words_is_shared_by_two_articles() -> None:
    seen: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for sample in SAMPLES:
        words = _words(f"{sample.meta['title']} {sample.body}")
        for start in range(len(words) - SHINGLE + 1):
            seen[tuple(words[start : start + SHINGLE])].add(sample.meta["id"])
    assert len(seen) > 3000
    assert {" ".join(run): ids for run, ids in seen.items() if len(ids) > 1} == {}


def test_readme_has_one_row_for_each_article() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| (ar|en) \|", (DATA / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted((sample.meta["id"], sample.meta["lang"]) for sample in SAMPLES)
