"""``conflictkg plot``, and the filters that it shares with ``export``."""

from __future__ import annotations

import builtins
import csv
import io
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from tests.graph.command.conftest import Run


@pytest.mark.parametrize("picture", ["network", "timeline", "map"])
def test_a_picture_in_every_form(run: Run, store: Path, tmp_path: Path, picture: str) -> None:
    for ending, start in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".html", b"<!doctype html>")):
        file = tmp_path / f"picture{ending}"
        result = run("plot", "--store", store, "--as", picture, "-o", file)
        assert (result.exit_code, result.stdout) == (0, ""), result.stderr
        assert file.read_bytes().startswith(start)
        first = file.read_bytes()
        run("plot", "--store", store, "--as", picture, "-o", file)
        assert file.read_bytes() == first


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "x.pdf"], "use .svg, .png or .html"),
        (["-o", "x.svg", "--as", "map", "--view", "actors"], "leave out --view actors"),
        (["-o", "x.svg", "--actor", "Nobody"], "no actor is called 'Nobody'"),
        (["-o", "x.svg", "--from", "2020-02-01", "--to", "2020-01-01"], "before it starts"),
    ],
)
def test_a_mistake_is_one_line(
    run: Run, store: Path, options: list[str], message: str, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    result = run("plot", "--store", store, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_png_without_resvg_names_the_remedy(
    run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    result = run("plot", "--store", store, "-o", tmp_path / "x.png")
    assert result.exit_code == 2
    assert "pip install 'conflictkg[png]'" in result.stderr
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("form", ["gexf", "graphml"])
@pytest.mark.parametrize(
    ("options", "edges"),
    [
        (["--view", "accusations"], 3),
        (["--view", "accusations", "--actor", "Salem Nour"], 1),
        (["--view", "accusations", "--certainty", "certain"], 1),
        (["--view", "actors", "--place", "قاعدة النهر"], 1),
        (["--view", "actors", "--from", "2031-03-05"], 0),
        (["--view", "actors", "--to", "2031-03-03"], 1),
    ],
)
def test_filters(run: Run, store: Path, form: str, options: list[str], edges: int) -> None:
    result = run("export", form, "--store", store, *options)
    assert result.exit_code == 0, result.stderr
    data = io.BytesIO(result.stdout_bytes)
    back = nx.read_gexf(data, version="1.3") if form == "gexf" else nx.read_graphml(data)
    assert back.number_of_edges() == edges


FILTERS = (
    ["--from", "2031-03-03", "--to", "2031-03-05"],
    ["--actor", "Mountain Factions"],
    ["--place", "River Base"],
    ["--certainty", "certain"],
    ["--lang", "both"],
)


@pytest.mark.parametrize("options", FILTERS, ids=lambda o: o[0])
@pytest.mark.parametrize("view", ["events", "actors", "accusations", "claims", "geo"])
def test_every_view_is_drawn_as_it_is_exported(
    run: Run, store: Path, tmp_path: Path, view: str, options: list[str]
) -> None:
    whole = run("export", "gexf", "--store", store, "--view", view).stdout_bytes
    part = run("export", "gexf", "--store", store, "--view", view, *options)
    file = tmp_path / "x.svg"
    drawn = run("plot", "--store", store, "--view", view, "-o", file, *options)
    assert (part.exit_code, drawn.exit_code) == (0, 0), part.stderr + drawn.stderr
    assert part.stderr == drawn.stderr
    back, everything = (
        nx.read_gexf(io.BytesIO(data), version="1.3") for data in (part.stdout_bytes, whole)
    )
    nodes = etree.parse(file).xpath("//*[@class='node']/@data-id")
    assert set(nodes) == set(back) <= set(everything)


def test_events_without_a_day_are_told_when_days_are_asked_for(run: Run, store: Path) -> None:
    result = run("export", "csv", "--store", store, "--from", "2031-01-01")
    assert "left out, because nobody dates them: 2 events" in result.stderr
    assert "left out" not in run("export", "csv", "--store", store).stderr


@pytest.mark.parametrize(
    ("lang", "label"),
    [("ar", "قاعدة النهر"), ("en", "River Base"), ("both", "قاعدة النهر – River Base")],
)
def test_labels_in_the_language_asked_for(run: Run, store: Path, lang: str, label: str) -> None:
    result = run("export", "csv", "--store", store, "--table", "nodes", "--lang", lang)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert label in {row["Label"] for row in rows}


@pytest.mark.parametrize("view", ["claims", "events", "geo"])
def test_a_stream_is_the_whole_view(run: Run, store: Path, view: str) -> None:
    streamed = run("export", "gexf", "--store", store, "--view", view, "--stream")
    whole = run("export", "gexf", "--store", store, "--view", view)
    assert streamed.exit_code == 0
    counts = [
        etree.fromstring(result.stdout_bytes).xpath("count(//*[local-name()='edge'])")
        for result in (streamed, whole)
    ]
    assert counts[0] == counts[1] > 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--view", "actors"], "--stream cannot write actors: each edge is a sum over all events"),
        (["--view", "accusations"], "--stream cannot write accusations"),
        (["--view", "claims", "--place", "x"], "--stream writes a whole view; leave out --from"),
        (["--certainty", "certain"], "--stream writes a whole view; leave out --from"),
    ],
)
def test_a_stream_of_anything_else_is_refused(
    run: Run, store: Path, options: list[str], message: str
) -> None:
    result = run("export", "gexf", "--store", store, "--stream", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
