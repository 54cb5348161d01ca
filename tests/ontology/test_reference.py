"""The reference pages: current, complete in both languages, and in need of nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
from lxml import etree, html
from pydantic import ValidationError
from rdflib import OWL, RDF, RDFS, URIRef

from ontology import check, files, policy, question
from ontology.generate import local_names, schemes
from ontology.namespace import CEV_BASE, PREFIXES
from ontology.reference import __main__ as reference
from ontology.reference import crosswalk, diagram, layout, page, term

FOLDER: Final = Path(__file__).parents[2] / "docs" / "ontology"
TERMS: Final = local_names(files.terms())
LAYOUT: Final = layout.load()
SVG: Final = "{http://www.w3.org/2000/svg}"
ARABIC: Final = re.compile(r"[\u0621-\u064A]")


@pytest.fixture(scope="module")
def whole() -> html.HtmlElement:
    return html.fromstring((FOLDER / "index.html").read_text(encoding="utf-8"))


def part(whole: html.HtmlElement, lang: str) -> html.HtmlElement:
    (found,) = whole.xpath(f"//main[@lang='{lang}']")
    assert isinstance(found, html.HtmlElement)
    return found


def test_what_is_checked_in_is_what_would_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert reference.main(["--check"]) == 0, capsys.readouterr().err


def test_making_it_twice_gives_the_same_bytes() -> None:
    assert reference.contents() == reference.contents()


def test_a_stale_page_is_seen_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reference, "FOLDER", tmp_path / "ontology")
    assert reference.main(["--check"]) == 1
    assert "index.html is out of date: run make docs" in capsys.readouterr().err
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
    (tmp_path / "ontology" / "index.html").write_text("old", encoding="utf-8")
    assert reference.main(["--check"]) == 1


def test_the_page_needs_no_other_file_and_no_network() -> None:
    text = (FOLDER / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"\bsrc=|@import|<link\b|<iframe|<object|fetch\(|url\((?!#)", text)
    targets = re.findall(r'href="([^"]*)"', text)
    assert len(targets) > 800
    assert [target for target in targets if not target.startswith("#")] == []


def test_every_link_leads_somewhere_in_its_own_language(whole: html.HtmlElement) -> None:
    names = [str(name) for name in whole.xpath("//@id")]
    assert len(names) == len(set(names))
    for lang in page.LANGUAGES:
        targets = {str(href)[1:] for href in part(whole, lang).xpath(".//@href")}
        assert targets <= set(names)
        assert {target.partition("-")[0] for target in targets} == {lang}


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_part_is_written_in_its_direction(
    whole: html.HtmlElement, lang: str, direction: str
) -> None:
    found = part(whole, lang)
    assert found.get("dir") == direction
    headings = [h.text_content() for h in found.xpath(".//h2")]
    assert len(headings) == len(page.SECTIONS)
    assert all(bool(ARABIC.search(h)) is (lang == "ar") for h in headings)
    # Names, code and other languages keep their own direction inside Arabic text.
    assert found.xpath(".//code[not(@dir) and not(ancestor::pre)]") == []
    assert found.xpath(".//pre[not(@dir)]") == []


@pytest.mark.parametrize("lang", page.LANGUAGES)
def test_nothing_is_left_out(whole: html.HtmlElement, lang: str) -> None:
    found = part(whole, lang)
    shown = {str(c.text_content()) for c in found.xpath(".//h3/code")}
    wanted = {f"cev:{name}" for name in TERMS} | {f"code:{name}" for name in schemes(files.codes())}
    wanted |= {*question.names(), *policy.names(), *check.names()}
    assert shown == wanted
    cells = {str(c.text_content()) for c in found.xpath(".//td/code")}
    notations = {n for codes in schemes(files.codes()).values() for n in codes}
    assert len(notations) > 250
    assert notations <= cells
    constraints = {
        str(s).removeprefix(PREFIXES["shape"])
        for s in files.shapes().subjects(URIRef(PREFIXES["sh"] + "message"))
        if isinstance(s, URIRef)
    }
    assert len(constraints) > 120
    assert {name for name in constraints if not name.endswith("Code")} <= cells


def test_every_class_has_an_example_in_turtle() -> None:
    for one in term.classes("en"):
        assert re.search(r"\ba (?:[\w:]+, )*cev:\w+", one.turtle), one.name


def test_words_are_there_in_both_languages() -> None:
    arabic, english = page.words("ar"), page.words("en")
    assert arabic.keys() == english.keys()
    for key, text in arabic.items():
        assert ARABIC.search(str(text)), key
        assert key == "language" or not ARABIC.search(str(english[key])), key


# --- the diagram


def test_every_class_is_in_one_box() -> None:
    drawn = [name for box in LAYOUT.boxes for name in (box.term, *box.members)]
    classes = {
        str(c).removeprefix(CEV_BASE)
        for c in files.terms().subjects(RDF.type, OWL.Class)
        if str(c).startswith(CEV_BASE)
    }
    assert sorted(drawn) == sorted(classes)


@pytest.mark.parametrize("lang", page.LANGUAGES)
def test_every_property_of_a_class_is_drawn(lang: str) -> None:
    drawing = etree.fromstring(page.svg(lang).encode())
    texts = " ".join(t.text or "" for t in drawing.iter(f"{SVG}text"))
    for prop in term.properties(lang):
        if prop.domain:
            assert all(word in texts for word in prop.label.split()), prop.name


def test_lines_join_the_classes_that_a_property_joins() -> None:
    graph = files.terms()
    boxes = {box.term: {box.term, *box.members} for box in LAYOUT.boxes}
    checked = 0
    for edge in LAYOUT.edges:
        for name in edge.terms:
            if ":" in name:
                continue
            domain, value = (
                str(graph.value(URIRef(CEV_BASE + name), p)).removeprefix(CEV_BASE)
                for p in (RDFS.domain, RDFS.range)
            )
            assert domain in boxes[edge.source], name
            assert value in boxes[edge.target], name
            checked += 1
    assert checked > 20


@pytest.mark.parametrize("lang", page.LANGUAGES)
def test_boxes_stand_apart_and_inside_the_drawing(lang: str) -> None:
    drawing = etree.fromstring(page.svg(lang).encode())
    boxes = [
        tuple(float(rect.get(name) or 0) for name in ("x", "y", "width", "height"))
        for rect in drawing.iter(f"{SVG}rect")
        if rect.get("class") == "box"
    ]
    assert len(boxes) == len(LAYOUT.boxes)
    for (x, y, w, h), (u, v, a, b) in combinations(boxes, 2):
        assert x + w < u or u + a < x or y + h < v or v + b < y
    for x, y, w, h in boxes:
        assert x > 0
        assert y > 0
        assert x + w < LAYOUT.width
        assert y + h < LAYOUT.height


def test_the_arabic_drawing_is_mirrored() -> None:
    def places(lang: str) -> list[float]:
        drawing = etree.fromstring(page.svg(lang).encode())
        titles = [t for t in drawing.iter(f"{SVG}text") if t.get("class") == "title"]
        return [float(t.get("x") or 0) for t in titles]

    english, arabic = places("en"), places("ar")
    assert [LAYOUT.width - x for x in english] == arabic
    assert english != arabic


def test_a_layout_with_an_unknown_key_is_refused() -> None:
    good = {"term": "Claim", "x": 1, "y": 1, "width": 1}
    assert layout.Box.model_validate(good).term == "Claim"
    with pytest.raises(ValidationError, match="colour"):
        layout.Box.model_validate(good | {"colour": "red"})


def test_a_label_that_is_missing_fails_loudly() -> None:
    with pytest.raises(KeyError):
        diagram.svg(LAYOUT, "en", {})


# --- the comparison with other schemes


def test_the_schemes_are_compared() -> None:
    names = [scheme.name for scheme in crosswalk.schemes()]
    assert names == ["AIF", "GRaSP", "ACLED", "UCDP GED", "GTD", "Airwars", "PLOVER"]
    assert sum(len(scheme.rows) for scheme in crosswalk.schemes()) > 50


@pytest.mark.parametrize("scheme", crosswalk.schemes(), ids=lambda s: s.name)
def test_what_a_scheme_says_is_said_by_terms_in_use(scheme: crosswalk.Scheme) -> None:
    for row in scheme.rows:
        assert set(row.ours) <= set(TERMS), row.says.en
        assert bool(row.ours) is (row.kept != "no"), row.says.en
        assert row.kept != "no" or row.why, row.says.en
        assert ARABIC.search(row.says.ar)
        assert not ARABIC.search(row.says.en)


# --- in a browser

CHROMIUM: Final = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: the page was NOT opened in one")
@pytest.mark.parametrize(
    ("address", "hidden", "direction"),
    [("", "ar", "ltr"), ("#ar", "en", "rtl"), ("#ar-Claim", "en", "rtl"), ("#en", "ar", "ltr")],
)
def test_a_browser_shows_one_language(
    address: str, hidden: str, direction: str, tmp_path: Path
) -> None:
    assert CHROMIUM
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--user-data-dir={tmp_path}", f"{(FOLDER / 'index.html').as_uri()}{address}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    opened = html.fromstring(done.stdout)
    assert [str(m.get("lang")) for m in opened.xpath("//main[@hidden]")] == [hidden]
    assert opened.get("dir") == direction
