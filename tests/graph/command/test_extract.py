"""``conflictkg extract`` and ``build`` around an extractor that finds one fact in each article."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from extract.choice import ReaderKind
from extract.document import Document
from extract.error import ConflictKGError
from extract.reader import ReaderUnavailableError
from extract.record import Event, EventStatus, EventType, Record
from extract.span import Span
from tests.graph.command.conftest import Run

ARTICLE = "سقط صاروخ على القاعدة. Nobody was hurt."
LINES = [
    {"id": "one", "text": ARTICLE, "lang": "ar", "published": "2021-06-30", "publisher": "Outlet"},
    {"id": "two", "text": ARTICLE + " ", "lang": "ar", "publisher": "Outlet"},
]


class OneFact:
    """Takes the first four characters of an article for an event, whoever reads."""

    version = "test"

    def __init__(self, reader: ReaderKind = ReaderKind.RULES) -> None:
        self.reader = reader

    def __call__(self, document: Document) -> Record:
        fact = {"sentence": 0, "rule": "test.first-word", "confidence": 0.5}
        event = Event(
            id="e1",
            type=EventType.MISSILE_ROCKET_ATTACK,
            status=EventStatus.HAPPENED,
            text=document.text[:4],
            start=0,
            end=4,
            **fact,
        )
        return Record(
            id=document.id,
            key=document.key,
            lang=document.lang,
            published=document.published.isoformat() if document.published else None,
            publisher=document.publisher,
            url=document.url,
            text_sha256=document.text_sha256,
            text_length=len(document.text),
            sentences=[Span(text=document.text, start=0, end=len(document.text))],
            events=[event],
            warnings=[] if document.published else ["no date of publication"],
        )


@pytest.fixture(autouse=True)
def _extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("extract.extractor")
    module.Extractor = OneFact  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "extract.extractor", module)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    lines = [json.dumps(line, ensure_ascii=False) for line in LINES]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_one_record_a_line(run: Run, articles: Path) -> None:
    result = run("extract", articles)
    assert result.exit_code == 0
    records = [Record.model_validate_json(line) for line in result.stdout.splitlines()]
    assert [r.id for r in records] == ["one", "two"]
    assert records[0].events[0].text == ARTICLE[:4]
    assert "warning: two: no date of publication" in result.stderr


def test_a_bad_line_is_skipped_and_told_and_the_others_go_on(run: Run, articles: Path) -> None:
    good = articles.read_text(encoding="utf-8").splitlines()
    articles.write_text("\n".join([good[0], "{not json", good[1]]), encoding="utf-8")
    result = run("extract", articles)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert "skipped 1:" in result.stderr
    assert f"{articles}:2" in result.stderr


def test_an_article_that_the_extractor_refuses_is_skipped(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: OneFact, document: Document) -> Record:
        raise ConflictKGError(f"no sense in {document.id}")

    monkeypatch.setattr(OneFact, "__call__", refuse)
    result = run("extract", articles)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "skipped 2:" in result.stderr
    assert "no sense in two" in result.stderr


def test_text_with_its_origin_on_the_command_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    result = run(
        *("extract", file, "--published", "2021-06-30", "--publisher", "Outlet"),
        *("--lang", "ar", "--url", "https://example.org/s"),
    )
    record = Record.model_validate_json(result.stdout)
    assert (record.published, record.publisher) == ("2021-06-30", "Outlet")
    assert (record.lang, record.url) == ("ar", "https://example.org/s")


def test_json_lines_on_standard_input(run: Run, articles: Path) -> None:
    result = run("extract", "-", stdin=articles.read_bytes())
    assert result.stdout == run("extract", articles).stdout


def test_an_input_that_is_not_there_stops_the_run(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("extract", tmp_path / "missing.jsonl", "-o", out)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


def test_the_trace_names_the_rule_of_each_fact(run: Run, articles: Path) -> None:
    result = run("extract", articles, "--trace")
    assert "e1 missing" not in result.stderr
    assert f"e1 missile_rocket_attack [0-4] «{ARTICLE[:4].strip()}» rule test.first-word 0.50" in (
        result.stderr
    )


def test_build_loads_and_is_safe_to_repeat(run: Run, articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "kg"
    first = run("build", articles, "--store", store)
    assert first.exit_code == 0, first.stderr
    assert first.stdout == ""
    assert "loaded 2" in first.stderr
    before = run("export", "nquads", "--store", store).stdout_bytes
    again = run("build", articles, "--store", store)
    assert "unchanged 2" in again.stderr
    assert run("export", "nquads", "--store", store).stdout_bytes == before


def test_a_fixed_start_gives_the_same_bytes(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    exports = []
    for name in ("one", "two"):
        run("build", articles, "--store", tmp_path / name)
        exports.append(run("export", "trig", "--store", tmp_path / name).stdout_bytes)
    assert exports[0] == exports[1]
    assert b"2023-11-14T22:13:20" in exports[0]


def test_a_wrong_fixed_start_is_one_line(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("build", articles, "--store", tmp_path / "kg")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH='yesterday' is no number of seconds" in result.stderr


def test_build_tells_what_it_skipped(run: Run, articles: Path, tmp_path: Path) -> None:
    articles.write_text("{not json\n" + articles.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("build", articles, "--store", tmp_path / "kg")
    assert result.exit_code == 1
    assert "skipped 1" in result.stderr
    assert f"{articles}:1" in result.stderr


def test_a_store_that_is_a_file_stops_the_run(run: Run, articles: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    result = run("build", articles, "--store", file)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert str(file) in result.stderr


def test_the_hybrid_reads_unless_the_rules_are_asked_for() -> None:
    from graph.command.reading import extractor

    assert extractor(None).reader is ReaderKind.HYBRID
    assert extractor(ReaderKind.HYBRID).reader is ReaderKind.HYBRID
    assert extractor(ReaderKind.RULES).reader is ReaderKind.RULES


def test_without_its_files_the_rules_go_on_with_a_warning(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from graph.command.reading import extractor

    monkeypatch.setattr(sys.modules["extract.extractor"], "Extractor", Unavailable)
    assert extractor(None).reader is ReaderKind.RULES
    told = capsys.readouterr().err
    assert "model is damaged" in told
    assert "going on with the rules alone" in told
    with pytest.raises(ReaderUnavailableError):
        extractor(ReaderKind.HYBRID)


class Unavailable(OneFact):
    """Has no trained reader."""

    def __init__(self, reader: ReaderKind = ReaderKind.RULES) -> None:
        if reader is ReaderKind.HYBRID:
            raise ReaderUnavailableError("model is damaged; use --reader rules")
        super().__init__(reader)
