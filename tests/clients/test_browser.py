"""What Chromium shows: our own pages, and our GEXF drawn by sigma.js, which Gephi Lite draws with.

``make clients`` installs the libraries through npm; Chromium or Chrome has to be in PATH. Where
either is missing the tests say so; on a build server (``CI`` is set) they must run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph import gexf
from graph.picture.map import map_
from graph.picture.network import network
from graph.picture.page import page
from graph.picture.timeline import timeline
from graph.store import Store
from graph.views import VIEWS, events, finished, geo
from tests.clients.test_graphology import HERE, INSTALLED, IS_MISSING, store
from tests.graph.picture.test_network import made

__all__ = ["store"]  # a fixture
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
IS_HERE = not IS_MISSING and any(shutil.which(name) for name in BROWSERS)

pytestmark = pytest.mark.skipif(
    not IS_HERE and not os.environ.get("CI"),
    reason="`make clients` (Node and npm) and Chromium in PATH are needed",
)


def ran(script: str, *arguments: object) -> dict[str, Any]:
    done = subprocess.run(
        ["node", str(HERE / script), *(str(a) for a in arguments)],
        cwd=INSTALLED,
        capture_output=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_sigma_draws_every_view(store: Store, tmp_path: Path, view: str) -> None:
    graph = finished(VIEWS[view](store), "both")
    file, picture = tmp_path / "view.gexf", tmp_path / "view.png"
    with file.open("wb") as out:
        gexf.write(graph, out)
    found = ran("sigma.mjs", file, picture)
    assert found["complaints"] == []
    assert (found["nodes"], found["edges"]) == (len(graph), graph.number_of_edges())
    colours = {f"rgb({f['r']},{f['g']},{f['b']})" for _, f in graph.nodes(data=True)}
    assert set(found["colors"]) == colours
    assert set(found["kinds"]) == {f["kind"] for *_, f in graph.edges(data=True)}
    assert len({tuple(place) for place in found["places"]}) == len(graph)
    assert picture.stat().st_size > 2000


def used(drawing_page: str, folder: Path, words: str) -> dict[str, Any]:
    file = folder / "page.html"
    file.write_text(drawing_page, encoding="utf-8")
    found = ran("page.mjs", file, folder / "page.png", words)
    assert found["complaints"] == []
    assert found["asked"] == [f"file://{file}"]  # one file, nothing from any network
    steps = found["steps"]
    assert isinstance(steps, dict)
    return steps


@pytest.mark.parametrize("lang", ["en", "ar", "both"])
@pytest.mark.parametrize(("nodes", "edges"), [(20, 35), (300, 420)])
def test_a_page_can_be_read_at_every_distance(
    tmp_path: Path, nodes: int, edges: int, lang: str
) -> None:
    graph = finished(made(nodes, edges), lang)
    steps = used(page(network(graph, lang)), tmp_path, "7")
    for step in ("start", "closer", "all"):
        assert steps[step]["least"] >= 9.9, "letters that cannot be read"
        assert steps[step]["covered"] == [], "names that cover each other"
        assert steps[step]["names"] >= 15
    assert (steps["start"]["nodes"], steps["start"]["edges"]) == (nodes, edges)
    assert steps["closer"]["wide"] < steps["start"]["wide"] == pytest.approx(steps["all"]["wide"])


def test_a_page_finds_tells_and_hides(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="accusations")
    graph.add_node("a", kind="actor", label_ar="جماعة", label_en="Group", iri="a")
    graph.add_node("b", kind="actor", label_ar="جيش", label_en="Army", iri="b")
    graph.add_node("e", kind="event", label_ar="غارة", label_en="Strike", iri="e")
    address = "https://example.org/a?b=1&c=<x>"
    graph.add_edge("a", "b", key="1", kind="accuses", weight=2.0, sources=[address])
    graph.add_edge("b", "e", key="2", kind="denies", weight=1.0, sources=["javascript:alert(1)"])
    graph.nodes["a"]["sources"] = [address, "javascript:alert(1)"]
    steps = used(page(network(finished(graph, "ar"), "ar")), tmp_path, "army")
    assert (steps["found"]["kept"], steps["found"]["count"]) == (1, "1 / 3")
    assert steps["entered"]["wide"] < steps["found"]["wide"]
    assert steps["clicked"]["told"][0].endswith("جماعة")
    assert steps["clicked"]["kept"] == 2  # it and its neighbour
    links = steps["clicked"]["links"]
    assert links == [["https://example.org/a?b=1&c=", "_blank", "noopener noreferrer"]]
    assert (steps["left"]["chosen"], steps["left"]["told"]) == (False, [])
    assert (steps["hidden"]["nodes"], steps["hidden"]["edges"]) == (1, 0)  # parties are hidden
    assert (steps["back"]["nodes"], steps["back"]["edges"]) == (3, 2)


def test_timeline_and_map_are_pages_too(store: Store, tmp_path: Path) -> None:
    steps = used(page(timeline(finished(events(store)))), tmp_path, "rocket")
    assert steps["start"]["nodes"] == steps["back"]["nodes"] == 1
    assert steps["hidden"]["nodes"] == 0
    steps = used(page(map_(finished(geo(store)))), tmp_path, "river")
    assert (steps["start"]["nodes"], steps["found"]["count"]) == (1, "1 / 1")


@pytest.mark.parametrize("nodes", [0, 1])
def test_hardly_anything_is_a_page_too(tmp_path: Path, nodes: int) -> None:
    steps = used(page(network(finished(made(nodes, 0), "ar"), "ar")), tmp_path, "0")
    assert steps["start"]["nodes"] == steps["left"]["nodes"] == nodes
