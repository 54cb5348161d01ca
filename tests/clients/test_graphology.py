"""graphology-gexf, which Gephi Lite reads with, finds in our files what we put into them.

``make clients`` installs it through npm; where Node is missing the tests say so. On a build server
(``CI`` is set) they must run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from graph import gexf
from graph.column import text_of
from graph.sheet import sheet
from graph.store import Store
from graph.views import VIEWS, finished
from graph.xml import day_marked, one_line

HERE = Path(__file__).parent
INSTALLED = HERE.parents[1] / "build" / "clients"
SAMPLES = HERE.parent / "graph"
OWN = {"label", "r", "g", "b", "size", "x", "y", "spells"}
IS_MISSING = not ((INSTALLED / "node_modules").is_dir() and shutil.which("node"))

pytestmark = pytest.mark.skipif(
    IS_MISSING and not os.environ.get("CI"),
    reason="graphology is not installed; `make clients` does it (Node and npm are needed)",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("clients") / "kg"
    with Store.open(path, create=True) as opened:
        for key, name in (("aaaaaaaaaaaaaaa1", "ar"), ("bbbbbbbbbbbbbbb2", "en")):
            opened.replace(key, list(ox.parse(path=str(SAMPLES / f"sample-{name}.trig"))))
        yield opened


def read(graph: nx.MultiDiGraph[str], file: Path) -> dict[str, Any]:
    """What the client finds in the file of a graph."""
    with file.open("wb") as out:
        gexf.write(graph, out)
    done = subprocess.run(
        ["node", str(HERE / "read.mjs"), str(file)],
        cwd=INSTALLED,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def expected(fields: dict[str, Any], own: set[str]) -> dict[str, Any]:
    """Columns as the client should show them: numbers as numbers, the rest as text."""
    told = {t: v for t, v in fields.items() if t not in own and v is not None}
    return {
        title: value if isinstance(value, bool | int | float) else text_of(title, value)
        for title, value in told.items()
    }


def looks(fields: dict[str, Any]) -> dict[str, Any]:
    found = {"label": day_marked(one_line(fields["label"]))} if fields.get("label") else {}
    if "r" in fields:
        found["color"] = f"rgb({fields['r']},{fields['g']},{fields['b']})"
    return found | {side: fields[side] for side in ("size", "x", "y") if side in fields}


def compare(graph: nx.MultiDiGraph[str], found: dict[str, Any]) -> None:
    tables = sheet(graph)
    wanted_nodes = [
        {"key": name, **expected(dict(f), OWN), **looks(dict(f))} for name, f in tables.nodes
    ]
    wanted_edges = [
        {
            "key": str(at),
            "from": source,
            "to": target,
            **expected(dict(f), OWN),
            **looks(dict(f)),
        }
        for at, (source, target, f) in enumerate(tables.edges)
    ]
    assert found["type"] == "directed"
    assert found["nodes"] == wanted_nodes
    assert found["edges"] == wanted_edges


@pytest.mark.parametrize("lang", ["en", "ar", "both"])
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_arrives_whole(store: Store, tmp_path: Path, view: str, lang: str) -> None:
    graph = finished(VIEWS[view](store), lang)
    found = read(graph, tmp_path / "view.gexf")
    assert len(found["nodes"]) > 0
    compare(graph, found)


def test_odd_values_arrive(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", kind="actor", label="جماعة <b> & \"x\" 'y' 🚀", note="line\nline\ttab")
    graph.add_node("b", kind="actor", label="x" * 10_000, lat=-0.5, count=7, big=True)
    spells = [(date(1850, 1, 1), date(1850, 1, 1))]
    graph.add_edge("a", "b", key="1", kind="against", weight=2.5, spells=spells)
    graph.add_edge("a", "b", key="2", kind="denies", weight=1.0, denied=True)
    graph.add_edge("a", "a", key="3", kind="denies", weight=1.0, denied=False)
    compare(graph, read(graph, tmp_path / "odd.gexf"))


def test_an_empty_graph_arrives(tmp_path: Path) -> None:
    found = read(nx.MultiDiGraph(), tmp_path / "empty.gexf")
    assert (found["nodes"], found["edges"]) == ([], [])
